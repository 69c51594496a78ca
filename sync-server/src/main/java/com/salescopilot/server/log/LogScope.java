package com.salescopilot.server.log;

import java.util.Optional;

/// The request that log lines belong to, for as long as it is being served.
///
/// @param requestId as in `X-Request-Id`
/// @param workspace empty if nobody is signed in
/// @param user empty if nobody is signed in
public record LogScope(String requestId, String workspace, String user) {
  private static final ScopedValue<LogScope> CURRENT = ScopedValue.newInstance();

  /// A scope to run something in.
  public static LogScope of(String requestId, String workspace, String user) {
    return new LogScope(requestId, workspace, user);
  }

  /// Runs a task whose log lines carry these three fields, on this thread alone.
  public void run(Runnable task) {
    ScopedValue.where(CURRENT, this).run(task);
  }

  static Optional<LogScope> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }
}
