package com.salescopilot.model.sim;

import com.salescopilot.model.client.ClientStore;
import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// A client's store in memory that keeps what SQLite keeps: a transaction is there as a whole or
/// not at all, whenever the program stops. What the next one meets is said beforehand.
final class Disk implements ClientStore, ClientTx {
  private final Bug bug;
  private final Map<Entity, Map<UUID, Doc>> visible = new EnumMap<>(Entity.class);
  private final Map<RowKey, ServerImage> images = new LinkedHashMap<>();
  private final List<OutboxEntry> outbox = new ArrayList<>();
  private final Map<StreamKind, Cursor> cursors = new EnumMap<>(StreamKind.class);
  private final Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
  private final Set<RowKey> seen = new LinkedHashSet<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private Device device;
  private Trouble next = Trouble.NONE;

  Disk(UUID device, Bug bug) {
    this.device = new Device(device, 1, ChainPosition.START);
    this.bug = bug;
    for (Entity entity : Entity.values()) {
      visible.put(entity, new LinkedHashMap<>());
    }
  }

  /// What a transaction meets.
  enum Trouble {
    NONE,
    FULL,
    CRASH_BEFORE_COMMIT,
    CRASH_AFTER_COMMIT,
    /// No accident: a program that does not commit.
    FORGOTTEN
  }

  /// The program stopped in the middle.
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// SQLite's code 13.
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// The files, copied while the program does not run or between two of its transactions.
  Disk copy() {
    Disk copy = new Disk(device.id(), bug);
    visible.forEach((entity, rows) -> copy.table(entity).putAll(rows));
    copy.images.putAll(images);
    copy.outbox.addAll(outbox);
    copy.cursors.putAll(cursors);
    copy.full.addAll(full);
    copy.seen.addAll(seen);
    copy.device = device;
    return copy;
  }

  void meet(Trouble trouble) {
    next = trouble;
  }

  Collection<Doc> rows(Entity entity) {
    return table(entity).values();
  }

  Map<RowKey, ServerImage> images() {
    return images;
  }

  List<OutboxEntry> outbox() {
    return outbox;
  }

  /// The server's version of a row, whether or not something is pending on it.
  Optional<Doc> server(RowKey key) {
    ServerImage image = images.get(key);
    return image == null ? visible(key) : image.row();
  }

  /// The program is started on these files.
  void open() {
    if (bug == Bug.FULL_READING_FORGOTTEN_AT_START) {
      full.clear();
    }
    if (bug == Bug.COMMIT_NOT_FLUSHED) {
      rollBack();
    }
    undo.clear();
  }

  @Override
  public <T> T write(Function<ClientTx, T> work) {
    Trouble trouble = next;
    next = Trouble.NONE;
    undo.clear();
    T answer;
    try {
      answer = work.apply(this);
      if (trouble == Trouble.FULL && bug != Bug.DISK_FULL_UNNOTICED) {
        throw new Full();
      }
      if (trouble == Trouble.CRASH_BEFORE_COMMIT) {
        throw new Crash();
      }
    } catch (RuntimeException e) {
      rollBack();
      throw e;
    }
    if (trouble == Trouble.FULL || trouble == Trouble.FORGOTTEN) {
      rollBack();
    }
    if (trouble == Trouble.CRASH_AFTER_COMMIT) {
      throw new Crash();
    }
    return answer;
  }

