package com.salescopilot.model.stats;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What numbers are counted from: how one mail stands.
///
/// @param openedAt when a person first opened it
/// @param repliedAt when it was answered
public record MailFacts(
    UUID id,
    EmailStatus status,
    Tracking tracking,
    Optional<Instant> sentAt,
    Optional<Instant> openedAt,
    Optional<Instant> repliedAt) {

  /// Whether an open of it would be counted as a person's.
  boolean isTracked() {
    return tracking == Tracking.IDENTIFIED;
  }

  boolean isSent() {
    return status == EmailStatus.SENT;
  }
}
