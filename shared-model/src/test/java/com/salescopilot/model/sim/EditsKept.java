package com.salescopilot.model.sim;

import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What was acknowledged on screen is in the server's log in the end, once and as it was
/// acknowledged; and whoever was refused has been told. Only files that were replaced by older ones
/// may lose what the older ones did not have.
final class EditsKept {
  private final Map<UUID, Promise> promised = new HashMap<>();

  private record Promise(Person person, Change change) {
    Space space() {
      return person.space();
    }
  }

  void acknowledged(Machine machine, UUID id, Change change) {
    Change kept = machine.disk().pending(id).map(entry -> entry.mutation().change()).orElse(change);
    promised.put(id, new Promise(machine.person(), kept));
  }

  /// Where an edit stands for an earlier one, it has all that the earlier one set.
  void mayBeJoined(Machine machine, OutboxEntry earlier) {
    UUID id = earlier.mutation().id();
    Promise promise = promised.get(id);
    Optional<OutboxEntry> newest = machine.disk().newestPending();
    if (promise == null || machine.disk().pending(id).isPresent() || newest.isEmpty()) {
      return;
    }
    Change both = newest.get().mutation().change();
    if (both.target().equals(promise.change().target()) && covers(both, promise.change())) {
      promised.remove(id);
      promised.put(newest.get().mutation().id(), new Promise(promise.person(), both));
    }
  }

  private static boolean covers(Change both, Change earlier) {
    return switch (earlier) {
      case Change.Create create -> both instanceof Change.Create;
      case Change.Patch patch ->
          both instanceof Change.Patch later
              && later.set().keySet().containsAll(patch.set().keySet());
      default -> false;
    };
  }

  /// A crash may have kept an edit that was not acknowledged, joined to one that was.
  void restarted(Machine machine) {
    for (OutboxEntry entry : machine.disk().outbox()) {
      promised.computeIfPresent(
          entry.mutation().id(), (id, was) -> new Promise(was.person(), entry.mutation().change()));
    }
  }

  void restored(Machine machine, Disk lost) {
    for (OutboxEntry entry : lost.outbox()) {
      promised.remove(entry.mutation().id());
    }
    Space space = machine.person().space();
    for (OutboxEntry entry : machine.disk().outbox()) {
      if (!space.logged.containsKey(entry.mutation().id())) {
        promised.put(
            entry.mutation().id(), new Promise(machine.person(), entry.mutation().change()));
      }
    }
  }

  /// What a server lost comes back from whoever was told that it had it.
  ///
  /// @param lost in the order in which it was done
  void setBack(World world, Space space, List<LogEntry> lost) {
    promised.keySet().removeAll(withoutTrace(lost));
    Set<UUID> ids = lost.stream().map(LogEntry::id).collect(Collectors.toSet());
    promised
        .entrySet()
        .removeIf(
            promise ->
                promise.getValue().space() == space
                    && ids.contains(promise.getKey())
                    && !isKnown(world, promise.getKey()));
  }

  /// Those that changed no row, before any other moved a stream of their authors: nobody can tell
  /// that they were done, and nothing is missing without them.
  private static Set<UUID> withoutTrace(List<LogEntry> lost) {
    Set<UUID> without = new HashSet<>();
    Set<UserId> moved = new HashSet<>();
    for (LogEntry entry : lost) {
      boolean own = entry.target().filter(t -> t.entity().stream() == StreamKind.ME).isPresent();
      boolean trace = !(entry.outcome() instanceof Outcome.NoOp);
      if ((trace && !own) || !(entry.stamp().actor() instanceof Actor.Member author)) {
        return without;
      }
      if (trace) {
        moved.add(author.user());
      } else if (!moved.contains(author.user())) {
        without.add(entry.id());
      }
    }
    return without;
  }

  /// What a server lost and nobody knows any more is gone.
  void forgotten(World world, Machine machine, Disk before) {
    Space space = machine.person().space();
    for (OutboxEntry entry : before.confirmed()) {
      UUID id = entry.mutation().id();
      if (!space.logged.containsKey(id) && !isKnown(world, id)) {
        promised.remove(id);
      }
    }
  }

  private static boolean isKnown(World world, UUID id) {
    return world.members().stream()
        .anyMatch(
            machine ->
                machine.disk().pending(id).isPresent()
                    || machine.disk().confirmed().stream()
                        .anyMatch(entry -> entry.mutation().id().equals(id)));
  }

  void atRest(Iterable<Space> spaces) {
    promised.forEach(
        (id, promise) -> {
          Space space = promise.space();
          String hash = Codec.hash(promise.change()).hex();
          LogEntry entry = space.logged.get(id);
          boolean removed = space.removed.containsKey(promise.person().user());
          boolean kept = entry == null ? removed : isIt(space, entry, hash);
          if (!kept) {
            throw new Broken(
                Oracle.KEPT,
                "an acknowledged edit is lost: "
                    + id
                    + " "
                    + promise.change()
                    + "; logged is "
                    + entry);
          }
        });
    spaces.forEach(EditsKept::told);
  }

  private static boolean isIt(Space space, LogEntry entry, String hash) {
    return entry.hash().equals(hash)
        || space.logged.containsKey(DerivedId.rewritten(entry.id(), hash));
  }

  private static void told(Space space) {
    Set<UUID> applied = new HashSet<>();
    for (LogEntry entry : space.log) {
      if (!applied.add(entry.id())) {
        throw new Broken(Oracle.KEPT, "applied twice: " + entry);
      }
      if (entry.outcome() instanceof Outcome.Rejected rejected
          && entry.stamp().actor() instanceof Actor.Member
          && !ValuesKept.wasTold(space, DerivedId.conflict(entry.id(), rejected.field()))) {
        throw new Broken(Oracle.KEPT, "nobody was told of the refusal of " + entry);
      }
    }
  }
}
