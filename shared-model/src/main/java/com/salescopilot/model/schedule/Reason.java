package com.salescopilot.model.schedule;

import java.time.Instant;
import java.util.OptionalInt;

/// One of the things that moved the instant at which a mail leaves.
///
/// @param until as long as it held the mail
/// @param count of mails that go before, for [ReasonCode#QUEUE]
public record Reason(ReasonCode code, Instant until, OptionalInt count) {
  Reason(ReasonCode code, Instant until) {
    this(code, until, OptionalInt.empty());
  }
}
