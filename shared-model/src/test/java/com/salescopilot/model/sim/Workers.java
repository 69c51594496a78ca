package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.server.RefusedException;
import com.salescopilot.model.sim.Point.Moment;
import com.salescopilot.model.sim.Point.Step;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// The sending of mails: a worker claims a mail in one commit, hands it over once, and tells how it
/// ended in another commit. It may stop in between; what became of the mail is then in doubt.
final class Workers {
  private static final UserId NOBODY = new UserId(new UUID(0, 0));
  private static final UUID MAILBOX = new UUID(0, 1);
  private static final int LONGEST_TALK = 800;

  private final World world;
  private final Set<Integer> alive = new HashSet<>();
  private int hired;

  Workers(World world) {
    this.world = world;
  }

  /// A worker, or two that do not know of each other, take up the first mail that is due.
  void work(Space space) {
    if (!world.knowsItsLife(space)) {
      return;
    }
    Optional<Doc> due =
        space.keys(Entity.EMAIL).stream().map(space.rows::get).filter(this::isDue).findFirst();
    if (due.isEmpty()) {
      return;
    }
    int workers = world.dice().oneIn(3) ? 2 : 1;
    for (int i = 0; i < workers; i++) {
      world.site().process().ifPresent(process -> claim(space, due.get().id(), process));
    }
  }

  private boolean isDue(Doc mail) {
    return status(mail) == EmailStatus.PENDING_SEND
        && mail.get("hold").isEmpty()
        && mail.instant("notBefore").filter(world.time().instant()::isBefore).isEmpty();
  }

  private static boolean isHeld(Space space, UUID mail) {
    Doc row = space.rows.get(new RowKey(Entity.EMAIL, mail));
    return row == null || row.get("hold").isPresent();
  }

  /// Nobody who works now goes on.
  void stopAll() {
    alive.clear();
  }

  static EmailStatus status(Doc mail) {
    return EmailStatus.valueOf(mail.text("status").orElseThrow());
  }

  private void claim(Space space, UUID mail, Site.Server process) {
    int worker = ++hired;
    alive.add(worker);
    int life = process.life();
    Stop stop = world.stop(Moment.WORKER);
    EmailCommand.Claim claim =
        new EmailCommand.Claim(
            mail, MAILBOX, "desk@sender.example", Optional.empty(), mail + "@sender.example");
    write(
        space,
        () -> isHeld(space, mail) ? Optional.empty() : Optional.of(claim),
        stop,
        worker,
        () -> process.life() == life && alive.contains(worker),
        taken -> {
          if (!taken && world.bug() != Bug.CLAIM_UNCHECKED) {
            world.count(Fault.WORKER_LOST_THE_RACE);
            alive.remove(worker);
            return;
          }
          space.claims.put(mail, new Space.Claim(worker, false));
          world.time().after(talk(), () -> handOver(space, mail, worker, stop));
        });
  }

  private void handOver(Space space, UUID mail, int worker, Stop stop) {
    Doc row = space.rows.get(new RowKey(Entity.EMAIL, mail));
    Space.Claim claim = space.claims.get(mail);
    boolean mine = claim != null && claim.worker() == worker && !claim.left();
    boolean unchecked = world.bug() == Bug.CLAIM_UNCHECKED || world.bug() == Bug.CANCEL_UNSEEN;
    boolean may = row != null && mine && status(row) == EmailStatus.SENDING;
    if (row == null || !alive.contains(worker) || (!may && !unchecked)) {
      alive.remove(worker);
      return;
    }
    if (!goesOn(worker, stop, Step.DOT)) {
      return;
    }
    space.claims.put(mail, new Space.Claim(worker, true));
    world.watch().handedOver(space, row);
    if (!goesOn(worker, stop, Step.TAKEN)) {
      return;
    }
    EmailStatus end = world.dice().oneIn(5) ? EmailStatus.FAILED : EmailStatus.SENT;
    world
        .time()
        .after(
            talk(),
            () ->
                write(
                    space,
                    () -> Optional.of(ended(mail, end)),
                    world.stop(Moment.ENDING),
                    worker,
                    () -> alive.contains(worker),
                    done -> alive.remove(worker)));
  }

  /// Takes a step, or stops before it.
  private boolean goesOn(int worker, Stop stop, Step step) {
    try {
      stop.at(step);
      return true;
    } catch (Crash e) {
      world.count(e.point());
      alive.remove(worker);
      return false;
    }
  }

  /// Looks after mails whose worker is no more: nothing left, so it is queued again; or something
  /// did, and only a person can know.
  void recover(Space space) {
    for (RowKey key : space.keys(Entity.EMAIL)) {
      if (end(space, key).isPresent()) {
        int worker = ++hired;
        write(space, () -> end(space, key), world.stop(Moment.ENDING), worker, () -> true, d -> {});
      }
    }
  }

  private Optional<Change> end(Space space, RowKey mail) {
    Space.Claim claim = space.claims.get(mail.id());
    Doc row = space.rows.get(mail);
    boolean stuck =
        row != null
            && status(row) == EmailStatus.SENDING
            && (claim == null || !alive.contains(claim.worker()));
    boolean left = claim != null && claim.left() && world.bug() != Bug.DOUBT_SENT_AGAIN;
    return stuck
        ? Optional.of(ended(mail.id(), left ? EmailStatus.UNCONFIRMED : EmailStatus.PENDING_SEND))
        : Optional.empty();
  }

  private EmailCommand.Ended ended(UUID mail, EmailStatus as) {
    return new EmailCommand.Ended(
        mail, as, world.time().instant(), Optional.of("250 ok"), Optional.empty());
  }

  /// Tells how a write ended.
  private interface Ending {
    void told(boolean taken);
  }

  /// Whether whoever writes still runs.
  private interface Alive {
    boolean now();
  }

  /// @param wanted asked with the lock held, so that what it looked at is still so
  private void write(
      Space space,
      Supplier<Optional<Change>> wanted,
      Stop stop,
      int worker,
      Alive writer,
      Ending ending) {
    Site site = world.site();
    int life = space.history.life;
    site.begin(
        space,
        () -> {
          Optional<Change> change = life == space.history.life ? wanted.get() : Optional.empty();
          if (change.isEmpty()) {
            site.end(space);
            return;
          }
          SpaceTx tx = new SpaceTx(space, NOBODY, world.bug(), stop);
          Mutation mutation = new Mutation(world.nextId(), change.get());
          boolean applied;
          try {
            applied =
                site.core()
                        .writeAll(
                            tx,
                            new CommitHooks(tx),
                            new Actor.Internal("worker"),
                            List.of(mutation),
                            world.time().instant())
                        .getFirst()
                        .outcome()
                    instanceof Outcome.Applied;
          } catch (RefusedException e) {
            site.end(space);
            ending.told(false);
            return;
          } catch (Crash e) {
            world.count(e.point());
            alive.remove(worker);
            site.end(space);
            return;
          }
          world
              .time()
              .after(
                  site.commitTime(),
                  () -> {
                    boolean lives = writer.now() && goesOn(worker, stop, Step.COMMIT);
                    if (lives) {
                      tx.commit();
                    }
                    site.end(space);
                    if (lives && goesOn(worker, stop, Step.DONE)) {
                      ending.told(applied);
                    }
                  });
        });
  }

  private long talk() {
    return 1L + world.dice().below(LONGEST_TALK);
  }
}
