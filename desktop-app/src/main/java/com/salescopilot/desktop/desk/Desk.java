package com.salescopilot.desktop.desk;

import com.salescopilot.desktop.remote.Member;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.sync.SyncEngine;
import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.Discard;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The account that is being worked for, with its store and its engine. The last account's store is
/// open from the start, before anybody signs in.
public final class Desk implements AutoCloseable {
  private final Profile profile;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private boolean offline;
  private volatile @Nullable Work work;
  private @Nullable Session session;

  /// @param ids makes the ids of rows and mutations
  /// @param random spreads the attempts after failures
  public Desk(Profile profile, InstantSource clock, Supplier<UUID> ids, RandomGenerator random) {
    this.profile = profile;
    this.clock = clock;
    this.ids = ids;
    this.random = random;
    profile.last().ifPresent(account -> work = open(account));
  }

  /// What is open for one account.
  private record Work(Account account, SqliteStore store, ClientCore core, SyncEngine engine) {
    void close() {
      engine.close();
      store.close();
    }
  }

  public InstantSource clock() {
    return clock;
  }

  public UUID newId() {
    return ids.get();
  }

  public Account account() {
    return work().account();
  }

  /// The account that worked here last, if any.
  public Optional<Account> lastAccount() {
    return Optional.ofNullable(work).map(Work::account);
  }

  public SqliteStore store() {
    return work().store();
  }

  public SyncEngine engine() {
    return work().engine();
  }

  /// Goes on as the member who just signed in, with the store they had here before if they had one.
  public synchronized Account signedIn(Session fresh) {
    Member member = fresh.member();
    Account account =
        new Account(
            fresh.server().toString(),
            member.user(),
            member.workspace(),
            member.email(),
            member.firstName(),
            member.lastName(),
            member.role());
    Work before = work;
    boolean same =
        before != null
            && before.account().user().equals(account.user())
            && before.account().workspace().equals(account.workspace());
    Work next =
        same && before != null
            ? new Work(account, before.store(), before.core(), before.engine())
            : open(account);
    if (before != null && !same) {
      before.close();
    }
    profile.remember(account);
    work = next;
    next.engine().signedIn(fresh);
    Session old = session;
    session = fresh;
    if (old != null) {
      old.close();
    }
    return account;
  }

  /// Makes a change that is on disk when this returns.
  ///
  /// @return the id of the mutation that carries it
  public UUID submit(Change change) {
    Work current = work();
    UUID device = current.store().<UUID>read(tx -> tx.device().id());
    Actor.Member author =
        new Actor.Member(current.account().user(), current.account().role(), device);
    UUID mutation = current.core().submit(change, author, clock.instant());
    current.engine().edited();
    return mutation;
  }

  /// Takes back a change that has not left this machine, as if it had never been made.
  public Discard.Answer discard(UUID mutation) {
    Work current = work();
    Discard.Answer answer = current.core().discard(mutation);
    current.engine().edited();
    return answer;
  }

  /// What would take a change back that is about to be made, where anything does.
  public Optional<Change> undoOf(Change change) {
    return work().core().undoOf(change);
  }

  /// How many changes the server has not confirmed.
  public long pending() {
    return Optional.ofNullable(work).map(open -> open.engine().pending()).orElse(0L);
  }

  /// How many mails the server has not confirmed that leave when it is told of them.
  public int mailsWaiting() {
    Work current = work;
    return current == null || current.store().waiting(Entity.EMAIL).isEmpty()
        ? 0
        : (int)
            current.store().outbox().stream()
                .map(entry -> entry.mutation().change())
                .filter(Desk::sends)
                .map(Change::target)
                .distinct()
                .filter(mail -> !isCancelled(current.store(), mail))
                .count();
  }

  private static boolean sends(Change change) {
    return change instanceof EmailCommand.Send || change instanceof EmailCommand.Resend;
  }

  private static boolean isCancelled(SqliteStore store, RowKey mail) {
    return store
        .row(mail)
        .flatMap(row -> row.text("status"))
        .filter(EmailStatus.CANCELLED.name()::equals)
        .isPresent();
  }

  public synchronized void goOffline() {
    offline = true;
    Optional.ofNullable(work).ifPresent(open -> open.engine().goOffline());
  }

  public synchronized void goOnline() {
    offline = false;
    Optional.ofNullable(work).ifPresent(open -> open.engine().goOnline());
  }

  private Work open(Account account) {
    SqliteStore store = profile.store(account);
    ClientCore core = new ClientCore(store, ids);
    SyncEngine engine = new SyncEngine(core, clock, random);
    if (offline) {
      engine.goOffline();
    }
    return new Work(account, store, core, engine);
  }

  private Work work() {
    Work current = work;
    if (current == null) {
      throw new DeskRefused(
          "NO_ACCOUNT", "Nobody has signed in on this machine yet; sign up or log in first.");
    }
    return current;
  }

  @Override
  public synchronized void close() {
    Optional.ofNullable(work).ifPresent(Work::close);
    if (session != null) {
      session.close();
    }
  }
}
