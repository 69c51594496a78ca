package com.salescopilot.model.sim;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.server.CursorTags;
import com.salescopilot.model.server.Standing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/// What a database knows of its own lives.
final class History {
  private static final CursorTags TAGS = new CursorTags(List.of(new byte[32]));
  private final Set<UUID> over = new HashSet<>();
  private Optional<UUID> epoch = Optional.empty();
  private Instant restoredTo = Instant.EPOCH;
  private boolean sendsHeld;

  /// How often the database was set back, which it does not know itself.
  int life;

  private int commits;

  void take(History other) {
    over.clear();
    over.addAll(other.over);
    epoch = other.epoch;
    restoredTo = other.restoredTo;
    sendsHeld = other.sendsHeld;
  }

  Optional<UUID> epoch() {
    return epoch;
  }

  Instant restoredTo() {
    return restoredTo;
  }

  boolean sendsHeld() {
    return sendsHeld;
  }

  /// The first life.
  void found(UUID first) {
    epoch = Optional.of(first);
  }

  /// Another life begins.
  void begin(UUID next, Instant restored) {
    epoch.ifPresent(over::add);
    epoch = Optional.of(next);
    restoredTo = restored;
    sendsHeld = true;
  }

  /// A client knows a life that this database has not heard of.
  void isOver(UUID other) {
    over.add(other);
  }

  /// No two commits have the same, whatever was set back in between.
  int nonce() {
    return (int) Dice.mixed(++commits);
  }

  Standing standing(
      Space space, Person person, Optional<UUID> known, Map<StreamKind, Cursor> cursors) {
    return Standing.of(
        known,
        epoch,
        over::contains,
        cursors,
        (kind, cursor) -> {
          UUID owner = space.owner(kind, person.user());
          Space.Stream stream = space.stream(owner);
          return TAGS.judge(
              space.id,
              owner,
              cursor,
              stream.head,
              stream.floor,
              witness(stream, CursorTags.vouched(cursor)));
        });
  }

  Cursor cursor(Space space, UUID owner, long rev) {
    Space.Stream stream = space.stream(owner);
    return TAGS.cursor(space.id, owner, rev, stream.head, witness(stream, stream.head).orElse(0));
  }

  private static OptionalInt witness(Space.Stream stream, long rev) {
    Map.Entry<Long, Integer> commit = stream.witnesses.ceilingEntry(rev);
    return commit == null ? OptionalInt.empty() : OptionalInt.of(commit.getValue());
  }
}
