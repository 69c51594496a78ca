package com.salescopilot.model.sim;

import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Tells the oracles what happens.
final class Watch {
  private final World world;
  private final Map<Machine, Session> sessions = new HashMap<>();
  private final Complete complete = new Complete();
  private final Invariants invariants = new Invariants();
  private final SentOnce sentOnce = new SentOnce();
  private final EditsKept edits = new EditsKept();
  private final ValuesKept values = new ValuesKept();
  private final Walls walls;

  Watch(World world) {
    this.world = world;
    this.walls = new Walls(world);
  }

  private Session session(Machine machine) {
    return sessions.computeIfAbsent(machine, m -> new Session());
  }

  void acknowledged(Machine machine, UUID id, Change change) {
    world.trace(id);
    edits.acknowledged(machine, id, change);
    session(machine).acknowledged(machine, change);
    sometimes(machine, 16);
  }

  /// The newest pending edit, which the one that was just made may stand for now.
  void mayBeJoined(Machine machine, OutboxEntry earlier) {
    edits.mayBeJoined(machine, earlier);
  }

  void refused(Machine machine) {
    world.trace(machine.number());
  }

  void sealed(Machine machine, PushRequest request) {
    world.trace(request.after().id());
    sometimes(machine, 16);
  }

  void taken(Machine machine, Page page) {
    world.trace(page.content().lines().size());
    world.trace(page.content().end().rows() + (page.content().end().more() ? 1 : 0));
    walls.taken(machine, page);
    session(machine).taken(machine, page);
    complete.taken(machine, page);
    sometimes(machine, page.content().lines().isEmpty() ? 32 : 6);
  }

  /// A check that costs more than what it checks.
  private void sometimes(Machine machine, int times) {
    if (world.dice().oneIn(times)) {
      invariants.check(machine);
    }
  }

  void sent(Machine machine, CharSequence bytes) {
    walls.sent(machine, bytes);
  }

  void restarted(Machine machine) {
    edits.restarted(machine);
    invariants.check(machine);
  }

  void restored(Machine machine, Disk lost) {
    session(machine).forget();
    edits.restored(machine, lost);
    edits.forgotten(world, machine, lost);
  }

  /// A page of a workspace is made for somebody.
  void shown(Space space, Person person) {
    walls.shown(space, person);
  }

  /// Its database is not the one that was read from until now.
  void begunAnew(Machine machine) {
    session(machine).forget();
  }

  /// A database lost these mutations.
  void setBack(Space space, List<LogEntry> lost) {
    edits.setBack(world, space, lost);
    sentOnce.setBack(space);
  }

  /// Its files do not know any more what those knew.
  void forgotten(Machine machine, Disk before) {
    edits.forgotten(world, machine, before);
  }

  /// What waits at a machine may be sent by another copy of it that does not know what became of
  /// it.
  void mayBeSentAgain(Machine machine) {
    for (OutboxEntry entry : machine.disk().outbox()) {
      sentOnce.mayBeSentAgain(entry.mutation().change().target().id());
    }
  }

  void clicked(Machine machine, UUID draft, int generation, UUID mail) {
    sentOnce.clicked(machine, draft, generation, mail);
  }

  void handedOver(Space space, Doc mail) {
    world.trace(mail.id());
    sentOnce.handedOver(space, mail);
  }

  void atRest() {
    world.members().forEach(invariants::check);
    new Converged(world).atRest();
    edits.atRest(world.spaces());
    world.spaces().forEach(values::atRest);
    world.spaces().forEach(walls::atRest);
    world.spaces().forEach(Chains::atRest);
    world.spaces().forEach(space -> new NaiveServer().atRest(space));
  }
}
