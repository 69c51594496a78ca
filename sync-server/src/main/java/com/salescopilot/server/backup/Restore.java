package com.salescopilot.server.backup;

import static java.util.Objects.requireNonNull;

import com.salescopilot.server.db.Catalogue;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Migrations;
import com.salescopilot.server.db.Roles;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.StoredTable;
import com.salescopilot.server.db.TableCopies;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts a backup in place of what a database holds. No server may work on it meanwhile.
///
/// Where the schema is the backup's, all of it is one transaction: a restore that fails changes
/// nothing. The next start of a server begins another life of the database, which holds back every
/// mail that may have left since.
public final class Restore {
  private static final List<String> SETTLE =
      List.of("settledEvents", "oldTicks", "firstTick", "consumers", "anotherLife");

  private final Statements statements = Statements.load(Restore.class);
  private final DatabaseLogin login;

  public Restore(DatabaseLogin login) {
    this.login = login;
  }

  /// What may become of the rows that are there.
  public enum Rows {
    /// A database that somebody has an account in is left alone.
    KEEP,
    /// They are replaced.
    REPLACE
  }

  /// Puts it in place.
  ///
  /// @return the migrations that were run behind it
  /// @throws BackupRefused if the database is in use, and its rows are to be kept
  public List<String> from(BackupFile backup, Rows rows) throws IOException {
    Manifest manifest = backup.manifest();
    Roles.ensure(login);
    Migrations.check(login, manifest.schema());
    try (TableCopies there = TableCopies.filling(login)) {
      if (rows == Rows.KEEP && there.occupied()) {
        throw new BackupRefused(
            "The database has accounts already; add --replace to put the backup in their place.");
      }
      if (!there.schema().equals(Optional.of(manifest.schema()))) {
        there.clear();
        there.commit();
      }
    }
    Migrations.runTo(login, manifest.schema());
    fill(backup);
    List<String> migrated = Migrations.run(login);
    Catalogue.check(login);
    return migrated;
  }

  private void fill(BackupFile backup) throws IOException {
    Manifest manifest = backup.manifest();
    Map<String, Manifest.Part> parts =
        manifest.tables().stream()
            .collect(Collectors.toMap(Manifest.Part::name, Function.identity()));
    try (TableCopies there = TableCopies.filling(login)) {
      List<StoredTable> tables = there.tables();
      refuseOthers(tables, parts);
      there.empty();
      for (StoredTable table : tables) {
        Manifest.Part part = requireNonNull(parts.get(table.name()));
        try (InputStream in = backup.read(part)) {
          if (there.fill(part.table(), in) != part.rows()) {
            throw new BackupRefused("Not all rows of " + part.name() + " were taken.");
          }
        }
      }
      manifest.counters().forEach(there::count);
      SETTLE.forEach(name -> there.change(statements.get(name)));
      there.filled();
      there.commit();
    }
  }

  private static void refuseOthers(List<StoredTable> tables, Map<String, Manifest.Part> parts) {
    Set<String> names = tables.stream().map(StoredTable::name).collect(Collectors.toSet());
    if (!names.equals(parts.keySet())) {
      throw new BackupRefused("The backup has other tables than its schema.");
    }
    for (StoredTable table : tables) {
      Set<String> columns = new HashSet<>(requireNonNull(parts.get(table.name())).columns());
      if (!columns.equals(new HashSet<>(table.columns()))) {
        throw new BackupRefused("The backup has other columns of " + table.name() + ".");
      }
    }
  }
}
