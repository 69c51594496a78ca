package com.salescopilot.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupRecordTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir Path directory;

  @Test
  void a_week_without_a_backup_is_said_and_a_new_one_ends_that() {
    BackupRecord record = new BackupRecord(directory);
    assertThat(record.warnings(NOW)).as("nothing has begun").isEmpty();
    record.begin(NOW);
    record.begin(NOW.plus(WEEK)); // started again
    assertThat(record.warnings(NOW.plus(WEEK))).isEmpty();
    Instant late = NOW.plus(WEEK).plusSeconds(1);
    assertThat(record.warnings(late)).containsExactly("There is no backup of this database yet.");
    record.taken(late);
    assertThat(new BackupRecord(directory).warnings(late.plus(WEEK))).isEmpty();
    assertThat(new BackupRecord(directory).warnings(late.plus(WEEK).plusSeconds(1)))
        .singleElement()
        .asString()
        .contains("more than seven days ago");
  }

  @Test
  void a_note_that_cannot_be_read_hinders_nobody() throws Exception {
    BackupRecord record = new BackupRecord(directory);
    Files.writeString(directory.resolve("backup.taken"), "yesterday");
    record.begin(NOW);
    assertThat(record.warnings(NOW)).isEmpty();
    assertThat(record.warnings(NOW.plus(WEEK).plusSeconds(1))).hasSize(1);
  }
}
