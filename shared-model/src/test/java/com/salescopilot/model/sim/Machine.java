package com.salescopilot.model.sim;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.client.RefusedException;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sim.Point.Moment;
import com.salescopilot.model.sim.Point.Step;
import com.salescopilot.model.sync.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// One person's program on one machine: the real client core on a [Disk], with a clock of its own
/// and one push and one pull at a time.
final class Machine {
  private static final int MOST_UNDOS = 6;

  private final World world;
  private final int number;
  private final boolean old;
  private final Person person;
  private final UuidV7 ids;
  private final Link link;
  private final List<Change> undos = new ArrayList<>();
  private Disk disk;
  private Disk backup;
  private ClientCore core;
  private long clock;
  private boolean removed;

  /// @param old whether its program is some versions old
  Machine(World world, int number, boolean old, Person person, Disk disk) {
    this.world = world;
    this.number = number;
    this.old = old;
    this.person = person;
    this.ids = new UuidV7(this::now, world.dice());
    this.disk = disk;
    this.backup = disk.copy();
    this.link = new Link(world, this);
    this.core = new ClientCore(disk, ids::next);
  }

  World world() {
    return world;
  }

  int number() {
    return number;
  }

  boolean isOld() {
    return old;
  }

  /// A copy of the whole machine.
  Machine copyAs(int as) {
    world.watch().mayBeSentAgain(this);
    return new Machine(world, as, old, person, disk.copy());
  }

  /// The server says that its person is not a member any more: nothing is sent or read from now on.
  void removed() {
    world.count(Fault.REMOVED_MEMBER_REFUSED);
    removed = true;
    link.hangUp();
  }

  boolean isRemoved() {
    return removed;
  }

  Person person() {
    return person;
  }

  Disk disk() {
    return disk;
  }

  Link link() {
    return link;
  }

  UUID nextId() {
    return ids.next();
  }

  List<Change> undos() {
    return undos;
  }

  /// By the clock of this machine, which may be years off.
  Instant now() {
    return world.time().instant().plusMillis(clock);
  }

  void setClock(long millisOff) {
    clock = millisOff;
  }

  /// Somebody changes something on screen.
  void edit(Change change) {
    Optional<Change> undo = core.undoOf(change);
    Optional<OutboxEntry> newest = disk.newestPending();
    disk.meet(world.trouble(), world.stop(Moment.EDIT));
    try {
      UUID id = core.submit(change, person.at(disk.device().id()), now());
      undo.ifPresent(this::remember);
      newest.ifPresent(entry -> world.watch().mayBeJoined(this, entry));
      world.watch().acknowledged(this, id, change);
    } catch (RefusedException e) {
      world.watch().refused(this);
    } catch (DiskFull e) {
      world.count(Fault.EDIT_ON_FULL_DISK);
    } catch (Crash e) {
      newest.ifPresent(entry -> world.watch().mayBeJoined(this, entry));
      crashed(e);
    }
  }

  private void remember(Change undo) {
    undos.add(undo);
    if (undos.size() > MOST_UNDOS) {
      undos.removeFirst();
    }
  }

  /// Seals the next stretch of the chain.
  Optional<PushRequest> seal() {
    Trouble trouble = world.bug() == Bug.SEALED_AFTER_SENDING ? Trouble.FORGOTTEN : world.trouble();
    disk.meet(trouble, world.stop(Moment.SEAL));
    try {
      Optional<PushRequest> next = core.nextPush(now());
      next.ifPresent(request -> world.watch().sealed(this, request));
      return next;
    } catch (DiskFull e) {
      world.count(Fault.SEAL_ON_FULL_DISK);
    } catch (Crash e) {
      crashed(e);
    }
    return Optional.empty();
  }

  /// What was sealed is on its way.
  void sent() {
    try {
      disk.at(Step.SENT);
    } catch (Crash e) {
      crashed(e);
    }
  }

  void take(PushReply reply) {
    Moment moment =
        switch (reply) {
          case PushReply.Through _ -> Moment.REPLY;
          case PushReply.Broken _ -> Moment.REJOIN;
          case PushReply.Objected _ -> Moment.NEW_EPOCH;
        };
    disk.meet(Trouble.NONE, world.stop(moment));
    try {
      disk.at(Step.ARRIVED);
      takeUp(reply);
      disk.at(Step.TAKEN);
    } catch (Crash e) {
      crashed(e);
    }
    if (moment == Moment.NEW_EPOCH) {
      world.watch().begunAnew(this);
    }
  }

  private void takeUp(PushReply reply) {
    switch (reply) {
      case PushReply.Through(ChainPosition last) -> {
        core.onPushReply(reply);
        if (world.bug() == Bug.REPLY_CONFIRMS) {
          disk.write(tx -> confirm(tx, last));
        }
      }
      case PushReply.Broken(ChainPosition last) -> {
        world.count(Fault.CHAIN_BROKEN);
        core.onPushReply(
            world.bug() == Bug.EVERY_BREAK_IS_OURS ? new PushReply.Through(last) : reply);
      }
      case PushReply.Objected(Objection objection) ->
          core.onPushReply(new PushReply.Objected(seen(objection)));
    }
  }

