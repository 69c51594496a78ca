package com.salescopilot.desktop.store;

import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Cursor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A client's transaction on one SQLite connection.
final class SqliteTx implements ClientTx {
  private final Rows rows;
  private final Outbox outbox;
  private final Marks marks;
  private final Lists lists;
  private final LocalDrafts drafts;
  private final Traces traces;
  private final Set<Entity> shown = EnumSet.noneOf(Entity.class);

  SqliteTx(Db db, InstantSource clock) {
    rows = new Rows(db);
    outbox = new Outbox(db, clock);
    marks = new Marks(db);
    lists = new Lists(db);
    drafts = new LocalDrafts(db);
    traces = new Traces(db, outbox, lists);
  }

  Rows rows() {
    return rows;
  }

  Lists lists() {
    return lists;
  }

  Traces traces() {
    return traces;
  }

  LocalDrafts drafts() {
    return drafts;
  }

  /// The kinds of rows that this transaction changed, told once.
  Set<Entity> takeShown() {
    Set<Entity> taken = Set.copyOf(shown);
    shown.clear();
    return taken;
  }

  Outbox outbox() {
    return outbox;
  }

  Marks marks() {
    return marks;
  }

  @Override
  public Optional<Doc> visible(RowKey key) {
    return rows.visible(key);
  }

  @Override
  public void show(RowKey key, Optional<Doc> row) {
    rows.show(key, row);
    shown.add(key.entity());
  }

  @Override
  public Optional<ServerImage> image(RowKey key) {
    return rows.image(key);
  }

  @Override
  public boolean hasImages() {
    return rows.hasImages();
  }

  @Override
  public void keepImage(RowKey key, ServerImage image) {
    rows.keepImage(key, image);
  }

  @Override
  public void dropImage(RowKey key) {
    rows.dropImage(key);
  }

  @Override
  public Optional<OutboxEntry> pending(UUID mutation) {
    return outbox.byId(mutation);
  }

  @Override
  public List<OutboxEntry> pendingOn(Set<RowKey> keys) {
    return outbox.touching(keys);
  }

  @Override
  public Optional<OutboxEntry> newestPending() {
    return outbox.newest();
  }

  @Override
  public List<OutboxEntry> pendingAfter(long seq, int most) {
    return outbox.after(seq, most);
  }

  @Override
  public void keepPending(OutboxEntry entry) {
    outbox.keep(entry);
  }

  @Override
  public void drop(OutboxEntry entry) {
    outbox.drop(entry);
  }

  @Override
  public void confirm(OutboxEntry entry) {
    outbox.confirm(entry);
  }

  @Override
  public List<OutboxEntry> confirmed() {
    return outbox.acked();
  }

  @Override
  public List<Doc> sentSince(Instant since) {
    return rows.sentSince(since);
  }

  @Override
  public long countPending() {
    return outbox.count();
  }

  @Override
  public Optional<Cursor> cursor(StreamKind stream) {
    return marks.cursor(stream);
  }

  @Override
  public void keepCursor(StreamKind stream, Cursor cursor) {
    marks.keepCursor(stream, cursor);
  }

  @Override
  public void forgetCursor(StreamKind stream) {
    marks.forgetCursor(stream);
  }

  @Override
  public Optional<UUID> epoch() {
    return marks.epoch();
  }

  @Override
  public void keepEpoch(UUID epoch) {
    marks.keepEpoch(epoch);
  }

  @Override
  public void beginFull(StreamKind stream) {
    marks.beginFull(stream);
  }

  @Override
  public boolean isFull(StreamKind stream) {
    return marks.isFull(stream);
  }

  @Override
  public boolean isFirst(StreamKind stream) {
    return marks.isFirst(stream);
  }

  @Override
  public void seen(RowKey key) {
    marks.seen(key);
  }

  @Override
  public List<RowKey> endFull(StreamKind stream) {
    return marks.endFull(stream);
  }

  @Override
  public Set<String> traces(UUID prospect) {
    return traces.of(prospect);
  }

  @Override
  public void forget(Set<String> words) {
    traces.forget(words);
  }

  @Override
  public Device device() {
    return marks.device();
  }

  @Override
  public void keepDevice(Device device) {
    marks.keepDevice(device);
  }
}
