package com.salescopilot.server.ai;

/// Why the built-in engine answered where another one was asked.
enum Degraded {
  /// There is none, it is not allowed here, or it cannot be reached.
  NO_ENGINE,
  /// It took too long.
  TIMEOUT,
  /// It would not.
  REFUSED,
  /// The day's tokens are used up.
  BUDGET,
  /// It failed several times just now.
  BREAKER,
  /// What it said is not what was asked for, or was cut off.
  BAD_OUTPUT,
  /// What it said failed the verifier as a whole.
  UNVERIFIED,
  /// There is something in the letter that must not leave.
  DLP
}
