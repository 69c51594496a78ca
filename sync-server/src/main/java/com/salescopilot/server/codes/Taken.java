package com.salescopilot.server.codes;

import java.time.Instant;
import java.util.UUID;

/// What became of the attempt to use a code.
public sealed interface Taken {

  /// A code as it is stored.
  record Code(UUID id, Grant grant, Instant createdAt, Instant expiresAt) {}

  /// It was good, and is used up now.
  record Fresh(Code code) implements Taken {}

  /// It was used before; whoever brings it again may have stolen it.
  record Again(Code code) implements Taken {}

  /// It never was, has expired, or was guessed at too often.
  record Unknown() implements Taken {}
}
