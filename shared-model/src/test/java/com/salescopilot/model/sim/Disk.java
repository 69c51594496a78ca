package com.salescopilot.model.sim;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.ClientStore;
import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.sim.Point.Step;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// A client's store in memory that keeps what SQLite and the journal keep: a transaction is there
/// as a whole or not at all, whenever the program stops, and the journal has what was written to
/// it. What the next transaction meets is said beforehand.
final class Disk implements ClientStore, ClientTx {
  private final Bug bug;
  private final Map<Entity, Map<UUID, Doc>> visible = new EnumMap<>(Entity.class);
  private final Map<RowKey, ServerImage> images = new LinkedHashMap<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final Outbox outbox;
  private final Journal journal = new Journal();
  private final Marks marks = new Marks(undo::push);
  private Device device;
  private Trouble next = Trouble.NONE;
  private Stop stop = Stop.NEVER;

  Disk(UUID device, Bug bug) {
    this.device = new Device(device, 1, ChainPosition.START);
    this.bug = bug;
    this.outbox = new Outbox(bug, undo::push);
    for (Entity entity : Entity.values()) {
      visible.put(entity, new LinkedHashMap<>());
    }
  }

  /// The files, copied while the program does not run or between two of its transactions.
  Disk copy() {
    Disk copy = new Disk(device.id(), bug);
    copy.takeDatabase(this);
    copy.journal.rewrite(List.copyOf(journal.live().values()));
    return copy;
  }

  /// The database of other files in place of this one; the journal stays.
  void takeDatabase(Disk other) {
    visible.forEach(
        (entity, rows) -> {
          rows.clear();
          rows.putAll(other.table(entity));
        });
    replace(images, other.images);
    marks.copyFrom(other.marks);
    outbox.copyFrom(other.outbox);
    device = other.device;
  }

  private static <K, V> void replace(Map<K, V> all, Map<K, V> by) {
    all.clear();
    all.putAll(by);
  }

  /// A new database, on the books of no server.
  void loseDatabase(UUID newDevice) {
    takeDatabase(new Disk(newDevice, bug));
  }

  void meet(Trouble trouble, Stop at) {
    next = trouble;
    stop = at;
  }

  void at(Step step) {
    stop.at(step);
  }

  Journal journal() {
    return journal;
  }

  Collection<Doc> rows(Entity entity) {
    return table(entity).values();
  }

  Map<RowKey, ServerImage> images() {
    return images;
  }

  List<OutboxEntry> outbox() {
    return outbox.entries();
  }

  /// The server's version of a row, whether or not something is pending on it.
  Optional<Doc> server(RowKey key) {
    ServerImage image = images.get(key);
    return image == null ? visible(key) : image.row();
  }

  /// The program is started on these files: outbox and journal are made to say the same.
  ///
  /// @param salvaged pending mutations that were read from a damaged database
  void open(List<OutboxEntry> salvaged) {
    if (bug == Bug.FULL_READING_FORGOTTEN_AT_START) {
      marks.forgetFull();
    }
    if (bug == Bug.COMMIT_NOT_FLUSHED) {
      rollBack();
    }
    List<OutboxEntry> found = outbox.newIn(Found.inOrder(salvaged, journal.live()));
    if (!found.isEmpty() && bug != Bug.JOURNAL_NOT_READ) {
      write(
          tx -> {
            ClientCore.takeUp(tx, found);
            outbox.takeNoted();
            return true;
          });
    }
    stop.at(Step.JOURNAL);
    journal.rewrite(outbox.entries());
    stop.at(Step.JOURNAL_DONE);
    stop = Stop.NEVER;
    undo.clear();
  }

  @Override
  public <T> T write(Function<ClientTx, T> work) {
    Trouble trouble = next;
    next = Trouble.NONE;
    undo.clear();
    T answer;
    List<Journal.Note> noted;
    try {
      answer = work.apply(this);
      noted = outbox.takeNoted();
      if (trouble == Trouble.FULL && bug != Bug.DISK_FULL_UNNOTICED) {
        if (bug == Bug.JOURNAL_NOT_CUT_BACK) {
          noted.forEach(journal::append);
        }
        throw new DiskFull();
      }
      beforehand(noted);
      stop.at(Step.COMMIT);
    } catch (RuntimeException e) {
      rollBack();
      outbox.takeNoted();
      throw e;
    }
    if (trouble == Trouble.FULL || trouble == Trouble.FORGOTTEN) {
      rollBack();
    }
    stop.at(Step.DONE);
    if (!isEdit(noted)) {
      if (!noted.isEmpty()) {
        stop.at(Step.JOURNAL_DONE);
      }
      noted.forEach(journal::append);
    }
    return answer;
  }

  /// What the journal must have before SQLite commits: an edit, and what it stands for now.
  private void beforehand(List<Journal.Note> noted) {
    if (isEdit(noted)) {
      stop.at(Step.JOURNAL);
      for (Journal.Note note : noted) {
        if (note.equals(noted.getLast())) {
          stop.at(Step.JOURNAL_TORN);
        }
        journal.append(note);
      }
    }
  }

  private static boolean isEdit(List<Journal.Note> noted) {
    return noted.stream().anyMatch(Journal.Note.Made.class::isInstance);
  }

