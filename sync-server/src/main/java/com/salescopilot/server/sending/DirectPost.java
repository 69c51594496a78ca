package com.salescopilot.server.sending;

import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.post.Note;
import com.salescopilot.server.post.Post;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Sends notes over the operator's relay at once, beside the queue of letters: a code is of no use
/// when it is late, and a second one does no harm.
public final class DirectPost implements Post {
  private static final System.Logger LOG = System.getLogger(DirectPost.class.getName());
  private static final int AT_ONCE = 2;
  private static final int WAITING = 256;
  private static final int ATTEMPTS = 2;
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ZERO);

  private final Relay relay;
  private final Egress egress;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("note-", 1).factory());

  /// A post over this relay.
  public DirectPost(Relay relay, Egress egress, Supplier<UUID> ids, InstantSource clock) {
    this.relay = relay;
    this.egress = egress;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void send(Supplier<Optional<Note>> note) {
    try {
      threads.execute(() -> run(note));
    } catch (RejectedExecutionException _) {
      LOG.log(Level.WARNING, "a note was dropped: too many wait to be sent");
    }
  }

  /// Ends; notes that wait may still leave for a moment.
  public void stop() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
    }
    timer.shutdownNow();
  }

  private void run(Supplier<Optional<Note>> note) {
    try {
      note.get().ifPresent(this::deliver);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a note could not be written", e);
    }
  }

  private void deliver(Note note) {
    Letter letter = letter(note);
    Attempt last = new Attempt.Cut("nothing was tried");
    for (int i = 0; i < ATTEMPTS && again(last); i++) {
      last = attempt(letter);
    }
    if (!(last instanceof Attempt.Accepted)) {
      LOG.log(Level.WARNING, "a note was not taken by the mail server: {0}", last.words());
    }
  }

  private static boolean again(Attempt last) {
    return switch (last) {
      case Attempt.Cut _, Attempt.Unreachable _ -> true;
      case Attempt.Accepted _,
          Attempt.Refused _,
          Attempt.Deferred _,
          Attempt.Withheld _,
          Attempt.Doubtful _ ->
          false;
    };
  }

  private Attempt attempt(Letter letter) {
    SmtpSession session = SmtpSession.to(new SmtpAccount(relay, PATIENCE, egress, timer));
    try {
      Optional<Attempt> trouble = session.open();
      return trouble.isPresent()
          ? trouble.get()
          : session.send(MimeLetter.of(letter, session.session(), clock.instant()), new AtOnce());
    } catch (MimeLetter.Unfit e) {
      return new Attempt.Refused(e.words());
    } finally {
      session.end();
    }
  }

  private Letter letter(Note note) {
    UUID id = ids.get();
    return new Letter(
        id,
        note.to(),
        relay.from(),
        Optional.of("Sales Copilot"),
        note.subject(),
        html(note.text()),
        note.text(),
        id + "@" + relay.domain(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static String html(String text) {
    String escaped =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    return "<html><body><p>"
        + escaped.strip().replace("\n\n", "</p><p>").replace("\n", "<br>")
        + "</p></body></html>";
  }

  /// There is no row that could say no.
  private static final class AtOnce implements SmtpSession.Dot {
    @Override
    public boolean mayLeave() {
      return true;
    }

    @Override
    public void doubted() {}
  }
}
