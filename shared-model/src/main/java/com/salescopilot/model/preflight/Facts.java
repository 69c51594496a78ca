package com.salescopilot.model.preflight;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.template.FieldCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is looked at before a campaign starts.
///
/// @param steps of the campaign; none for one whose letters are written by hand
/// @param people who are still to get something
/// @param sender of its mails
/// @param fields that the workspace knows
public record Facts(
    Doc campaign,
    List<Doc> steps,
    List<Person> people,
    Way way,
    Sender sender,
    FieldCatalogue fields,
    Instant now) {
  public Facts {
    steps = List.copyOf(steps);
    people = List.copyOf(people);
  }

  /// Somebody enrolled.
  ///
  /// @param company what the workspace knows of where they work
  public record Person(Doc prospect, Gate.Reach reach, Elsewhere elsewhere, Optional<Doc> company) {
    /// One of whose company nothing is known.
    public Person(Doc prospect, Gate.Reach reach, Elsewhere elsewhere) {
      this(prospect, reach, elsewhere, Optional.empty());
    }
  }

  /// Whether somebody gets mails of another campaign at the same time.
  public enum Elsewhere {
    NO,
    YES
  }

  /// Whether there is something to send with.
  public enum Way {
    OPEN,
    /// The mailbox stopped sending.
    PAUSED,
    NONE,
    /// A client offline cannot tell; the server will.
    UNKNOWN
  }
}