  private void rollBack() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  private void undoBy(Runnable step) {
    undo.push(step);
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
    Optional<Doc> before = put(key, row);
    if (bug != Bug.CRASH_KEEPS_ROWS) {
      undoBy(() -> put(key, before));
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
    if (bug == Bug.IMAGE_IS_WHAT_IS_SHOWN && images.containsKey(key)) {
      setImage(key, Optional.of(new ServerImage(visible(key), image.rev())));
      return;
    }
    setImage(key, Optional.of(image));
  }

  @Override
  public void dropImage(RowKey key) {
    if (bug != Bug.IMAGE_NEVER_DROPPED) {
      setImage(key, Optional.empty());
    }
  }

  private void setImage(RowKey key, Optional<ServerImage> image) {
    Optional<ServerImage> before = Optional.ofNullable(images.get(key));
    image.ifPresentOrElse(i -> images.put(key, i), () -> images.remove(key));
    undoBy(
        () -> before.ifPresentOrElse(image0 -> images.put(key, image0), () -> images.remove(key)));
  }

  @Override
  public Optional<OutboxEntry> pending(UUID mutation) {
    int at = place(mutation);
    return at < 0 ? Optional.empty() : Optional.of(outbox.get(at));
  }

  private int place(UUID mutation) {
    for (int i = 0; i < outbox.size(); i++) {
      if (outbox.get(i).mutation().id().equals(mutation)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public List<OutboxEntry> pendingOn(Set<RowKey> keys) {
    List<OutboxEntry> on = new ArrayList<>();
    if (bug == Bug.REFOLD_FORGOTTEN) {
      return on;
    }
    for (OutboxEntry entry : outbox) {
      for (RowKey touched : entry.mutation().change().touches()) {
        if (keys.contains(touched)) {
          on.add(entry);
          break;
        }
      }
    }
    return bug == Bug.FOLDED_BACKWARDS ? on.reversed() : on;
  }

  @Override
  public Optional<OutboxEntry> newestPending() {
    if (outbox.isEmpty()) {
      return Optional.empty();
    }
    OutboxEntry newest = outbox.getLast();
    return Optional.of(
        bug == Bug.SEALED_EDIT_GROWS
            ? new OutboxEntry(newest.mutation(), newest.stamp(), OptionalLong.empty())
            : newest);
  }

  @Override
  public List<OutboxEntry> pendingAfter(long seq, int most) {
    List<OutboxEntry> after = new ArrayList<>();
    for (OutboxEntry entry : outbox) {
      if (after.size() < most && entry.seq().orElse(Long.MAX_VALUE) > seq) {
        after.add(entry);
      }
    }
    return after;
  }

  @Override
  public void keepPending(OutboxEntry entry) {
    int at = place(entry.mutation().id());
    if (at < 0) {
      outbox.add(entry);
      undoBy(outbox::removeLast);
    } else {
      OutboxEntry before = outbox.set(at, entry);
      undoBy(() -> outbox.set(at, before));
    }
  }

  @Override
  public void drop(OutboxEntry entry) {
    take(entry);
  }

  @Override
  public void confirm(OutboxEntry entry) {
    take(entry);
  }

  private void take(OutboxEntry entry) {
    int at = place(entry.mutation().id());
    if (at >= 0) {
      OutboxEntry before = outbox.remove(at);
      undoBy(() -> outbox.add(at, before));
    }
  }

  @Override
  public long countPending() {
    return outbox.size();
  }

  @Override
  public Optional<Cursor> cursor(StreamKind stream) {
    return Optional.ofNullable(cursors.get(stream));
  }

  @Override
  public void keepCursor(StreamKind stream, Cursor cursor) {
    Cursor before = cursors.put(stream, cursor);
    if (bug != Bug.CURSOR_BEFORE_ROWS) {
      undoBy(
          () -> {
            if (before == null) {
              cursors.remove(stream);
            } else {
              cursors.put(stream, before);
            }
          });
    }
  }

  @Override
  public void beginFull(StreamKind stream) {
    boolean was = full.contains(stream);
    List<RowKey> forgotten = seen.stream().filter(key -> key.entity().stream() == stream).toList();
    full.add(stream);
    forgotten.forEach(seen::remove);
    undoBy(
        () -> {
          seen.addAll(forgotten);
          if (!was) {
            full.remove(stream);
          }
        });
  }

  @Override
  public boolean isFull(StreamKind stream) {
    return full.contains(stream);
  }

  @Override
  public void seen(RowKey key) {
    if (seen.add(key)) {
      undoBy(() -> seen.remove(key));
    }
  }

  @Override
  public List<RowKey> endFull(StreamKind stream) {
    Set<RowKey> known = new LinkedHashSet<>(images.keySet());
    visible.forEach(
        (entity, rows) -> rows.keySet().forEach(id -> known.add(new RowKey(entity, id))));
    known.removeIf(key -> key.entity().stream() != stream || seen.contains(key));
    full.remove(stream);
    undoBy(() -> full.add(stream));
    return bug == Bug.SWEEP_FORGOTTEN ? List.of() : List.copyOf(known);
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public void keepDevice(Device changed) {
    if (bug == Bug.NUMBER_GIVEN_TWICE && changed.acked().equals(device.acked())) {
      return;
    }
    Device before = device;
    device = changed;
    undoBy(() -> device = before);
  }
}
