package com.salescopilot.model.client;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/// A client's store on maps. It takes no transaction back: the core is tested for what it keeps,
/// real stores for keeping it.
public final class MapClientStore implements ClientStore, ClientTx {
  private final Map<RowKey, Doc> visible = new TreeMap<>();
  private final Map<RowKey, ServerImage> images = new TreeMap<>();
  private final List<OutboxEntry> outbox = new ArrayList<>();
  private final Map<StreamKind, Cursor> cursors = new EnumMap<>(StreamKind.class);
  private final Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
  private final Set<StreamKind> first = EnumSet.noneOf(StreamKind.class);
  private final Set<RowKey> seen = new HashSet<>();
  private final List<OutboxEntry> confirmed = new ArrayList<>();
  private Optional<UUID> epoch = Optional.empty();
  private Device device;

  public MapClientStore(UUID id) {
    device = new Device(id, 1, ChainPosition.START);
  }

  /// The same files on another machine.
  MapClientStore copy() {
    MapClientStore copy = new MapClientStore(device.id());
    copy.visible.putAll(visible);
    copy.images.putAll(images);
    copy.outbox.addAll(outbox);
    copy.cursors.putAll(cursors);
    copy.full.addAll(full);
    copy.first.addAll(first);
    copy.seen.addAll(seen);
    copy.confirmed.addAll(confirmed);
    copy.epoch = epoch;
    copy.device = device;
    return copy;
  }

  public Map<RowKey, Doc> rows() {
    return visible;
  }

  public Map<RowKey, ServerImage> images() {
    return images;
  }

  @Override
  public <T> T write(Function<ClientTx, T> work) {
    return work.apply(this);
  }

  @Override
  public <T> T read(Function<ClientTx, T> work) {
    return work.apply(this);
  }

  @Override
  public Optional<Doc> visible(RowKey key) {
    return Optional.ofNullable(visible.get(key));
  }

  @Override
  public void show(RowKey key, Optional<Doc> row) {
    row.ifPresentOrElse(doc -> visible.put(key, doc), () -> visible.remove(key));
  }

  @Override
  public Optional<ServerImage> image(RowKey key) {
    return Optional.ofNullable(images.get(key));
  }

  @Override
  public boolean hasImages() {
    return !images.isEmpty();
  }

  @Override
  public void keepImage(RowKey key, ServerImage image) {
    images.put(key, image);
  }

  @Override
  public void dropImage(RowKey key) {
    images.remove(key);
  }

  @Override
  public Optional<OutboxEntry> pending(UUID mutation) {
    return outbox.stream().filter(e -> e.mutation().id().equals(mutation)).findFirst();
  }

  @Override
  public List<OutboxEntry> pendingOn(Set<RowKey> keys) {
    return outbox.stream()
        .filter(e -> e.mutation().change().touches().stream().anyMatch(keys::contains))
        .toList();
  }

  @Override
  public Optional<OutboxEntry> newestPending() {
    return outbox.isEmpty() ? Optional.empty() : Optional.of(outbox.getLast());
  }

  @Override
  public List<OutboxEntry> pendingAfter(long seq, int most) {
    return outbox.stream().filter(e -> e.seq().orElse(Long.MAX_VALUE) > seq).limit(most).toList();
  }

  @Override
  public void keepPending(OutboxEntry entry) {
    for (int i = 0; i < outbox.size(); i++) {
      if (outbox.get(i).mutation().id().equals(entry.mutation().id())) {
        outbox.set(i, entry);
        return;
      }
    }
    outbox.add(entry);
  }

  @Override
  public void drop(OutboxEntry entry) {
    outbox.removeIf(e -> e.mutation().id().equals(entry.mutation().id()));
  }

  @Override
  public void confirm(OutboxEntry entry) {
    drop(entry);
    confirmed.removeIf(e -> e.mutation().id().equals(entry.mutation().id()));
    confirmed.add(entry);
  }

  @Override
  public Set<String> traces(UUID prospect) {
    return Set.of(prospect.toString());
  }

  @Override
  public void forget(Set<String> traces) {
    Set<String> wider = Forgetting.wider(traces, confirmed);
    List<OutboxEntry> left =
        confirmed.stream().flatMap(entry -> Forgetting.left(entry, wider).stream()).toList();
    confirmed.clear();
    confirmed.addAll(left);
  }

  @Override
  public List<OutboxEntry> confirmed() {
    return List.copyOf(confirmed);
  }

  @Override
  public List<Doc> sentSince(Instant since) {
    return visible.values().stream()
        .filter(row -> row.entity() == Entity.EMAIL)
        .filter(row -> row.instant("sentAt").filter(at -> !at.isBefore(since)).isPresent())
        .toList();
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
    cursors.put(stream, cursor);
  }

  @Override
  public void forgetCursor(StreamKind stream) {
    cursors.remove(stream);
  }

  @Override
  public Optional<UUID> epoch() {
    return epoch;
  }

  @Override
  public void keepEpoch(UUID begun) {
    epoch = Optional.of(begun);
  }

  @Override
  public void beginFull(StreamKind stream) {
    full.add(stream);
    first.remove(stream);
    if (images.isEmpty()
        && visible.keySet().stream().noneMatch(key -> key.entity().stream() == stream)) {
      first.add(stream);
    }
    seen.removeIf(key -> key.entity().stream() == stream);
  }

  @Override
  public boolean isFull(StreamKind stream) {
    return full.contains(stream);
  }

  @Override
  public boolean isFirst(StreamKind stream) {
    return first.contains(stream);
  }

  @Override
  public void seen(RowKey key) {
    seen.add(key);
  }

  @Override
  public List<RowKey> endFull(StreamKind stream) {
    if (first.remove(stream)) {
      full.remove(stream);
      return List.of();
    }
    Set<RowKey> known = new HashSet<>(visible.keySet());
    known.addAll(images.keySet());
    known.removeIf(key -> key.entity().stream() != stream || seen.contains(key));
    full.remove(stream);
    return List.copyOf(known);
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public void keepDevice(Device changed) {
    device = changed;
  }
}
