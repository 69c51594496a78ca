package com.salescopilot.server.task;

import com.salescopilot.model.id.UserId;
import com.salescopilot.server.db.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A mail, with whom it was exchanged.
///
/// @param lastSent when the last of our mails left for that prospect
record Exchange(UserId sender, String title, UUID prospect, Optional<Instant> lastSent) {
  private static final int LONGEST = 200;

  static Exchange of(Row row) {
    String subject = row.text("subject").strip();
    return new Exchange(
        new UserId(row.uuid("user_id")),
        titled(subject.isEmpty() ? row.text("to_email") : subject),
        row.uuid("prospect"),
        row.instantMaybe("last_sent"));
  }

  /// As long as the title of a task may be.
  private static String titled(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
