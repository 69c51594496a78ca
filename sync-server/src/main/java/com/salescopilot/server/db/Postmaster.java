package com.salescopilot.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Who, after its own word in `postmaster.pid`, runs a data directory.
final class Postmaster {

  private final Path file;

  Postmaster(Path data) {
    this.file = data.resolve("postmaster.pid");
  }

  /// The number in the file may long belong to another program: after a restart of the machine.
  boolean runs() {
    return pid()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().command().map(c -> c.contains("postgres")).orElse(true))
        .orElse(false);
  }

  /// PostgreSQL would refuse to start for the sake of whoever has the number now.
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Long> pid() {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      boolean whole = !lines.isEmpty() && lines.getFirst().strip().matches("\\d{1,18}");
      return whole ? Optional.of(Long.valueOf(lines.getFirst().strip())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
