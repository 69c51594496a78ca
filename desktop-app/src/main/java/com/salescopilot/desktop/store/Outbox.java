package com.salescopilot.desktop.store;

import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// The mutations that the server has not confirmed, in order, and what the journal must hear of
/// them before the transaction commits.
final class Outbox {
  /// How long a confirmed mutation is remembered: a journal that is older knows nothing new.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Db db;
  private final InstantSource clock;
  private final List<JournalRecord> noted = new ArrayList<>();
  private final Sql byId;
  private final Sql byPlace;
  private final Sql place;
  private final Sql keep;
  private final Sql newest;
  private final Sql after;
  private final Sql count;
  private final Sql untouch;
  private final Sql touch;
  private final Sql touching;
  private final Sql touched;
  private final Sql remove;
  private final Sql ack;
  private final Sql acked;
  private final Sql isAcked;
  private final Sql forgetAcked;
  private final Sql reword;
  private final Sql forget;

  Outbox(Db db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
    SqlFile sql = SqlFile.of(Outbox.class);
    byId = sql.get("byId");
    byPlace = sql.get("byPlace");
    place = sql.get("place");
    keep = sql.get("keep");
    newest = sql.get("newest");
    after = sql.get("after");
    count = sql.get("count");
    untouch = sql.get("untouch");
    touch = sql.get("touch");
    touching = sql.get("touching");
    touched = sql.get("touched");
    remove = sql.get("remove");
    ack = sql.get("ack");
    acked = sql.get("acked");
    isAcked = sql.get("isAcked");
    forgetAcked = sql.get("forgetAcked");
    reword = sql.get("reword");
    forget = sql.get("forget");
  }

  Optional<OutboxEntry> byId(UUID mutation) {
    return db.on(byId).with("id", mutation).maybe(Outbox::entry);
  }

  List<OutboxEntry> touching(Set<RowKey> keys) {
    SortedSet<Long> places = new TreeSet<>();
    for (RowKey key : keys) {
      places.addAll(
          db.on(touching)
              .with("entity", key.entity().table())
              .with("id", key.id())
              .list(row -> row.getLong(1)));
    }
    List<OutboxEntry> entries = new ArrayList<>();
    places.forEach(
        ord -> db.on(byPlace).with("ord", ord).maybe(Outbox::entry).ifPresent(entries::add));
    return entries;
  }

  /// The rows of a kind that pending mutations touch.
  Set<UUID> touched(Entity entity) {
    return Set.copyOf(db.on(touched).with("entity", entity.table()).list(row -> Bound.id(row, 1)));
  }

  Optional<OutboxEntry> newest() {
    return db.on(newest).maybe(Outbox::entry);
  }

  List<OutboxEntry> after(long seq, int most) {
    return db.on(after).with("seq", seq).with("most", most).list(Outbox::entry);
  }

  void keep(OutboxEntry entry) {
    UUID id = entry.mutation().id();
    Optional<String> before = db.on(byId).with("id", id).maybe(row -> row.getString(1));
    String body = EntryJson.write(entry);
    db.on(keep).with("id", id).with("body", body).with("seq", entry.seq()).run();
    if (before.equals(Optional.of(body))) {
      return;
    }
    db.on(untouch).with("id", id).run();
    long ord = db.on(place).with("id", id).whole();
    for (RowKey key : entry.mutation().change().touches()) {
      db.on(touch).with("entity", key.entity().table()).with("id", key.id()).with("ord", ord).run();
    }
    noted.add(new JournalRecord.Made(id, body));
  }

  void drop(OutboxEntry entry) {
    UUID id = entry.mutation().id();
    db.on(untouch).with("id", id).run();
    db.on(remove).with("id", id).run();
    noted.add(new JournalRecord.Done(id));
  }

  void confirm(OutboxEntry entry) {
    UUID id = entry.mutation().id();
    drop(entry);
    db.on(ack).with("id", id).with("body", EntryJson.write(entry)).with("at", clock.millis()).run();
  }

  long count() {
    return db.on(count).whole();
  }

  List<OutboxEntry> acked() {
    return db.on(acked).list(row -> EntryJson.read(row.getString(1), OptionalLong.empty()));
  }

  /// Keeps a confirmed mutation with fewer words.
  void reword(OutboxEntry entry) {
    db.on(reword).with("id", entry.mutation().id()).with("body", EntryJson.write(entry)).run();
  }

  /// Keeps a confirmed mutation no more, but that it was confirmed: a journal may know it yet.
  void forget(OutboxEntry entry) {
    db.on(forget).with("id", entry.mutation().id()).run();
  }

  boolean isAcked(UUID mutation) {
    return db.on(isAcked).with("id", mutation).any();
  }

  void forgetOldAcked() {
    db.on(forgetAcked).with("before", clock.instant().minus(REMEMBERED).toEpochMilli()).run();
  }

  /// What the journal must hear of this transaction; forgotten when asked for.
  List<JournalRecord> takeNoted() {
    List<JournalRecord> taken = List.copyOf(noted);
    noted.clear();
    return taken;
  }

  private static OutboxEntry entry(ResultSet row) throws SQLException {
    String body = row.getString(1);
    long number = row.getLong(2);
    OptionalLong seq = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    return EntryJson.read(body, seq);
  }
}
