package com.salescopilot.desktop.sync;

import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.SyncServer;
import com.salescopilot.model.client.ClientCore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Keeps a store and its server in step: edits leave at once, what others do arrives at once, and
/// what fails is tried again. Nothing here can lose an edit; it only carries what the store holds.
public final class SyncEngine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SyncEngine.class.getName());

  /// Rounds in a row that may leave as much waiting as they found; edits made meanwhile do that.
  private static final int MOST_IDLE = 3;

  private final ClientCore core;
  private final Link link = new Link();
  private final Contact contact;
  private final PushRounds pushes;
  private final PullRounds pulls;
  private final Loop pushing;
  private final Loop pulling;

  /// Starts without a server.
  ///
  /// @param random spreads the attempts after failures
  public SyncEngine(ClientCore core, InstantSource clock, RandomGenerator random) {
    this.core = core;
    contact = new Contact(clock);
    pushes = new PushRounds(core, clock, link);
    pulls = new PullRounds(core, link);
    pushing = new Loop("sync-push", link, contact, this::push, random);
    pulling = new Loop("sync-pull", link, contact, this::pull, random);
    pushing.start();
    pulling.start();
  }

  /// Works with this server from now on.
  public void signedIn(SyncServer server) {
    link.signedIn(server);
    contact.begins();
    wake();
  }

  /// An edit waits in the store.
  public void edited() {
    pushing.ring();
    contact.changed();
  }

  /// Stops talking to the server; when this returns, nothing is under way.
  public void goOffline() {
    link.goOffline();
    pushes.settle();
    pulls.settle();
    contact.changed();
  }

  /// Talks to the server again, at once.
  public void goOnline() {
    link.goOnline();
    contact.changed();
    wake();
  }

  /// Returns when nothing is left to push or pull.
  ///
  /// @throws RemoteException if that cannot be done now; what waits goes on waiting
  public void syncNow() {
    for (int idle = 0; idle < MOST_IDLE; ) {
      long before = core.pending();
      pushes.all();
      pulls.now();
      contact.made();
      long after = core.pending();
      if (after == 0) {
        return;
      }
      idle = after < before ? 0 : idle + 1;
    }
    throw new RemoteException.Garbled("it does not confirm what it was sent");
  }

  /// Tells the server of what waits, as far as that can be done in this time. What became of it
  /// stands in the store.
  public void pushFor(Duration longest) throws InterruptedException {
    Thread push =
        Thread.ofVirtual()
            .name("sync-last-push")
            .start(
                () -> {
                  try {
                    pushes.all();
                  } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.DEBUG, "the last push failed", e);
                  }
                });
    push.join(longest);
  }

  /// Asks the server what only it knows.
  ///
  /// @throws RemoteException if it cannot be asked now
  public <T> T ask(Function<SyncServer, T> question) {
    return link.ask(question);
  }

  /// How this machine and the server stand.
  public SyncState state() {
    long waiting = core.pending();
    if (!link.isSignedIn()) {
      return new SyncState.SignedOut(waiting);
    }
    if (link.isOffline()) {
      return new SyncState.OfflineByChoice(waiting);
    }
    Optional<Contact.Trouble> trouble = contact.trouble();
    if (trouble.isPresent() && trouble.get().stopped().isPresent()) {
      return new SyncState.Stopped(trouble.get().stopped().get(), waiting);
    }
    if (trouble.isPresent()) {
      return new SyncState.Offline(trouble.get().since(), waiting, trouble.get().why());
    }
    Optional<Instant> heard = contact.heard();
    boolean first = !core.hasReadAll();
    return heard.isEmpty() || waiting > 0 || first
        ? new SyncState.Syncing(waiting, first)
        : new SyncState.UpToDate(heard.get());
  }

  /// When the server was last heard of since somebody signed in, if it was.
  public Optional<Instant> heard() {
    return contact.heard();
  }

  /// Calls whenever [#state] may say something else, on any thread.
  ///
  /// @return ends the calls
  public Runnable onState(Runnable listener) {
    return contact.listen(listener);
  }

  /// How many mutations the server has not confirmed.
  public long pending() {
    return core.pending();
  }

  private Loop.Next push() {
    pushes.all();
    return Loop.Next.WAIT_FOR_WORK;
  }

  private Loop.Next pull() {
    pulls.live();
    if (pushing.isFailing()) {
      pushing.wake();
    } else if (core.isBehind()) {
      pushing.ring();
    }
    return Loop.Next.AGAIN;
  }

  private void wake() {
    pushing.wake();
    pulling.wake();
  }

  @Override
  public void close() {
    goOffline();
    pushing.close();
    pulling.close();
  }
}