  private void rollBack() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  @Override
  public <T> T read(Function<ClientTx, T> work) {
    return work.apply(this);
  }

  @Override
  public Optional<Doc> visible(RowKey key) {
    return Optional.ofNullable(table(key.entity()).get(key.id()));
  }

  @Override
  public void show(RowKey key, Optional<Doc> row) {
    stop.at(Step.SHOW);
    Optional<Doc> before = put(key, bug == Bug.REV_NOT_KEPT ? row.map(doc -> doc.at(0)) : row);
    if (bug != Bug.CRASH_KEEPS_ROWS) {
      undo.push(() -> put(key, before));
    }
  }

  private Optional<Doc> put(RowKey key, Optional<Doc> row) {
    Map<UUID, Doc> table = table(key.entity());
    return Optional.ofNullable(
        row.isPresent() ? table.put(key.id(), row.get()) : table.remove(key.id()));
  }

  private Map<UUID, Doc> table(Entity entity) {
    return visible.computeIfAbsent(entity, e -> new LinkedHashMap<>());
  }

  @Override
  public Optional<ServerImage> image(RowKey key) {
    return Optional.ofNullable(images.get(key));
  }

  @Override
  public void keepImage(RowKey key, ServerImage image) {
    stop.at(Step.IMAGE);
    if (bug == Bug.IMAGE_IS_WHAT_IS_SHOWN && images.containsKey(key)) {
      setImage(key, Optional.of(new ServerImage(visible(key), image.rev())));
      return;
    }
    setImage(key, Optional.of(image));
  }

  @Override
  public void dropImage(RowKey key) {
    stop.at(Step.DROP_IMAGE);
    if (bug != Bug.IMAGE_NEVER_DROPPED) {
      setImage(key, Optional.empty());
    }
  }

  private void setImage(RowKey key, Optional<ServerImage> image) {
    Optional<ServerImage> before = Optional.ofNullable(images.get(key));
    image.ifPresentOrElse(i -> images.put(key, i), () -> images.remove(key));
    undo.push(
        () -> before.ifPresentOrElse(image0 -> images.put(key, image0), () -> images.remove(key)));
  }

  @Override
  public Optional<OutboxEntry> pending(UUID mutation) {
    return outbox.byId(mutation);
  }

  @Override
  public List<OutboxEntry> pendingOn(Set<RowKey> keys) {
    return bug == Bug.REFOLD_FORGOTTEN ? List.of() : outbox.on(keys);
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
    stop.at(Step.OUTBOX);
    outbox.keep(entry);
  }

  @Override
  public void drop(OutboxEntry entry) {
    stop.at(Step.DROP);
    outbox.drop(entry);
  }

  @Override
  public void confirm(OutboxEntry entry) {
    stop.at(Step.CONFIRM);
    outbox.confirm(entry);
  }

  @Override
  public Set<String> traces(UUID prospect) {
    return Set.of(prospect.toString());
  }

  @Override
  public void forget(Set<String> traces) {
    // nobody is erased in this world
  }

  @Override
  public List<OutboxEntry> confirmed() {
    return outbox.acked();
  }

  @Override
  public List<Doc> sentSince(Instant since) {
    return table(Entity.EMAIL).values().stream()
        .filter(row -> row.instant("sentAt").filter(at -> !at.isBefore(since)).isPresent())
        .toList();
  }

  @Override
  public long countPending() {
    return outbox.entries().size();
  }

  @Override
  public Optional<Cursor> cursor(StreamKind stream) {
    return marks.cursor(stream);
  }

  @Override
  public void keepCursor(StreamKind stream, Cursor cursor) {
    stop.at(Step.CURSOR);
    marks.keep(stream, Optional.of(cursor), bug == Bug.CURSOR_BEFORE_ROWS);
  }

  @Override
  public void forgetCursor(StreamKind stream) {
    marks.keep(stream, Optional.empty(), false);
  }

  @Override
  public Optional<UUID> epoch() {
    return marks.epoch();
  }

  @Override
  public void keepEpoch(UUID begun) {
    marks.keep(begun);
  }

  @Override
  public void beginFull(StreamKind stream) {
    stop.at(Step.BEGIN_FULL);
    marks.beginFull(stream);
  }

  @Override
  public boolean isFull(StreamKind stream) {
    return marks.isFull(stream);
  }

  @Override
  public void seen(RowKey key) {
    stop.at(Step.SEEN);
    marks.seen(key);
  }

  @Override
  public List<RowKey> endFull(StreamKind stream) {
    stop.at(Step.END_FULL);
    Set<RowKey> known = new LinkedHashSet<>(images.keySet());
    visible.forEach(
        (entity, rows) -> rows.keySet().forEach(id -> known.add(new RowKey(entity, id))));
    known.removeIf(key -> key.entity().stream() != stream || marks.hasSeen(key));
    marks.endFull(stream);
    return bug == Bug.SWEEP_FORGOTTEN ? List.of() : List.copyOf(known);
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public void keepDevice(Device changed) {
    stop.at(Step.DEVICE);
    if (bug == Bug.NUMBER_GIVEN_TWICE && changed.acked().equals(device.acked())) {
      return;
    }
    Device before = device;
    device = changed;
    undo.push(() -> device = before);
  }
}
