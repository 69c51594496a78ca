package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.Mutation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Puts a copy of a database in its place, and begins its next life.
final class Lives {
  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  private final World world;
  private final Site site;

  Lives(World world, Site site) {
    this.world = world;
    this.site = site;
  }

  /// Waits until nothing is under way, then loses what came after the copy.
  ///
  /// @param noticed whether the database is seen to be another one at its start
  void restore(Space space, Space backup, boolean noticed) {
    site.begin(
        space,
        () -> {
          world.count(noticed ? Fault.SERVER_RESTORED : Fault.SERVER_SET_BACK_UNSEEN);
          List<LogEntry> lost = new ArrayList<>(space.log);
          space.setBackTo(backup);
          lost.removeIf(entry -> space.logged.containsKey(entry.id()));
          site.stopAll();
          world.workers().stopAll();
          world.watch().setBack(space, lost);
          if (noticed) {
            beginAtStart(space);
          }
          site.end(space);
        });
  }

  /// Whoever stops here does it at the next start.
  private void beginAtStart(Space space) {
    try {
      begin(space);
    } catch (Crash e) {
      world.count(e.point());
      beginAtStart(space);
    }
  }

  /// Begins the next life in one commit: whatever may have left already is held back.
  ///
  /// @throws Crash if the process stopped before
  void begin(Space space) {
    Instant newest = space.log.isEmpty() ? Instant.EPOCH : space.log.getLast().stamp().now();
    Stop stop = world.stop(Point.Moment.EPOCH);
    SpaceTx tx = new SpaceTx(space, NOBODY, world.bug(), stop);
    List<Mutation> frozen = new ArrayList<>();
    for (RowKey key : space.keys(Entity.EMAIL)) {
      if (world.bug() != Bug.RESTORED_MAILS_NOT_HELD) {
        frozen.add(new Mutation(world.nextId(), new EmailCommand.Freeze(key.id())));
      }
    }
    site.core()
        .writeAll(
            tx, new CommitHooks(tx), new Actor.Internal("epoch"), frozen, world.time().instant());
    stop.at(Point.Step.COMMIT);
    tx.commit();
    space.history.begin(world.nextId(), newest);
    world.setBackKnown(space);
  }
}
