package com.salescopilot.server;

import com.salescopilot.server.backup.Backup;
import com.salescopilot.server.backup.BackupFile;
import com.salescopilot.server.backup.BackupRecord;
import com.salescopilot.server.backup.Manifest;
import com.salescopilot.server.backup.Restore;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.LocalPostgres;
import com.salescopilot.server.db.Soundness;
import com.salescopilot.server.db.TableCopies;
import com.salescopilot.server.keys.KeyCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands that copy the database and put a copy back.
///
/// @param now when the command was given
record Backups(ServerConfig config, Lifecycle lifecycle, Instant now) {

  /// Beside a server or without one.
  List<String> write(Path file) throws Exception {
    Manifest manifest = new Backup(reached()).write(file, now);
    new BackupRecord(config.dataDir()).taken(now);
    return List.of(
        "BACKUP " + said(file, manifest),
        "The master key ("
            + config.masterKey()
            + ") is not in it. Keep a copy of that file elsewhere: without it the backup cannot be"
            + " restored.");
  }

  /// Only without a server.
  List<String> restore(Path file, Restore.Rows rows) throws Exception {
    try (BackupFile backup = checked(file)) {
      DatabaseLogin login = Foundation.login(config, lifecycle);
      refuseServers(login);
      List<String> migrated = new Restore(login).from(backup, rows);
      List<String> lines = new ArrayList<>(migrated);
      lines.add("RESTORED " + said(file, backup.manifest()));
      lines.add(
          "Start the server. What may have left since the backup is held back; when your clients"
              + " have been online, release-sends lets it go.");
      return lines;
    }
  }

  /// Reads the file from end to end, and sees whether the keys are its own.
  List<String> verify(Path file) throws IOException {
    try (BackupFile backup = checked(file)) {
      return List.of("VERIFIED " + said(file, backup.manifest()));
    }
  }

  /// Looks the database through, beside a server or without one.
  ///
  /// @throws com.salescopilot.server.db.DatabaseRefused with everything that does not fit
  List<String> verifyDatabase() throws Exception {
    Soundness.check(reached());
    return List.of("VERIFIED the database: keys, references, queue and numbers fit together");
  }

  private BackupFile checked(Path file) throws IOException {
    BackupFile backup = BackupFile.open(file);
    try {
      BackupFile.KeyConstant constant = backup.keyConstant();
      KeyCheck.ofBackup(config.keyFile(), constant.kid(), constant.sealed());
      return backup;
    } catch (IOException | RuntimeException e) {
      backup.close();
      throw e;
    }
  }

  /// The database that a server runs at this moment, or the one that is started for it.
  private DatabaseLogin reached() throws Exception {
    Optional<DatabaseLogin> running =
        config.database().isPresent()
            ? config.database()
            : LocalPostgres.running(Foundation.postgres(config), Foundation.NAME);
    return running.isPresent() ? running.get() : Foundation.login(config, lifecycle);
  }

  private static void refuseServers(DatabaseLogin login) {
    try (TableCopies look = TableCopies.reading(login)) {
      if (look.others() > 0) {
        throw new StartRefused("A server works on this database; stop it first.");
      }
    }
  }

  private static String said(Path file, Manifest manifest) {
    return "%s rows=%d schema=%s taken=%s"
        .formatted(file, manifest.rows(), manifest.schema(), manifest.takenAt());
  }
}
