package com.salescopilot.desktop.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One start of a program, from the outside: when it had shown what, and what it weighs while it is
/// left alone.
///
/// @param after what it said, and when, counted from before there was a process
/// @param kilobytes its share of the machine's memory (PSS)
record Started(Map<String, Duration> after, long kilobytes) {
  private static final int IDLE_S = 5;
  private static final int PATIENCE_S = 60;

  /// Starts the packed program, or an empty window, and ends it.
  static Started run(Path profile, List<String> javaOptions, List<String> arguments, String last) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.add("--enable-native-access=ALL-UNNAMED");
    Benchmark.UNSEEN.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", Benchmark.classPath(), Probe.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SC_PROFILE_DIR", profile.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long begun = System.nanoTime();
    try {
      Process process = builder.start();
      Thread.ofVirtual().start(() -> end(process));
      try (BufferedReader said = process.inputReader()) {
        Map<String, Duration> after = new LinkedHashMap<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          after.put(line, Duration.ofNanos(System.nanoTime() - begun));
          if (line.equals(last)) {
            break;
          }
        }
        if (!after.containsKey(last)) {
          throw new IllegalStateException("it ended before " + last + ": " + after);
        }
        boolean _ = process.waitFor(IDLE_S, TimeUnit.SECONDS);
        long kilobytes = pss(process.pid());
        process.outputWriter().close();
        boolean _ = process.waitFor(IDLE_S, TimeUnit.SECONDS);
        return new Started(after, kilobytes);
      } finally {
        process.destroyForcibly();
        process.waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// What hangs is ended, so that its output ends too.
  private static void end(Process process) {
    try {
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long pss(long pid) throws IOException {
    Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    if (!Files.exists(rollup)) {
      return 0;
    }
    return Files.readAllLines(rollup).stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
