package com.salescopilot.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the programs of PostgreSQL, which refuse to run as root: there they run inside a user
/// namespace, where the same user has another number and no rights.
final class PostgresCommands {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PostgresBinaries binaries;
  private final Path output;
  private final List<String> prefix;

  /// @param directory where they work, and leave what they say
  PostgresCommands(PostgresBinaries binaries, Path directory) {
    this.binaries = binaries;
    this.output = directory.resolve("command.log");
    this.prefix = isRoot(directory) ? unprivileged() : List.of();
  }

  /// Runs to the end.
  ///
  /// @return the exit code
  int run(String program, List<String> arguments) {
    var command = new ArrayList<>(prefix);
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    return exec(command);
  }

  /// What the last program said.
  String said() {
    try {
      return Files.exists(output) ? Files.readString(output).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int exec(List<String> command) {
    try {
      // to a file: the postmaster inherits it, and a pipe would never end
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new DatabaseRefused(command.getLast() + " did not end within " + PATIENCE);
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL started or stopped", e);
    }
  }

  private static boolean isRoot(Path directory) {
    try {
      if (!directory.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        return false;
      }
      Path probe = Files.createTempFile(directory, "owner", ".tmp");
      try {
        return Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Without a mapping the namespace shows our files as its own user's; with one the user is named.
  /// Which of the two a kernel and its `unshare` allow has to be tried.
  private List<String> unprivileged() {
    for (List<String> candidate :
        List.of(
            List.of("unshare", "--user"),
            List.of("unshare", "--user", "--map-user=65534", "--map-group=65534"))) {
      if (works(candidate)) {
        return candidate;
      }
    }
    throw new DatabaseRefused(
        "PostgreSQL does not run as root, and this system does not let it run in a user namespace"
            + " (unshare). Start the server as another user, or set SC_DATABASE_URL.");
  }

  private boolean works(List<String> candidate) {
    var command = new ArrayList<>(candidate);
    command.addAll(List.of("id", "-u"));
    try {
      return exec(command) == 0 && !said().equals("0");
    } catch (UncheckedIOException e) {
      return false; // no such program
    }
  }
}
