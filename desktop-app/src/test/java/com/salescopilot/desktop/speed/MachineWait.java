package com.salescopilot.desktop.speed;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long the threads that bring rows to the screen were ready to work and got no processor,
/// because the machine was busy with other things. Linux counts it; elsewhere it is nothing.
final class MachineWait {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final List<String> ON_THE_WAY =
      List.of("JavaFX Applicat", "store-read", "ForkJoinPool-1-");

  private final List<Path> counters;

  private MachineWait(List<Path> counters) {
    this.counters = counters;
  }

  /// Of the threads that are there now.
  static MachineWait now() {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(TASKS)) {
      try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
        for (Path task : tasks) {
          String name = Files.readString(task.resolve("comm")).strip();
          if (ON_THE_WAY.contains(name) && Files.exists(task.resolve("schedstat"))) {
            found.add(task.resolve("schedstat"));
          }
        }
      } catch (IOException e) {
        return new MachineWait(List.of()); // a thread ended meanwhile
      }
    }
    return new MachineWait(found);
  }

  /// All of it until now.
  Duration total() {
    long nanos = 0;
    for (Path counter : counters) {
      try {
        nanos += Long.parseLong(Files.readString(counter).strip().split(" ", -1)[1]);
      } catch (IOException e) {
        // the thread has ended, and waits for nothing
      }
    }
    return Duration.ofNanos(nanos);
  }
}
