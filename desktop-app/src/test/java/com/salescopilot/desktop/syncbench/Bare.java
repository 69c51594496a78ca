package com.salescopilot.desktop.syncbench;

import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Statements;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;

/// The least that the same machine needs for the same thing: what the figures are compared with.
final class Bare {
  private static final int TIMES = 200;
  private static final int BLOCK = 4_096;

  private Bare() {}

  /// Two appends, each forced to the disk, as often as makes a figure.
  static List<Duration> twoSyncs(Path directory) throws IOException {
    List<Duration> all = new ArrayList<>();
    try (FileChannel one = open(directory.resolve("bare.one"));
        FileChannel two = open(directory.resolve("bare.two"))) {
      for (int i = 0; i < TIMES; i++) {
        long start = System.nanoTime();
        for (FileChannel file : List.of(one, two)) {
          file.write(ByteBuffer.allocate(BLOCK));
          file.force(false);
        }
        all.add(Duration.ofNanos(System.nanoTime() - start));
      }
    }
    return all;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /// COPY of as many rows of ten columns into a table with a primary key.
  static Duration copy(DatabaseLogin login, int rows) throws SQLException, IOException {
    Statements statements = Statements.load(Bare.class);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      lines.append(i).append("\tperson").append(i);
      lines.append("@company.example\tAna\tLindqvist").append(i).append("\tCompany ").append(i);
      lines.append("\tBuyer\t{\"plan\":\"pro\"}\t2026-09-01\t2026-09-01\t1\n");
    }
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        Statement statement = connection.createStatement()) {
      statement.execute(statements.get("make").text());
      long start = System.nanoTime();
      long copied =
          connection
              .unwrap(BaseConnection.class)
              .getCopyAPI()
              .copyIn(statements.get("copy").text(), new StringReader(lines.toString()));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (copied != rows) {
        throw new IllegalStateException(copied + " rows");
      }
      return took;
    }
  }
}
