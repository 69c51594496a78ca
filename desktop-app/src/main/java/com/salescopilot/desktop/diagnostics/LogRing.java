package com.salescopilot.desktop.diagnostics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The last lines of the log, for those who mend a failure. What a line quotes never gets here:
/// words come only from this program's own sentences, in which everything that is not a number, an
/// id, a time or the name of a class is left out; of others' lines and of failures, only names.
///
/// It stands behind `java.util.logging` because that is where `System.Logger` writes.
public final class LogRing extends Handler {
  private static final int LINES = 200;
  private static final String OURS = "com.salescopilot.";
  private static final String LEFT_OUT = "…";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)\\}");

  private final Deque<String> lines = new ArrayDeque<>();

  private LogRing() {}

  /// Begins to listen to everything that is logged.
  public static LogRing listening() {
    LogRing ring = new LogRing();
    Logger.getLogger("").addHandler(ring);
    return ring;
  }

  /// The last 200 lines, the oldest first.
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void publish(LogRecord said) {
    String line = line(said);
    synchronized (lines) {
      if (lines.size() == LINES) {
        lines.removeFirst();
      }
      lines.addLast(line);
    }
  }

  private static String line(LogRecord said) {
    List<String> parts = new ArrayList<>();
    parts.add(said.getInstant().toString());
    parts.add(said.getLevel().getName());
    parts.add("[" + Thread.currentThread().getName() + "]");
    String logger = String.valueOf(said.getLoggerName());
    parts.add(logger);
    if (logger.startsWith(OURS)) {
      parts.add(sentence(said));
    }
    int deep = 0;
    for (Throwable next = said.getThrown(); next != null && deep < 5; next = next.getCause()) {
      parts.add((deep++ == 0 ? "! " : "< ") + next.getClass().getName());
    }
    return String.join(" ", parts);
  }

  private static String sentence(LogRecord said) {
    Object @Nullable [] values = said.getParameters();
    return PLACE
        .matcher(String.valueOf(said.getMessage()))
        .replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
  }

  private static String value(Object @Nullable [] values, String place) {
    int index = Integer.parseInt(place);
    return values == null || index >= values.length ? LEFT_OUT : value(values[index]);
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case UUID id -> id.toString();
      case Instant time -> time.toString();
      case Duration time -> time.toString();
      case Enum<?> name -> name.name();
      case Class<?> type -> type.getName();
      case ErrorCode code -> code.text();
      case null, default -> LEFT_OUT;
    };
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
