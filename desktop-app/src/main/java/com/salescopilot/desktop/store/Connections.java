package com.salescopilot.desktop.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Opens the database file with the settings that make a commit durable and a damaged page seen.
final class Connections {
  private static final List<String> ALWAYS =
      List.of("patience", "wal", "synchronous", "trustedSchema", "cellSizeCheck");

  private final Path file;
  private final SqlFile pragmas = SqlFile.of(Connections.class);

  Connections(Path file) {
    this.file = file;
  }

  /// The one connection that writes. Its transactions take the write lock when they begin.
  Db writer() {
    return open(SQLiteConfig.TransactionMode.IMMEDIATE, List.of());
  }

  /// A connection that reads snapshots.
  Db reader() {
    return open(SQLiteConfig.TransactionMode.DEFERRED, List.of("readOnly"));
  }

  private Db open(SQLiteConfig.TransactionMode mode, List<String> more) {
    SQLiteConfig config = new SQLiteConfig();
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      Connection connection = source.getConnection();
      try (Statement statement = connection.createStatement()) {
        for (String pragma : ALWAYS) {
          statement.execute(pragmas.get(pragma).text());
        }
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
          statement.execute(pragmas.get("fullFsync").text());
        }
        for (String pragma : more) {
          statement.execute(pragmas.get(pragma).text());
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      connection.setAutoCommit(false);
      return new Db(connection);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }
}
