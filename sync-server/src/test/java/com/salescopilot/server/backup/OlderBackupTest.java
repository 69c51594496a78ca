package com.salescopilot.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Migrations;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TableCopies;
import com.salescopilot.server.db.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A backup that an older release wrote is put back and brought to this one.
final class OlderBackupTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  /// Before there were numbers that are kept, and much else.
  private static final String OLD = "0014";

  @Order(1)
  @RegisterExtension
  static final TestDatabase older = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestDatabase fresh = new TestDatabase();

  @TempDir Path directory;

  @Test
  void it_is_migrated_and_what_later_schemas_count_is_counted() throws Exception {
    try (TableCopies there = TableCopies.filling(older.login())) {
      there.clear();
      there.commit();
    }
    Migrations.runTo(older.login(), OLD);
    change(older, statement("fill"));
    Path file = directory.resolve("old.backup");
    Manifest taken = new Backup(older.login()).write(file, NOW);
    assertThat(taken.schema()).isEqualTo(OLD);

    List<String> migrated;
    try (BackupFile backup = BackupFile.open(file)) {
      migrated = new Restore(fresh.login()).from(backup, Restore.Rows.REPLACE);
    }

    assertThat(migrated).hasSizeGreaterThan(10).first().asString().startsWith("0015");
    assertThat(asked(fresh, statement("people"))).isEqualTo("bo@b.example");
    assertThat(asked(fresh, statement("sent"))).isEqualTo("1");
    Manifest again = new Backup(fresh.login()).write(directory.resolve("new.backup"), NOW);
    assertThat(again.schema()).isGreaterThan(OLD);
    assertThat(again.rows()).isGreaterThanOrEqualTo(taken.rows());
  }

  private static String statement(String name) {
    return Statements.load(OlderBackupTest.class).get(name).text();
  }

  private static void change(TestDatabase db, String sql) throws Exception {
    try (Connection connection = open(db);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String asked(TestDatabase db, String sql) throws Exception {
    try (Connection connection = open(db);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection open(TestDatabase db) throws Exception {
    DatabaseLogin login = db.superuser();
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }
}
