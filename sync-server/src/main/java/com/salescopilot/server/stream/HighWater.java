package com.salescopilot.server.stream;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/// How far the database has written, noted every second in a file beside it. A database that has
/// written less at the next start was put back to a copy: so that is known before anything leaves,
/// and not only when the first client tells.
public final class HighWater {
  private static final Duration OFTEN = Duration.ofSeconds(1);

  private final Statements statements = Statements.load(HighWater.class);
  private final Database database;
  private final Path file;
  private final Loop loop;
  private String noted = "";

  public HighWater(Database database, Path file) {
    this.database = database;
    this.file = file;
    this.loop = new Loop("high water", new Bell(), this::look);
  }

  /// Begins to take notes; not before a start was judged by the last one.
  public void start() {
    loop.start();
  }

  /// Ends with a last note.
  public void stop() throws InterruptedException {
    loop.stop();
    var _ = look();
  }

  private Duration look() {
    String now = database.asWorker(this::written).line();
    if (!now.equals(noted)) {
      note(now);
      noted = now;
    }
    return OFTEN;
  }

  /// Whether the database has written less than was noted.
  boolean isAbove(Tx tx) {
    Written now = written(tx);
    String[] last = read().split(" ", -1);
    return last.length == 2
        && last[0].equals(now.history())
        && last[1].matches("\\d{1,18}")
        && Long.parseLong(last[1]) > now.bytes();
  }

  private Written written(Tx tx) {
    return tx.one(
        statements.get("written"),
        Args.none(),
        row -> new Written(row.text("history"), row.whole("bytes")));
  }

  /// @param history whose bytes these are
  private record Written(String history, long bytes) {
    String line() {
      return history + " " + bytes;
    }
  }

  private String read() {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(String line) {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(next, line);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
