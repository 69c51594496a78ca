package com.salescopilot.desktop.diagnostics;

import com.salescopilot.desktop.store.PrivateFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Writes down a failure for those who mend it: `crash/<time>-<code>.txt`. It holds names of
/// classes, methods and threads; never a message of a failure, for these quote addresses and texts.
public final class CrashFile {
  private static final int KEPT = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path directory;
  private final InstantSource clock;
  private final Map<String, String> versions;
  private final Supplier<List<String>> log;

  /// @param profile the profile directory of this machine
  /// @param versions of the program and of what it stands on, in the order they are written
  /// @param log the last lines of the log, without anything that they quote
  public CrashFile(
      Path profile, InstantSource clock, Map<String, String> versions, Supplier<List<String>> log) {
    this.directory = profile.resolve("crash");
    this.clock = clock;
    this.versions = versions;
    this.log = log;
  }

  /// Where the files are.
  public Path directory() {
    return directory;
  }

  /// Writes one.
  ///
  /// @param route the path of the screen that was shown last
  public Path write(ErrorCode code, Throwable failure, String thread, String route)
      throws IOException {
    StringBuilder text = new StringBuilder();
    line(text, "code", code.text());
    line(text, "time", clock.instant().toString());
    versions.forEach((name, version) -> line(text, name, version));
    line(text, "screen", route);
    line(text, "thread", thread);
    text.append('\n');
    describe(text, failure);
    text.append("\nlog\n");
    log.get().forEach(each -> text.append(each).append('\n'));
    text.append("\nthreads\n");
    for (ThreadInfo info : ManagementFactory.getThreadMXBean().dumpAllThreads(true, false)) {
      text.append('\n').append(info.getThreadName()).append(' ').append(info.getThreadState());
      text.append('\n');
      frames(text, info.getStackTrace());
    }
    Path file = place(code.fileName() + ".txt");
    PrivateFiles.write(file, text.toString());
    forgetOld();
    return file;
  }

  /// Takes a file to the others that somebody else wrote about a failure.
  Path take(Path other) throws IOException {
    Path file = place(String.valueOf(other.getFileName()));
    Files.move(other, file);
    forgetOld();
    return file;
  }

  private Path place(String name) throws IOException {
    PrivateFiles.directory(directory);
    return directory.resolve(TIME.format(clock.instant()) + "-" + name);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }

  private static void describe(StringBuilder text, Throwable failure) {
    int deep = 0;
    for (Throwable next = failure; next != null && deep < KEPT; next = next.getCause(), deep++) {
      text.append(deep == 0 ? "" : "caused by ").append(next.getClass().getName()).append('\n');
      frames(text, next.getStackTrace());
    }
  }

  private static void frames(StringBuilder text, StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      text.append("    at ").append(frame).append('\n');
    }
  }

  private void forgetOld() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.sorted().toList();
    }
    for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
      Files.deleteIfExists(old);
    }
  }
}
