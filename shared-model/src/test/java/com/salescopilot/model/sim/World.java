package com.salescopilot.model.sim;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.sync.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A run: two workspaces, two people, six machines, a server of two processes, and all that goes
/// wrong between them. One thread, virtual time, and one seed for everything.
final class World {
  private static final int MOST_CLONES = 2;
  private static final int ROUND = 1_000;
  private static final int MOST_ROUNDS = 60;
  private static final int WORKING_ROUNDS = 3;
  private static final long YEARS = Duration.ofDays(3_652).toMillis();

  private final Plan plan;
  private final Bug bug;
  private final Dice dice = new Dice();
  private final Timeline time = new Timeline(dice);
  private final Tally tally = new Tally();
  private final UuidV7 ids = new UuidV7(time::instant, dice);
  private final List<Space> spaces = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final List<Machine> machines = new ArrayList<>();
  private final Watch watch;
  private final Site site;
  private final Workers workers;
  private final Edits edits;
  private final Map<Space, Space> backups = new HashMap<>();

  /// Databases that were set back and do not know it.
  private final Set<Space> unaware = new HashSet<>();

  private Weather weather;
  private long trace;

  World(Plan plan, Bug bug) {
    this.plan = plan;
    this.bug = bug;
    this.weather = Weather.of(plan.seed());
    dice.throwAnew(plan.seed());
    watch = new Watch(this);
    site = new Site(this);
    workers = new Workers(this);
    edits = new Edits(this);
    // a dot is in no id and no cursor's tag: bytes made by chance are no canary
    Space acme = new Space(nextId(), "acme.x");
    Space brio = new Space(nextId(), "brio.x");
    spaces.addAll(List.of(acme, brio));
    spaces.forEach(space -> space.history.found(nextId()));
    UserId ana = new UserId(nextId());
    UserId ben = new UserId(nextId());
    people.add(new Person(ana, Role.ADMIN, acme, "ana.x"));
    people.add(new Person(ben, Role.USER, acme, "ben.x"));
    people.add(new Person(ana, Role.USER, brio, "ana.x"));
    people.add(new Person(ben, Role.ADMIN, brio, "ben.x"));
    int[] places = {0, 0, 1, 1, 2, 3};
    for (int i = 0; i < Plan.CLIENTS; i++) {
      boolean old = weather.oldClients() && i % 2 == 0;
      machines.add(new Machine(this, i, old, people.get(places[i]), new Disk(nextId(), bug)));
    }
  }

  /// What became of a run.
  record Ended(long trace, Tally tally) {}

  /// Runs a plan to its end.
  ///
  /// @throws Broken if an oracle sees a promise broken
  static Ended run(Plan plan, Bug bug) {
    World world = new World(plan, bug);
    try {
      world.play();
    } catch (RuntimeException e) {
      throw new Broken(Oracle.NO_SURPRISE, e);
    }
    return new Ended(world.trace, world.tally);
  }

  private void play() {
    for (Plan.Step step : plan.steps()) {
      time.pass(step.gap());
      dice.throwAnew(step.dice());
      trace(time.millis() + step.client());
      step(machines.get(step.client() % machines.size()));
    }
    weather = Weather.calm(weather.wire());
    machines.forEach(machine -> machine.link().heal());
    settle();
    watch.atRest();
  }

  private void step(Machine first) {
    Machine machine = dice.oneIn(4) ? dice.of(machines) : first;
    if (machine.isRemoved()) {
      return;
    }
    int what = dice.below(100);
    if (what < 52) {
      edits.by(machine).ifPresent(machine::edit);
    } else if (what < 70) {
      machine.link().push();
    } else if (what < 90) {
      machine.link().pull();
    } else if (what < 96) {
      work(dice.of(spaces));
    } else {
      accident(machine);
    }
  }

  private void work(Space space) {
    if (dice.oneIn(4)) {
      workers.recover(space);
    } else {
      workers.work(space);
    }
  }

  private void accident(Machine machine) {
    switch (dice.below(14)) {
      case 0 -> happens(weather.partitions() * 30, machine.link()::partUp);
      case 1 -> happens(weather.partitions() * 30, machine.link()::partDown);
      case 2 -> happens(weather.clocks() * 30, () -> stepClock(machine));
      case 3 -> happens(weather.copies() * 40, () -> copy(machine));
      case 4 -> happens(weather.copies() * 40, machine::backUp);
      case 5 -> happens(weather.collections() * 40, () -> collect(dice.of(people)));
      case 6 -> happens(weather.serverCrashes() * 5, site::stopOne);
      case 7 ->
          edits
              .withForeignId(machine)
              .ifPresent(
                  change -> {
                    count(Fault.FOREIGN_ID_TAKEN);
                    machine.edit(change);
                  });
      case 8, 9 -> happens(weather.losses() * 30, () -> machine.lose(dice.of(FileLoss.values())));
      case 11 -> happens(weather.restores() * 40, () -> backUp(dice.of(spaces)));
      case 12 -> happens(weather.restores() * 20, () -> restore(dice.of(spaces)));
      case 10 -> happens(weather.removals() * 20, () -> remove(dice.of(people)));
      default -> {
        count(Fault.CLIENT_STOPPED);
        machine.restart();
      }
    }
  }

