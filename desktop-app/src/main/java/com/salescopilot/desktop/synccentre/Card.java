package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.model.entity.Doc;
import java.util.List;
import java.util.Optional;

/// Something that waits for a decision of this person.
///
/// @param source the conflict, or the mail in doubt
/// @param icon the name of a Feather icon
/// @param sentence what happened, and what is safe
/// @param place where its row is shown
record Card(
    Doc source,
    String icon,
    String title,
    String sentence,
    List<Fact> facts,
    List<Offer> offers,
    Optional<Route> place) {

  /// A name and what stands under it.
  record Fact(String name, String value) {}

  /// What can be decided.
  ///
  /// @param obstacle why not yet; empty if it can
  record Offer(Decision decision, String obstacle) {
    static Offer of(Decision decision) {
      return new Offer(decision, "");
    }
  }

  /// The decisions there are. The name is the key of its words.
  enum Decision {
    USE_MINE,
    KEEP_THEIRS,
    EDIT,
    USE_COPY,
    KEEP_ORIGINAL,
    RESTORE,
    MERGE,
    AGAIN,
    DISMISS,
    ARRIVED,
    NOT_ARRIVED,
    SEND_AGAIN,
    RELEASE,
    CANCEL
  }
}
