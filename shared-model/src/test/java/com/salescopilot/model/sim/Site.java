package com.salescopilot.model.sim;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.ServerCore;
import com.salescopilot.model.server.Standing;
import com.salescopilot.model.sim.Point.Moment;
import com.salescopilot.model.sim.Point.Step;
import com.salescopilot.model.sync.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// The server: two processes on one database. A write holds its workspace's lock from its first
/// look until it has committed; a page is read between two commits.
final class Site {
  private static final int PROCESSES = 2;
  private static final int SLOWEST_COMMIT = 120;
  private static final int LONGEST_OUTAGE = 3_000;

  private final World world;
  private final ServerCore core;
  private final List<Server> processes = new ArrayList<>();
  private final Map<UUID, ChainPosition> underWay = new HashMap<>();
  private final Map<UUID, Server> servedBy = new HashMap<>();

  Site(World world) {
    this.world = world;
    this.core = new ServerCore(world::nextId);
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(new Server());
    }
  }

  /// One server process. What it had not committed is gone when it stops.
  final class Server {
    private int life;
    private long downUntil;

    /// Takes a step, or stops before it.
    boolean at(Step step, Stop stop) {
      try {
        stop.at(step);
        return true;
      } catch (Crash e) {
        stop(this, e);
        return false;
      }
    }

    int life() {
      return life;
    }
  }

  ServerCore core() {
    return core;
  }

  /// A process that answers, if any does.
  Optional<Server> process() {
    Server process = world.dice().of(processes);
    if (process.downUntil > world.time().millis()) {
      world.count(Fault.CONNECTION_REFUSED);
      return Optional.empty();
    }
    return Optional.of(process);
  }

  void stop(Server process) {
    process.life++;
    process.downUntil = world.time().millis() + world.dice().below(LONGEST_OUTAGE);
    world.count(Fault.SERVER_STOPPED);
  }

  private void stop(Server process, Crash crash) {
    world.count(crash.point());
    stop(process);
  }

  void stopOne() {
    stop(world.dice().of(processes));
  }

  /// Waits for the streams and runs the work, which must end with [#end].
  void begin(Space space, Runnable work) {
    if (world.bug() == Bug.SEQUENCE_AS_CURSOR) {
      work.run();
    } else {
      space.lock(work);
    }
  }

  void end(Space space) {
    if (world.bug() != Bug.SEQUENCE_AS_CURSOR) {
      space.unlock();
    }
  }

  /// When a transaction that starts now is durable.
  long commitTime() {
    return 1L + world.dice().below(SLOWEST_COMMIT);
  }

  /// @param refused told if the person is no member
  void push(Person person, PushRequest request, Consumer<PushReply> answer, Runnable refused) {
    Optional<Server> answering = process();
    if (answering.isEmpty()) {
      return;
    }
    Server process = answering.get();
    Push push =
        new Push(process, process.life, person, request, world.stop(Moment.PUSH), answer, refused);
    if (!process.at(Step.ARRIVED, push.stop())) {
      return;
    }
    if (person.space().isLocked()) {
      world.count(Fault.PUSH_WAITED_FOR_LOCK);
    }
    begin(
        person.space(),
        () -> {
          if (process.life == push.life() && process.at(Step.LOCKED, push.stop())) {
            pushLocked(push);
          } else {
            end(person.space());
          }
        });
  }

  /// A push that a process has taken on.
  private record Push(
      Server process,
      int life,
      Person person,
      PushRequest request,
      Stop stop,
      Consumer<PushReply> answer,
      Runnable refused) {}

  private void pushLocked(Push push) {
    Person person = push.person();
    PushRequest request = push.request();
    Server process = push.process();
    Space space = person.space();
    if (isRemoved(person)) {
      end(space);
      push.refused().run();
      return;
    }
    Optional<Objection> objection;
    try {
      objection = objection(person, request.epoch(), request.cursors());
    } catch (Crash e) {
      stop(process, e);
      end(space);
      return;
    }
    if (objection.isPresent()) {
      end(space);
      push.answer().accept(new PushReply.Objected(objection.get()));
      return;
    }
    Space.Chain chain = space.chains.getOrDefault(request.device(), Space.Chain.START);
    if (!goesOn(chain.last(), request.after())) {
      end(space);
      push.answer().accept(new PushReply.Broken(chain.last()));
      return;
    }
    Actor.Member author = person.at(request.device());
    SpaceTx tx = new SpaceTx(space, person.user(), world.bug(), push.stop());
    Instant edit;
    try {
      edit = apply(tx, author, request.mutations(), chain.edit());
    } catch (CommitHooks.Poisoned e) {
      world.count(Fault.PUSH_POISONED);
      if (world.bug() == Bug.REFUSAL_BLOCKS) {
        end(space);
        return;
      }
      boolean done = oneByOne(push, author, chain.edit());
      end(space);
      if (done) {
        push.answer().accept(new PushReply.Through(ServerCore.after(request)));
      }
      return;
    } catch (Crash e) {
      stop(process, e);
      end(space);
      return;
    }
    ChainPosition reached = ServerCore.after(request);
    underWay.put(request.device(), reached);
    Instant newest = edit;
    world
        .time()
        .after(
            commitTime(),
            () -> {
              underWay.remove(request.device());
              boolean alive = process.life == push.life() && process.at(Step.COMMIT, push.stop());
              if (alive) {
                tx.commit();
                space.chains.put(request.device(), new Space.Chain(reached, newest));
                served(request.device(), process);
              } else if (world.bug() == Bug.COMMIT_TORN) {
                tx.rows();
              }
              end(space);
              if (alive && process.at(Step.DONE, push.stop())) {
                push.answer().accept(new PushReply.Through(reached));
              }
            });
  }

  /// Looks at a pull as a whole: between two commits, or with the lock if another life begins.
  void judge(Person person, PullRequest request, Consumer<Optional<Objection>> then) {
    Space space = person.space();
    Standing standing = space.history.standing(space, person, request.epoch(), request.cursors());
    if (!(standing instanceof Standing.Proof)) {
      then.accept(objection(person, request.epoch(), request.cursors()));
      return;
    }
    begin(
        space,
        () -> {
          Optional<Objection> objection;
          try {
            objection = objection(person, request.epoch(), request.cursors());
          } catch (Crash e) {
            world.count(e.point());
            end(space);
            return;
          }
          end(space);
          then.accept(objection);
        });
  }

  /// What the server objects to in a request as a whole.
  ///
  /// @throws Crash if the process stops at what it has to do first
  private Optional<Objection> objection(
      Person person, Optional<UUID> known, Map<StreamKind, Cursor> cursors) {
    Space space = person.space();
    return switch (space.history.standing(space, person, known, cursors)) {
      case Standing.Good _ -> Optional.empty();
      case Standing.Forged(Set<StreamKind> streams) ->
          Optional.of(new Objection.BadCursor(streams));
      case Standing.Before(Set<StreamKind> lost) -> news(space, lost);
      case Standing.Proof(Set<StreamKind> lost) -> {
        world.count(Fault.LOST_HISTORY_PROVED);
        known.ifPresent(space.history::isOver);
        lives().begin(space);
        yield news(space, lost);
      }
    };
  }

  private static Optional<Objection> news(Space space, Set<StreamKind> lost) {
    return space
        .history
        .epoch()
        .map(epoch -> new Objection.NewEpoch(epoch, Optional.of(space.history.restoredTo()), lost));
  }

  Lives lives() {
    return new Lives(world, this);
  }

  /// Every process stops, and whoever waited for one.
  void stopAll() {
    processes.forEach(this::stop);
  }

  boolean isRemoved(Person person) {
    return world.bug() != Bug.REMOVED_MEMBER_SERVED
        && person.space().removed.containsKey(person.user());
  }

  private boolean goesOn(ChainPosition last, ChainPosition after) {
    return last.equals(after) || world.bug() == Bug.CHAIN_UNCHECKED;
  }

  private Instant apply(
      SpaceTx tx, Actor.Member author, List<PushRequest.Item> items, Instant lastEdit) {
    return core.push(tx, new CommitHooks(tx), author, items, lastEdit, world.time().instant());
  }

  private void served(UUID device, Server process) {
    Server before = servedBy.put(device, process);
    if (before != null && before != process) {
      world.count(Fault.SERVED_BY_THE_OTHER_PROCESS);
    }
  }

  /// A mutation that the server fails on must not hold up the ones behind it for ever.
  ///
  /// @return whether the process lived to the end
  private boolean oneByOne(Push push, Actor.Member author, Instant lastEdit) {
    Space space = push.person().space();
    Instant newest = lastEdit;
    Stop stop = world.stop(Moment.RETRY);
    for (PushRequest.Item item : push.request().mutations()) {
      SpaceTx tx = new SpaceTx(space, author.user(), world.bug(), Stop.NEVER);
      try {
        newest = apply(tx, author, List.of(item), newest);
      } catch (CommitHooks.Poisoned e) {
        tx = new SpaceTx(space, author.user(), world.bug(), Stop.NEVER);
        newest = core.setAside(tx, author, item, newest, world.time().instant());
      }
      tx.commit();
      ChainPosition reached = new ChainPosition(item.seq(), item.id());
      space.chains.put(push.request().device(), new Space.Chain(reached, newest));
      if (!push.process().at(Step.TAKEN, stop)) {
        return false;
      }
    }
    return true;
  }

  /// Begins to answer a pull.
  ///
  /// @param old whether by a program that knows not all fields
  Optional<Reading> pull(Person person, PullRequest request, boolean old) {
    return process().map(process -> new Reading(world, process, person, request, old));
  }

  /// The place in a chain that a push reaches whose commit is under way.
  Optional<ChainPosition> underWay(UUID device) {
    return Optional.ofNullable(underWay.get(device));
  }
}
