package com.salescopilot.desktop.desk;

import com.salescopilot.desktop.platform.SecretStore;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignIn;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Membership;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncEngine;
import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.Discard;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The account that is being worked for, with its store and its engine. The last account's store is
/// open from the start, before anybody signs in.
public final class Desk implements AutoCloseable {
  private final Profile profile;
  private final KeptSignIns kept;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean offline;
  private volatile @Nullable Work work;
  private volatile @Nullable Session session;

  /// A desk whose sign-ins end with the program.
  ///
  /// @param ids makes the ids of rows and mutations
  /// @param random spreads the attempts after failures
  public Desk(Profile profile, InstantSource clock, Supplier<UUID> ids, RandomGenerator random) {
    this(profile, SecretStore.inMemory(), clock, ids, random);
  }

  /// @param secrets where sign-ins are kept
  /// @param ids makes the ids of rows and mutations
  /// @param random spreads the attempts after failures
  public Desk(
      Profile profile,
      SecretStore secrets,
      InstantSource clock,
      Supplier<UUID> ids,
      RandomGenerator random) {
    this.profile = profile;
    this.kept = new KeptSignIns(secrets, profile.name());
    this.clock = clock;
    this.ids = ids;
    this.random = random;
    profile.last().ifPresent(account -> work = open(account));
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

  /// The account that works here; empty if nobody does.
  public Optional<Account> lastAccount() {
    return Optional.ofNullable(work).map(Work::account);
  }

  /// The account that worked here last, also if it has logged out.
  public Optional<Account> knownAccount() {
    return lastAccount().or(profile::known);
  }

  /// The workspaces of the person who works here, as the server last named them.
  public List<Membership> workspaces() {
    return profile.memberships();
  }

  /// Whether one stays signed in when the program ends.
  public boolean keepsSignIns() {
    return kept.isLasting();
  }

  /// What tells this device from a stranger's when somebody signs in.
  public Optional<String> device(ServerAddress server, String email) {
    return kept.device(server.toString(), email);
  }

  /// Calls when another account works here, or the server says something else of it; on any thread.
  public Subscription onAccount(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  public SqliteStore store() {
    return work().store();
  }

  public SyncEngine engine() {
    return work().engine();
  }

  /// Asks the server what only it knows.
  ///
  /// @throws RemoteException if it cannot be asked now
  public <T> T ask(Function<Session, T> question) {
    Session current = session;
    if (offline) {
      throw new RemoteException.Offline();
    }
    if (current == null) {
      throw new RemoteException.Unauthenticated();
    }
    return question.apply(current);
  }

  /// Goes on as the member who just signed in, with the store they had here before if they had one.
  public synchronized Account signedIn(Session fresh) {
    Account account = Identity.account(fresh.server().toString(), fresh.member());
    kept.keepDevice(account, fresh.signIn());
    takeUp(account, fresh);
    return account;
  }

  /// Goes on with the sign-in of an earlier start, if this machine kept it. The server is asked
  /// when it is needed.
  public synchronized void resume() {
    Work current = work;
    if (current == null || session != null) {
      return;
    }
    Account account = current.account();
    kept.refresh(account)
        .ifPresent(
            token ->
                takeUp(
                    account,
                    Session.resumed(
                        ServerAddress.parse(account.server()),
                        new SignIn(Identity.member(account), profile.memberships(), token, ""),
                        clock)));
  }

  /// Goes on in another workspace of the same person; what waits in this one goes on waiting. Needs
  /// the server only where the workspace was never open on this machine.
  ///
  /// @throws RemoteException if that is so and the server cannot be asked
  public synchronized Account switchTo(Membership to) {
    Account here = account();
    Account there = Identity.in(here, to);
    Session current = session;
    if (!profile.hasStore(there)) {
      Session asked = ask(signedIn -> signedIn.into(to));
      try {
        asked.renew();
      } catch (RemoteException e) {
        takeUp(here, asked.into(new Membership(here.workspace(), "", here.role())));
        throw e;
      }
      takeUp(there, asked);
    } else if (current == null) {
      work(there);
    } else {
      takeUp(there, current.into(to));
    }
    return account();
  }

  private void takeUp(Account account, Session fresh) {
    Session old = session;
    session = fresh;
    kept.keep(account, fresh.signIn());
    Work next = work(account);
    profile.keep(fresh.signIn().workspaces());
    fresh.follow(said -> said(account, said));
    next.engine().signedIn(fresh);
    if (old != null) {
      old.close();
    }
    listeners.forEach(Runnable::run);
  }

  /// Opens the store of an account in place of what is open.
  private Work work(Account account) {
    Work before = work;
    Work next = before != null && before.isOf(account) ? before : open(account);
    next.become(account);
    profile.remember(account);
    work = next;
    if (before != null && !before.isOf(account)) {
      before.close();
    }
    return next;
  }

  /// The server told something when it exchanged tokens. Called on threads that the engine waits
  /// for when it ends, so nothing here may wait for the desk.
  private void said(Account before, SignIn said) {
    kept.keep(before, said);
    profile.keep(said.workspaces());
    Work current = work;
    Account now = Identity.account(before.server(), said.member());
    if (current != null && current.isOf(now) && !current.account().equals(now)) {
      current.become(now);
      profile.remember(now);
    }
    listeners.forEach(Runnable::run);
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
    return Optional.ofNullable(work).map(open -> MailsWaiting.in(open.store())).orElse(0);
  }

  /// How many changes of the person who works here the server has not confirmed, in all their
  /// workspaces on this machine.
  public long pendingEverywhere() {
    Work current = work();
    return pending() + profile.pendingBeside(current.account());
  }

  /// How somebody left.
  ///
  /// @param told whether the server knows of it
  public record Left(boolean told) {}

  /// Logs out. What waits stays on this machine until the same person signs in again.
  public synchronized Left logOut() {
    Account account = account();
    Left left = leave(account);
    profile.left(account);
    return left;
  }

  /// Logs out, and nothing of this person stays on this machine, not even what waits.
  public synchronized Left wipe() {
    Account account = account();
    Left left = leave(account);
    kept.forgetDevice(account);
    profile.wipe(account.user());
    return left;
  }

  /// Takes everything of this workspace off the machine, and goes on in another one of this person,
  /// if the server named one.
  public synchronized void purge() {
    Account account = account();
    Optional<Membership> other =
        profile.memberships().stream()
            .filter(each -> !each.workspace().equals(account.workspace()))
            .findFirst();
    try {
      other.ifPresent(this::switchTo);
    } catch (RemoteException e) {
      other = Optional.empty(); // it was never open here, and cannot be opened now
    }
    if (other.isEmpty()) {
      Left _ = leave(account);
      profile.left(account);
    }
    profile.purge(account);
  }

  private Left leave(Account account) {
    work().close();
    work = null;
    Session current = session;
    session = null;
    kept.forget(account);
    boolean told = current != null && !offline && current.logOut();
    if (current != null) {
      current.follow(_ -> {});
      current.close();
      kept.forget(account); // an exchange that was under way may have kept another
    }
    listeners.forEach(Runnable::run);
    return new Left(told);
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
