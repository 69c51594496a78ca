package com.salescopilot.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A batch costs as many ways to the database as one change: what the rules will ask is known
/// before.
final class BatchCostTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final int BATCH = 60;
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random(11));
  private final Scope scope = db.newWorkspace();
  private final Streams streams =
      new Streams(
          db.database(),
          new RowTables(),
          List.of(),
          TestDatabase.tags(),
          new Heads(),
          ids::next,
          Clock.systemUTC());

  @Test
  void many_prospects_are_made_edited_and_deleted_for_the_ways_of_one() {
    List<UUID> one = List.of(ids.next());
    List<UUID> many = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      many.add(ids.next());
    }
    for (Function<UUID, Change> kind :
        List.<Function<UUID, Change>>of(this::create, this::edit, this::delete)) {
      int few = ways(one, kind);
      assertThat(few).isBetween(3, 15);
      assertThat(ways(many, kind)).isLessThanOrEqualTo(few);
    }
  }

  private Change create(UUID id) {
    return new Change.Create(
        key(id), new TreeMap<>(Map.of("email", Value.text("p" + id + "@b.example"))));
  }

  private Change edit(UUID id) {
    FieldPatch name =
        new FieldPatch.Whole(Before.of(Optional.empty()), Optional.of(Value.text("Ana")));
    return new Change.Patch(key(id), new TreeMap<>(Map.of("firstName", name)));
  }

  private Change delete(UUID id) {
    return new Change.Delete(key(id), OptionalLong.empty());
  }

  private static RowKey key(UUID id) {
    return new RowKey(Entity.PROSPECT, id);
  }

  private int ways(List<UUID> rows, Function<UUID, Change> kind) {
    Actor me = new Actor.Member(scope.user(), Role.USER, scope.user().value());
    Counter counter = new Counter();
    Level before = DRIVER.getLevel();
    DRIVER.addHandler(counter);
    DRIVER.setUseParentHandlers(false);
    DRIVER.setLevel(Level.FINEST);
    try {
      streams.write(scope, me, rows.stream().map(kind).toList());
      return counter.ways;
    } finally {
      DRIVER.setLevel(before);
      DRIVER.setUseParentHandlers(true);
      DRIVER.removeHandler(counter);
    }
  }

  /// Counts what the driver waits for on this thread.
  private static final class Counter extends Handler {
    private final Thread mine = Thread.currentThread();
    private int ways;

    @Override
    public void publish(LogRecord line) {
      if (Thread.currentThread().equals(mine) && line.getMessage().contains("FE=> Sync")) {
        ways++;
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
