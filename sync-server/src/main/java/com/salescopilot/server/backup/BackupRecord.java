package com.salescopilot.server.backup;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When the last good backup was written, as a file in the data directory: whoever watches the
/// server hears of one that is too old.
public final class BackupRecord {
  private static final Logger LOG = System.getLogger(BackupRecord.class.getName());
  private static final Duration LONG_AGO = Duration.ofDays(7);

  private final Path taken;
  private final Path begun;

  public BackupRecord(Path dataDir) {
    this.taken = dataDir.resolve("backup.taken");
    this.begun = dataDir.resolve("backup.awaited");
  }

  /// A server works here: without any backup, its age counts from the first time.
  public void begin(Instant now) {
    if (read(taken).isEmpty() && read(begun).isEmpty()) {
      write(begun, now);
    }
  }

  /// A backup is whole and on disk.
  public void taken(Instant now) {
    write(taken, now);
  }

  /// What there is to say about the last backup.
  public List<String> warnings(Instant now) {
    Optional<Instant> last = read(taken);
    Optional<Instant> since = last.or(() -> read(begun));
    return since.filter(at -> at.plus(LONG_AGO).isBefore(now)).isPresent()
        ? List.of(
            last.map(at -> "The last backup is of " + at + ", more than seven days ago.")
                .orElse("There is no backup of this database yet."))
        : List.of();
  }

  private static Optional<Instant> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Instant.parse(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | DateTimeException e) {
      LOG.log(Level.WARNING, "{0} cannot be read: {1}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /// Only a note: a backup is good without it.
  private static void write(Path file, Instant at) {
    try {
      Files.write(file, at.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} cannot be written: {1}", file, e.getMessage());
    }
  }
}
