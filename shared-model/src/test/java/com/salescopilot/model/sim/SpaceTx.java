package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.server.ServerStore;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sim.Point.Step;
import com.salescopilot.model.sync.DomainEvent;
import com.salescopilot.model.sync.FieldWrite;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.NaturalKey;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// A transaction on a workspace: sees its own writes, and nobody else does before it commits.
final class SpaceTx implements ServerStore {
  /// So few that pages and revs end in the middle of what happens here.
  private static final int ROWS_A_REV = 4;

  private final Space space;
  private final UserId user;
  private final Bug bug;
  private final Stop stop;
  private final Map<RowKey, Written> written = new LinkedHashMap<>();
  private final List<LogEntry> log = new ArrayList<>();
  private final Map<UUID, Long> heads = new HashMap<>();
  private final Map<UUID, Integer> counts = new HashMap<>();

  /// @param stop where the process that writes stops
  SpaceTx(Space space, UserId user, Bug bug, Stop stop) {
    this.stop = stop;
    this.space = space;
    this.user = user;
    this.bug = bug;
  }

  private record Written(UUID stream, UserId owner, Optional<Doc> row, Grave grave) {}

  Space space() {
    return space;
  }

  @Override
  public Optional<Doc> row(RowKey key) {
    Written mine = written.get(key);
    if (mine != null) {
      return mine.row();
    }
    return space.maySee(key, user) ? Optional.ofNullable(space.rows.get(key)) : Optional.empty();
  }

  /// Every row of an entity that this transaction sees.
  List<Doc> all(Entity entity) {
    List<Doc> all = new ArrayList<>();
    for (RowKey key : space.keys(entity)) {
      row(key).ifPresent(all::add);
    }
    written.forEach(
        (key, mine) -> {
          if (key.entity() == entity && !space.rows.containsKey(key)) {
            mine.row().ifPresent(all::add);
          }
        });
    return all;
  }

  @Override
  public Optional<Grave> grave(RowKey key) {
    if (bug == Bug.DELETED_ROWS_REVIVE) {
      return Optional.empty();
    }
    Written mine = written.get(key);
    if (mine != null) {
      return mine.row().isPresent() ? Optional.empty() : Optional.of(mine.grave());
    }
    return Optional.ofNullable(space.graves.get(key));
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key, String field) {
    return bug == Bug.BEFORE_VALUES_IGNORED
        ? Optional.empty()
        : newest(key, entry -> entry.wrote(key, field));
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key) {
    return newest(key, entry -> true);
  }

  private Optional<FieldWrite> newest(RowKey key, Predicate<LogEntry> which) {
    List<LogEntry> about = space.about.getOrDefault(key.id(), List.of());
    for (LogEntry entry : about.reversed()) {
      boolean accepted =
          entry.outcome() instanceof Outcome.Applied || entry.outcome() instanceof Outcome.Merged;
      if (accepted && which.test(entry)) {
        return Optional.of(
            new FieldWrite(entry.id(), entry.stamp().actor(), entry.stamp().editedAt()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<UUID> find(NaturalKey key) {
    if (bug == Bug.ADDRESSES_NOT_UNIQUE) {
      return Optional.empty();
    }
    for (Written mine : written.values()) {
      if (mine.row().flatMap(NaturalKey::of).equals(Optional.of(key))) {
        return mine.row().map(Doc::id);
      }
    }
    RowKey holder = space.holders.get(key);
    return holder == null || written.containsKey(holder)
        ? Optional.empty()
        : Optional.of(holder.id());
  }

  @Override
  public Optional<Known> logged(UUID mutation) {
    stop.at(Step.LOOK_UP);
    return bug == Bug.REPEATS_NOT_KNOWN
        ? Optional.empty()
        : Optional.ofNullable(space.logged.get(mutation)).map(entry -> new Known(entry.hash()));
  }

  @Override
  public void write(List<StoredRow> rows) {
    stop.at(Step.ROWS);
    for (StoredRow row : rows) {
      stop.at(Step.ROW);
      boolean untold =
          (bug == Bug.CLASHES_UNTOLD && kind(row).equals("FIELD"))
              || (bug == Bug.REFUSALS_UNTOLD && kind(row).equals("REJECTED"));
      if (untold) {
        continue;
      }
      UserId owner = row.owner().orElse(user);
      UUID stream = space.owner(row.key().entity().stream(), owner);
      long rev = nextRev(stream);
      if (bug == Bug.REV_STAYS && row.before().isPresent() && row.after().isPresent()) {
        rev = row.before().get().rev();
      }
      Grave grave = new Grave(row.key(), rev, row.before());
      long at = rev;
      Optional<Doc> after = row.after().map(doc -> doc.at(at));
      written.put(row.key(), new Written(stream, owner, after, grave));
    }
  }

  private static String kind(StoredRow row) {
    return row.after()
        .filter(d -> d.entity() == Entity.CONFLICT)
        .flatMap(d -> d.text("kind"))
        .orElse("");
  }

  private long nextRev(UUID owner) {
    Space.Stream stream = space.stream(owner);
    int count = counts.merge(owner, 1, Integer::sum);
    if (bug == Bug.SEQUENCE_AS_CURSOR) {
      stream.given = Math.max(stream.given, stream.head) + 1;
      heads.put(owner, stream.given);
    } else if (count % ROWS_A_REV == 1) {
      heads.merge(owner, stream.head + 1, (had, first) -> had + 1);
    }
    if (bug == Bug.HEAD_BEFORE_ROWS) {
      stream.head = heads.getOrDefault(owner, 0L);
    }
    return heads.getOrDefault(owner, 0L);
  }

  @Override
  public boolean sendsHeld() {
    return space.history.sendsHeld();
  }

  @Override
  public void append(List<LogEntry> entries, List<DomainEvent> events) {
    stop.at(Step.LOG);
    log.addAll(entries);
  }

  /// Everything becomes visible at once.
  void commit() {
    rows();
    log.forEach(space::log);
  }

  /// The rows alone: half a commit, for a database that tears it.
  void rows() {
    written.forEach(
        (key, row) -> {
          if (key.entity().stream() == StreamKind.ME) {
            space.owners.put(key, row.owner());
          }
          space.put(key, row.stream(), row.row(), row.grave());
          if (bug == Bug.TOMBSTONE_LOST && row.row().isEmpty()) {
            space.graves.remove(key);
          }
        });
    heads.forEach(
        (owner, head) -> {
          Space.Stream stream = space.stream(owner);
          stream.head = Math.max(stream.head, head);
          stream.witnesses.put(head, space.history.nonce());
        });
  }

  /// The text of a field that hooks look at.
  static boolean says(Optional<Value> value, String text) {
    return value.equals(Optional.of(Value.text(text)));
  }
}
