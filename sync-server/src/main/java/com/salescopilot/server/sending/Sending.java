package com.salescopilot.server.sending;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.Loop;
import com.salescopilot.server.keys.Tokens;
import com.salescopilot.server.stream.Streams;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/// Sends what is queued: leases mailboxes that have something due and serves each of them.
public final class Sending {
  private static final System.Logger LOG = System.getLogger(Sending.class.getName());
  private static final int MOST_MAILBOXES = 64;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration RENEWAL = Duration.ofSeconds(20);

  private final Leases leases;
  private final Claims claims;
  private final Outcomes outcomes;
  private final DotMarks marks;
  private final SendHook hook;
  private final SmtpAccount account;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final Map<UUID, Serving> serving = new ConcurrentHashMap<>();
  private final Bell bell = new Bell();
  private final Loop looking = new Loop("mailboxes", bell, this::look);
  private final Loop renewing = new Loop("mailbox leases", new Bell(), this::renew);

  private record Serving(MailboxRun run, Thread thread) {}

  /// A sender that does not send yet.
  ///
  /// @param publicUrl the base of links in mails
  public Sending(
      Database database,
      Streams streams,
      SendHook hook,
      Relay relay,
      Tokens tokens,
      Supplier<URI> publicUrl,
      NodeId node,
      Egress egress,
      InstantSource clock) {
    this(database, streams, hook, relay, tokens, publicUrl, node, egress, clock, Patience.STANDARD);
  }

  /// As above, with servers that must be quicker.
  Sending(
      Database database,
      Streams streams,
      SendHook hook,
      Relay relay,
      Tokens tokens,
      Supplier<URI> publicUrl,
      NodeId node,
      Egress egress,
      InstantSource clock,
      Patience patience) {
    Writes writes = new Writes(streams);
    this.leases = new Leases(database, node.value());
    this.claims = new Claims(writes, relay, tokens, path -> publicUrl.get() + path, clock);
    this.outcomes = new Outcomes(writes);
    this.marks = new DotMarks(database);
    this.hook = hook;
    this.account = new SmtpAccount(relay, patience, egress, timer);
    this.clock = clock;
  }

  /// Begins; what an earlier process on this data directory left half done is settled first.
  public void start() {
    leases.endOwn();
    marks.start();
    looking.start();
    renewing.start();
  }

  /// Ends: claims nothing more, lets the mails in hand leave, gives the mailboxes back.
  public void stop() throws InterruptedException {
    looking.stop();
    List<Serving> last = List.copyOf(serving.values());
    last.forEach(one -> one.run().stop());
    for (Serving one : last) {
      one.thread().join();
    }
    renewing.stop();
    marks.stop();
    timer.shutdownNow();
  }

  /// Something of this workspace was committed; a mail that was queued with it leaves at once.
  public void moved(WorkspaceId workspace) {
    if (hook.takeQueued(workspace)) {
      serving.values().stream()
          .map(Serving::run)
          .filter(run -> run.lease().workspace().equals(workspace))
          .forEach(MailboxRun::wake);
      bell.ring();
    }
  }

  private Duration look() {
    Leases.Round round = leases.round(MOST_MAILBOXES - serving.size());
    round.taken().forEach(this::serve);
    for (UUID mailbox : round.due()) {
      Serving one = serving.get(mailbox);
      if (one != null) {
        one.run().wake();
      }
    }
    return round.next().filter(next -> next.compareTo(LOOK) < 0).orElse(LOOK);
  }

  private void serve(Lease lease) {
    MailboxRun run = new MailboxRun(lease, claims, outcomes, account, marks, clock);
    Thread thread = Thread.ofVirtual().name("mailbox " + lease.mailbox()).unstarted(() -> run(run));
    Serving earlier = serving.put(lease.mailbox(), new Serving(run, thread));
    if (earlier != null) {
      earlier.run().lose(); // its lease ran out, and we took the mailbox again
    }
    thread.start();
  }

  private void run(MailboxRun run) {
    try {
      run.serve();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a mailbox is given up until its lease has run out", e);
    } finally {
      serving.values().removeIf(one -> one.run().lease().token() == run.lease().token());
      bell.ring();
    }
  }

  private Duration renew() {
    Set<Long> held = new HashSet<>();
    serving.values().forEach(one -> held.add(one.run().lease().token()));
    if (!held.isEmpty()) {
      Set<Long> ours = leases.renew(held);
      serving.values().stream()
          .map(Serving::run)
          .filter(run -> held.contains(run.lease().token()))
          .filter(run -> !ours.contains(run.lease().token()))
          .forEach(MailboxRun::lose);
    }
    return RENEWAL;
  }
}
