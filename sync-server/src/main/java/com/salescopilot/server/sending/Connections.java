package com.salescopilot.server.sending;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The open connections of one mailbox. One that has answered well is kept for the next mail.
final class Connections {
  private final SmtpAccount account;
  private final Duration longestIdle;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final Set<SmtpSession> busy = new HashSet<>();

  private record Idle(SmtpSession session, long since) {}

  Connections(SmtpAccount account, Duration longestIdle) {
    this.account = account;
    this.longestIdle = longestIdle;
  }

  /// Sends a letter.
  Attempt send(Letter letter, InstantSource clock, SmtpSession.Dot dot) {
    Optional<SmtpSession> kept = takeIdle();
    if (kept.isPresent()) {
      Attempt attempt = send(kept.get(), letter, clock, dot);
      if (!(attempt instanceof Attempt.Cut) || !kept.get().fellSilent()) {
        return attempt;
      }
      // the server had hung up on a connection that waited: it has seen nothing of this mail
    }
    SmtpSession fresh = SmtpSession.to(account);
    track(fresh);
    Optional<Attempt> trouble = fresh.open();
    if (trouble.isPresent()) {
      giveBack(fresh);
      return trouble.get();
    }
    return send(fresh, letter, clock, dot);
  }

  private Attempt send(
      SmtpSession session, Letter letter, InstantSource clock, SmtpSession.Dot dot) {
    try {
      return session.send(MimeLetter.of(letter, session.session(), clock.instant()), dot);
    } catch (MimeLetter.Unfit e) {
      return new Attempt.Refused(e.words());
    } finally {
      giveBack(session);
    }
  }

  private synchronized Optional<SmtpSession> takeIdle() {
    while (!idle.isEmpty()) {
      Idle last = idle.pop();
      if (!old(last)) {
        busy.add(last.session());
        return Optional.of(last.session());
      }
      last.session().end();
    }
    return Optional.empty();
  }

  private synchronized void track(SmtpSession session) {
    busy.add(session);
  }

  private synchronized void giveBack(SmtpSession session) {
    busy.remove(session);
    if (session.reusable()) {
      idle.push(new Idle(session, System.nanoTime()));
    } else {
      session.end();
    }
  }

  /// Ends the connections that have waited too long.
  synchronized void closeIdle() {
    idle.removeIf(
        one -> {
          boolean old = old(one);
          if (old) {
            one.session().end();
          }
          return old;
        });
  }

  private boolean old(Idle one) {
    return System.nanoTime() - one.since() > longestIdle.toNanos();
  }

  /// Ends all connections, in whatever state they are.
  void close() {
    List<SmtpSession> waiting;
    List<SmtpSession> talking;
    synchronized (this) {
      waiting = idle.stream().map(Idle::session).toList();
      idle.clear();
      talking = List.copyOf(busy);
    }
    waiting.forEach(SmtpSession::end);
    talking.forEach(SmtpSession::cut);
  }
}
