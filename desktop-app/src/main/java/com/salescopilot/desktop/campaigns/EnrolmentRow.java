package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import java.util.Optional;
import java.util.UUID;

/// Where a prospect stands in a campaign.
///
/// @param prospect empty if they were deleted
/// @param last the last thing that happened between them and this campaign, in words
record EnrolmentRow(Doc doc, Optional<Doc> prospect, String last) {
  EnrolmentStatus status() {
    return doc.text("status").map(EnrolmentStatus::valueOf).orElse(EnrolmentStatus.ACTIVE);
  }

  /// The last step that was sent, 0 if none was.
  long step() {
    return doc.whole("currentStep");
  }

  Optional<UUID> prospectId() {
    return prospect.map(Doc::id);
  }

  String text(String field) {
    return prospect.flatMap(person -> person.text(field)).orElse("");
  }

  /// How one speaks of this person.
  String name() {
    String name = (text("firstName") + " " + text("lastName")).strip();
    return name.isEmpty() ? text("email") : name;
  }
}