  private void happens(int perMille, Runnable accident) {
    if (dice.perMille(perMille)) {
      accident.run();
    }
  }

  private void stepClock(Machine machine) {
    boolean back = dice.oneIn(2);
    count(back ? Fault.CLOCK_BACK : Fault.CLOCK_AHEAD);
    long off = (long) (YEARS * (dice.below(1_000) / 1_000.0));
    machine.setClock(back ? -off : off);
  }

  private void copy(Machine machine) {
    if (machines.size() < Plan.CLIENTS + MOST_CLONES && dice.oneIn(2)) {
      count(Fault.CLIENT_CLONED);
      machines.add(machine.copyAs(machines.size()));
    } else {
      count(Fault.CLIENT_RESTORED);
      machine.restore();
    }
  }

  private void backUp(Space space) {
    site.begin(
        space,
        () -> {
          backups.put(space, space.copy());
          site.end(space);
        });
  }

  private void restore(Space space) {
    Space backup = backups.get(space);
    if (backup != null) {
      boolean noticed = dice.oneIn(2);
      if (!noticed) {
        unaware.add(space);
      }
      site.lives().restore(space, backup, noticed);
    }
  }

  void setBackKnown(Space space) {
    unaware.remove(space);
  }

  /// Whether nobody sends from a copy that is taken for the original. A server cannot tell before a
  /// client has spoken with it.
  boolean knowsItsLife(Space space) {
    return !unaware.contains(space);
  }

  /// Somebody is a member no more; who manages others stays.
  private void remove(Person person) {
    if (person.role() != Role.ADMIN) {
      site.begin(
          person.space(),
          () -> {
            if (person.space().removed.putIfAbsent(person.user(), person.space().log.size())
                == null) {
              count(Fault.MEMBER_REMOVED);
            }
            site.end(person.space());
          });
    }
  }

  private void collect(Person person) {
    count(Fault.TOMBSTONES_COLLECTED);
    Space space = person.space();
    UUID owner = space.owner(dice.of(StreamKind.values()), person.user());
    int kept = dice.below(10);
    site.begin(
        space,
        () -> {
          try {
            space.collect(owner, space.stream(owner).head - kept, bug, stop(Point.Moment.GARBAGE));
          } catch (Crash e) {
            count(e.point());
          }
          site.end(space);
        });
  }

  /// After the last fault: everybody speaks with the server until nothing is left to say.
  private void settle() {
    int quiet = 0;
    for (int round = 0; quiet < 3; round++) {
      if (round > MOST_ROUNDS) {
        throw new Broken(Oracle.DRAINED, "an outbox is not empty after " + MOST_ROUNDS + " s");
      }
      for (Space space : spaces) {
        workers.recover(space);
        if (round < WORKING_ROUNDS) {
          workers.work(space);
        }
      }
      for (Machine machine : members()) {
        machine.link().push();
        machine.link().pull();
      }
      time.pass(ROUND);
      boolean empty = members().stream().allMatch(machine -> machine.pending() == 0);
      quiet = empty && round > WORKING_ROUNDS ? quiet + 1 : 0;
    }
  }

  void trace(Object what) {
    trace = Dice.mixed(trace * 31 + what.hashCode());
  }

  void count(Fault fault) {
    trace(fault.name());
    tally.count(fault);
  }

  void count(Point point) {
    trace(point.name());
    tally.count(point);
  }

  /// Where a program stops in what it begins now, if it comes by.
  Stop stop(Point.Moment moment) {
    int times = moment.isServers() ? weather.serverCrashes() : weather.crashes();
    return dice.perMille(times * moment.weight())
        ? new Stop(dice.of(Point.of(moment)), dice.oneIn(2) ? 0 : dice.below(3))
        : Stop.NEVER;
  }

  /// What the next transaction of a client meets.
  Trouble trouble() {
    return dice.perMille(weather.diskFull()) ? Trouble.FULL : Trouble.NONE;
  }

  UUID nextId() {
    return ids.next();
  }

  Bug bug() {
    return bug;
  }

  Dice dice() {
    return dice;
  }

  Timeline time() {
    return time;
  }

  Weather weather() {
    return weather;
  }

  Watch watch() {
    return watch;
  }

  Workers workers() {
    return workers;
  }

  Site site() {
    return site;
  }

  List<Space> spaces() {
    return spaces;
  }

  List<Person> people() {
    return people;
  }

  /// The machines of those who were not removed, or have not heard of it.
  List<Machine> members() {
    return machines.stream().filter(machine -> !machine.isRemoved()).toList();
  }
}
