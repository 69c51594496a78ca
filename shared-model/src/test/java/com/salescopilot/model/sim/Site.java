package com.salescopilot.model.sim;

import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.model.server.ServerCore;
import com.salescopilot.model.sync.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
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
  private static final int ROWS_A_PAGE = 6;
  private static final int SLOWEST_COMMIT = 120;
  private static final int LONGEST_OUTAGE = 3_000;

  private final World world;
  private final ServerCore core;
  private final List<Server> processes = new ArrayList<>();
  private final Map<UUID, ChainPosition> underWay = new HashMap<>();

  Site(World world) {
    this.world = world;
    this.core = new ServerCore(world::nextId);
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(new Server());
    }
  }

  /// One server process. What it had not committed is gone when it stops.
  static final class Server {
    private int life;
    private long downUntil;

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

  void push(Person person, PushRequest request, Consumer<PushReply> answer) {
    Optional<Server> process = process();
    if (process.isEmpty()) {
      return;
    }
    int life = process.get().life;
    if (person.space().isLocked()) {
      world.count(Fault.PUSH_WAITED_FOR_LOCK);
    }
    begin(
        person.space(),
        () -> {
          if (process.get().life == life) {
            pushLocked(process.get(), person, request, answer);
          } else {
            end(person.space());
          }
        });
  }

  private void pushLocked(
      Server process, Person person, PushRequest request, Consumer<PushReply> answer) {
    Space space = person.space();
    Space.Chain chain = space.chains.getOrDefault(request.device(), Space.Chain.START);
    if (!goesOn(chain.last(), request.after())) {
      end(space);
      answer.accept(new PushReply.Broken(chain.last()));
      return;
    }
    Actor.Member author = person.at(request.device());
    SpaceTx tx = new SpaceTx(space, person.user(), world.bug());
    Instant edit;
    try {
      edit = apply(tx, author, request.mutations(), chain.edit());
    } catch (CommitHooks.Poisoned e) {
      world.count(Fault.PUSH_POISONED);
      if (world.bug() == Bug.REFUSAL_BLOCKS) {
        end(space);
        return;
      }
      oneByOne(space, author, request, chain.edit());
      end(space);
      answer.accept(new PushReply.Through(ServerCore.after(request)));
      return;
    }
    ChainPosition reached = ServerCore.after(request);
    underWay.put(request.device(), reached);
    Instant newest = edit;
    int life = process.life;
    world
        .time()
        .after(
            commitTime(),
            () -> {
              underWay.remove(request.device());
              if (world.dice().perMille(world.weather().serverCrashes())) {
                world.count(Fault.PUSH_CRASHED_BEFORE_COMMIT);
                stop(process);
              }
              boolean alive = process.life == life;
              if (alive) {
                tx.commit();
                space.chains.put(request.device(), new Space.Chain(reached, newest));
              } else if (world.bug() == Bug.COMMIT_TORN) {
                tx.rows();
              }
              end(space);
              if (world.dice().perMille(world.weather().serverCrashes())) {
                world.count(Fault.PUSH_CRASHED_AFTER_COMMIT);
                stop(process);
              } else if (alive) {
                answer.accept(new PushReply.Through(reached));
              }
            });
  }

  private boolean goesOn(ChainPosition last, ChainPosition after) {
    return last.equals(after) || world.bug() == Bug.CHAIN_UNCHECKED;
  }

  private Instant apply(
      SpaceTx tx, Actor.Member author, List<PushRequest.Item> items, Instant lastEdit) {
    return core.push(tx, new CommitHooks(tx), author, items, lastEdit, world.time().instant());
  }

  /// A mutation that the server fails on must not hold up the ones behind it for ever.
  private void oneByOne(Space space, Actor.Member author, PushRequest request, Instant lastEdit) {
    Instant newest = lastEdit;
    for (PushRequest.Item item : request.mutations()) {
      SpaceTx tx = new SpaceTx(space, author.user(), world.bug());
      try {
        newest = apply(tx, author, List.of(item), newest);
      } catch (CommitHooks.Poisoned e) {
        tx = new SpaceTx(space, author.user(), world.bug());
        newest = core.setAside(tx, author, item, newest, world.time().instant());
      }
      tx.commit();
    }
    space.chains.put(request.device(), new Space.Chain(ServerCore.after(request), newest));
  }

  /// Begins to answer a pull.
  Optional<Reading> pull(Person person, PullRequest request) {
    return process().map(process -> new Reading(process, person, request));
  }

  /// An answer to a pull, page by page.
  final class Reading {
    private final Server process;
    private final int life;
    private final Space space;
    private final Person person;
    private final UUID device;
    private boolean begun;
    private Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
    private Map<StreamKind, Long> cursors = new EnumMap<>(StreamKind.class);

    private Reading(Server process, Person person, PullRequest request) {
      this.process = process;
      this.life = process.life;
      boolean strange = world.bug() == Bug.CONNECTION_KEEPS_WORKSPACE && world.dice().oneIn(20);
      boolean other = world.bug() == Bug.CONNECTION_KEEPS_PERSON && world.dice().oneIn(20);
      this.space = strange ? world.dice().of(world.spaces()) : person.space();
      this.person = other ? world.dice().of(world.people()) : person;
      this.device = request.device();
      for (StreamKind kind : StreamKind.values()) {
        long floor = space.stream(space.owner(kind, this.person.user())).floor;
        Long cursor = request.cursors().get(kind);
        if (cursor == null || cursor < floor) {
          full.add(kind);
        } else {
          cursors.put(kind, cursor);
        }
        if (cursor != null && cursor < floor) {
          world.count(Fault.READ_IN_FULL_OVER_DATA);
        }
      }
    }

    /// The next page; empty if the process is no more.
    Optional<Page> next() {
      if (begun && world.dice().perMille(world.weather().serverCrashes())) {
        stop(process);
      }
      begun = true;
      if (process.life != life) {
        world.count(Fault.PULL_CRASHED_BETWEEN_PAGES);
        return Optional.empty();
      }
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
      Page next = new Page(new PullPage(full, page.lines(), page.end()), sums, committed());
      full = Set.of();
      cursors = page.end().cursors();
      return Optional.of(next);
    }

    private ChainPosition chain() {
      return world.bug() == Bug.ACKED_OUTSIDE_SNAPSHOT
          ? underWay.getOrDefault(device, committed())
          : committed();
    }

    private ChainPosition committed() {
      return space.chains.getOrDefault(device, Space.Chain.START).last();
    }
  }
}
