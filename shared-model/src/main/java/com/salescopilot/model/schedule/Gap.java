package com.salescopilot.model.schedule;

import com.salescopilot.model.id.Uniform;
import java.time.Instant;
import java.util.UUID;

/// The pause after a mail: about the policy's, never twice the same, as nobody types by a
/// metronome, and yet known beforehand.
public final class Gap {
  private static final double LEAST = 0.7;
  private static final double SPREAD = 0.6;

  private Gap() {}

  /// When the mailbox may send the next campaign mail after this one.
  public static Instant after(UUID emailId, Instant left, int gapSeconds) {
    double share = LEAST + SPREAD * Uniform.u("gap", emailId);
    return left.plusSeconds((long) Math.floor(gapSeconds * share));
  }
}
