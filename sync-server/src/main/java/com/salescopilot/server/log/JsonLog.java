package com.salescopilot.server.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.salescopilot.model.value.ValueJson;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Log lines as JSON: a line break in a message forges no entry.
///
/// Fields are a fixed list: time, level, logger, message, requestId, ws, user, error.
public final class JsonLog extends Formatter {
  private static final String MANAGER = "java.util.logging.manager";

  private final ObjectMapper mapper = new ObjectMapper(ValueJson.factory().build());

  JsonLog() {}

  /// Sends every log line of the process to stderr; has to come before the first logger is made.
  public static void install() {
    System.setProperty(MANAGER, SteadyLogs.class.getName());
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler console = new ConsoleHandler();
    console.setFormatter(new JsonLog());
    console.setLevel(Level.ALL);
    root.addHandler(console);
    root.setLevel(Level.INFO);
    Chatty.LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  @Override
  public String format(LogRecord entry) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("time", entry.getInstant().toString());
    line.put("level", level(entry.getLevel()));
    line.put("logger", String.valueOf(entry.getLoggerName()));
    line.put("message", message(entry));
    LogScope.current()
        .ifPresent(
            scope -> {
              line.put("requestId", scope.requestId());
              if (!scope.workspace().isEmpty()) {
                line.put("ws", scope.workspace());
                line.put("user", scope.user());
              }
            });
    if (entry.getThrown() != null) {
      line.put("error", trace(entry.getThrown()));
    }
    try {
      return mapper.writeValueAsString(line) + System.lineSeparator();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a map of texts can always be written
    }
  }

  private static String message(LogRecord entry) {
    String text = String.valueOf(entry.getMessage());
    Object[] parameters = entry.getParameters();
    if (parameters == null || parameters.length == 0) {
      return text;
    }
    try {
      return MessageFormat.format(text, parameters);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  private static String trace(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
      text.append(cause).append('\n');
      for (StackTraceElement frame : cause.getStackTrace()) {
        text.append("  at ").append(frame).append('\n');
      }
    }
    return text.toString();
  }

  /// What these say at INFO is of use to their authors alone. Held here because the JDK holds
  /// loggers weakly, and one that is collected forgets its level. In a class of its own, so that no
  /// logger is made before the manager is named.
  private static final class Chatty {
    static final List<Logger> LOGGERS =
        Stream.of("io.helidon", "org.flywaydb", "com.zaxxer.hikari", "com.icegreen")
            .map(Logger::getLogger)
            .toList();
  }
}
