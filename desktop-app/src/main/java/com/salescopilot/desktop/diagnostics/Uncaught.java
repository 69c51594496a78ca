package com.salescopilot.desktop.diagnostics;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes what no part of the program expected, on any thread: log, crash file, and one quiet word.
/// The same failure is written down and said once a run; the log has it each time.
public final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final System.Logger LOG = System.getLogger(Uncaught.class.getName());

  private final CrashFile files;
  private final Supplier<String> route;
  private final Consumer<ErrorCode> tell;
  private final Set<ErrorCode> told = ConcurrentHashMap.newKeySet();

  /// @param route the path of the screen that is shown, asked on any thread
  /// @param tell says it to the person, called on any thread
  public Uncaught(CrashFile files, Supplier<String> route, Consumer<ErrorCode> tell) {
    this.files = files;
    this.route = route;
    this.tell = tell;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    ErrorCode code = ErrorCode.of(failure);
    LOG.log(System.Logger.Level.ERROR, "unexpected failure {0}", code.text());
    LOG.log(System.Logger.Level.ERROR, "it came like this", failure);
    if (!told.add(code)) {
      return;
    }
    try {
      files.write(code, failure, thread.getName(), route.get());
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "it could not be written down", e);
    }
    try {
      tell.accept(code);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "it could not be said", e);
    }
  }
}
