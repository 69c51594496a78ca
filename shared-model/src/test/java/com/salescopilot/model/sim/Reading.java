package com.salescopilot.model.sim;

import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.model.server.PullStart;
import com.salescopilot.model.sim.Point.Moment;
import com.salescopilot.model.sim.Point.Step;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// An answer to a pull, page by page.
final class Reading {
  private static final int ROWS_A_PAGE = 6;

  private final World world;
  private final Site.Server process;
  private final int life;
  private final Space space;
  private final Person person;
  private final UUID device;
  private final Stop stop;
  private final boolean old;
  private Step step = Step.ARRIVED;
  private final PullStart start;
  private Set<StreamKind> full;
  private Map<StreamKind, Long> cursors;

  /// @param old whether for a program that knows not all fields
  Reading(World world, Site.Server process, Person person, PullRequest request, boolean old) {
    this.world = world;
    this.old = old;
    this.process = process;
    this.life = process.life();
    this.stop = world.stop(Moment.PULL);
    boolean strange = world.bug() == Bug.CONNECTION_KEEPS_WORKSPACE && world.dice().oneIn(20);
    boolean other = world.bug() == Bug.CONNECTION_KEEPS_PERSON && world.dice().oneIn(20);
    this.space = strange ? world.dice().of(world.spaces()) : person.space();
    this.person = other ? world.dice().of(world.people()) : person;
    this.device = request.device();
    Map<StreamKind, Long> read = new EnumMap<>(StreamKind.class);
    request.cursors().forEach((kind, cursor) -> read.put(kind, cursor.rev()));
    this.start = PullStart.of(read, this::floor);
    this.full = start.full();
    this.cursors = start.cursors();
    full.stream().filter(read::containsKey).forEach(_ -> world.count(Fault.READ_IN_FULL_OVER_DATA));
  }

  private long floor(StreamKind kind) {
    return space.stream(space.owner(kind, person.user())).floor;
  }

  /// The next page; empty if the process is no more, its reader is no member any more, or what it
  /// would show next has been forgotten.
  Optional<Page> next() {
    if (step == Step.TAKEN && !start.holds(cursors, this::floor)) {
      return Optional.empty();
    }
    if (world.site().isRemoved(person) || process.life() != life || !process.at(step, stop)) {
      return Optional.empty();
    }
    step = Step.TAKEN;
    world.watch().shown(space, person);
    PullPages.Page page =
        PullPages.next(
            new SpaceSnapshot(space, person.user(), device, this::chain, world.bug()),
            cursors,
            ROWS_A_PAGE);
    Map<StreamKind, Long> sums = new EnumMap<>(StreamKind.class);
    if (!page.end().more()) {
      for (StreamKind kind : StreamKind.values()) {
        sums.put(kind, space.stream(space.owner(kind, person.user())).sum);
      }
    }
    List<PullLine> lines = old ? OldSchema.of(page.lines()) : page.lines();
    if (!lines.equals(page.lines())) {
      world.count(Fault.OLD_CLIENT_SPARED_A_FIELD);
    }
    Page next =
        new Page(new PullPage(space.history.epoch(), full, lines, page.end()), sums, committed());
    full = Set.of();
    cursors = page.end().revs();
    return Optional.of(next);
  }

  private ChainPosition chain() {
    return world.bug() == Bug.ACKED_OUTSIDE_SNAPSHOT
        ? world.site().underWay(device).orElseGet(this::committed)
        : committed();
  }

  private ChainPosition committed() {
    return space.chains.getOrDefault(device, Space.Chain.START).last();
  }
}
