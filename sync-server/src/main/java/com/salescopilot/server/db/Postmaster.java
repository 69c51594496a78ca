package com.salescopilot.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Who, after its own word in `postmaster.pid`, runs a data directory.
final class Postmaster {
  private static final int PORT_LINE = 3;

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

  /// Where it listens; empty if it does not say so.
  OptionalInt port() {
    return line(PORT_LINE).map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
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
    return line(0).map(Long::valueOf);
  }

  /// A line, if it is a number.
  private Optional<String> line(int number) {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(file).stream()
          .skip(number)
          .findFirst()
          .map(String::strip)
          .filter(text -> text.matches("\\d{1,9}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
