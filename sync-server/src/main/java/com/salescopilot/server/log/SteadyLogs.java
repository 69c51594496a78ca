package com.salescopilot.server.log;

import java.util.logging.LogManager;

/// A log manager that keeps its handlers while the process ends.
///
/// The JDK's own one resets itself in a shutdown hook of its own, which would swallow what the
/// ordered stop has to say. Public because the JDK makes it by name.
public final class SteadyLogs extends LogManager {
  /// Made once by the JDK.
  public SteadyLogs() {}

  @Override
  public void reset() {
    // nothing to take back: the handler flushes every line
  }
}