  private static boolean confirm(ClientTx tx, ChainPosition last) {
    for (OutboxEntry entry : tx.pendingAfter(0, Integer.MAX_VALUE)) {
      if (entry.seq().orElse(Long.MAX_VALUE) <= last.seq()) {
        tx.confirm(entry);
      }
    }
    ClientTx.Device device = tx.device();
    tx.keepDevice(new ClientTx.Device(device.id(), device.nextSeq(), last));
    return true;
  }

  /// The answer to a pull is an objection.
  void take(Objection objection) {
    disk.meet(Trouble.NONE, world.stop(Moment.NEW_EPOCH));
    try {
      core.onObjection(seen(objection));
    } catch (Crash e) {
      crashed(e);
    }
    world.watch().begunAnew(this);
  }

  private Objection seen(Objection objection) {
    return world.bug() == Bug.NOTHING_OFFERED_AGAIN
            && objection instanceof Objection.NewEpoch(UUID epoch, var restoredTo, var lost)
        ? new Objection.NewEpoch(epoch, restoredTo, Set.of())
        : objection;
  }

  PullRequest pullRequest() {
    return core.pullRequest(0);
  }

  /// Takes up a page of an answer.
  ///
  /// @return whether the program still runs and has taken it
  boolean take(Page page) {
    disk.meet(world.trouble(), world.stop(Moment.PAGE));
    try {
      core.onPage(
          world.bug() == Bug.FOREIGN_CHAIN_CONFIRMS ? asOwn(page.content()) : page.content());
      if (!page.content().epoch().equals(disk.epoch())) {
        return false; // of another life
      }
      world.watch().taken(this, page);
      if (page.content().end().more()) {
        disk.at(Step.TAKEN);
      }
      return true;
    } catch (DiskFull e) {
      world.count(Fault.PAGE_ON_FULL_DISK);
    } catch (Crash e) {
      crashed(e);
    }
    return false;
  }

  /// The page as if its confirmation named the mutation that has that number here.
  private PullPage asOwn(PullPage page) {
    PullLine.End end = page.end();
    Optional<ChainPosition> acked =
        end.acked()
            .map(
                last ->
                    disk.outbox().stream()
                        .filter(entry -> entry.seq().equals(OptionalLong.of(last.seq())))
                        .findFirst()
                        .map(entry -> new ChainPosition(last.seq(), entry.mutation().id()))
                        .orElse(last));
    return new PullPage(
        page.epoch(),
        page.full(),
        page.lines(),
        new PullLine.End(end.cursors(), end.rows(), acked, end.more()));
  }

  private void crashed(Crash crash) {
    world.count(crash.point());
    restart();
  }

  /// The program stops and is started again on what it had kept.
  void restart() {
    start(List.of());
  }

  private void start(List<OutboxEntry> salvaged) {
    link.hangUp();
    disk.meet(Trouble.NONE, world.stop(Moment.START));
    try {
      disk.open(salvaged);
    } catch (Crash e) {
      world.count(e.point());
      disk.meet(Trouble.NONE, Stop.NEVER);
      disk.open(List.of());
    }
    core = new ClientCore(disk, ids::next);
    world.watch().restarted(this);
  }

  void backUp() {
    backup = disk.copy();
  }

  /// The person gets their files of some days ago back.
  void restore() {
    Disk lost = disk;
    disk = backup.copy();
    world.watch().mayBeSentAgain(this);
    world.watch().restored(this, lost);
    restart();
  }

  /// Something happens to the files while the program does not run.
  void lose(FileLoss loss) {
    world.count(loss.fault());
    List<OutboxEntry> salvaged = new ArrayList<>();
    Disk before = disk.copy();
    switch (loss) {
      case DATABASE -> disk.loseDatabase(nextId());
      case DATABASE_IN_PART -> {
        disk.outbox().stream().filter(entry -> world.dice().oneIn(2)).forEach(salvaged::add);
        disk.loseDatabase(nextId());
      }
      case DATABASE_SINCE_BACKUP -> disk.takeDatabase(backup);
      case JOURNAL -> disk.journal().lose();
      case JOURNAL_IN_PART -> disk.journal().lose(world.dice());
      case BOTH -> {
        Disk lost = disk;
        disk = new Disk(nextId(), world.bug());
        world.watch().restored(this, lost);
      }
    }
    start(salvaged);
    if (loss.takesDatabase()) {
      world.watch().begunAnew(this);
      world.watch().forgotten(this, before);
      world.watch().mayBeSentAgain(this);
    }
  }

  long pending() {
    return core.pending();
  }
}
