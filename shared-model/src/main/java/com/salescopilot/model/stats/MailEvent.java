package com.salescopilot.model.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One thing that happened to a mail.
public record MailEvent(Kind kind, Instant at, UUID mail) {
  private static final Comparator<MailEvent> NEWEST_FIRST =
      Comparator.comparing(MailEvent::at)
          .thenComparing(MailEvent::mail)
          .thenComparing(MailEvent::kind)
          .reversed();

  /// What happened.
  public enum Kind {
    SENT,
    OPENED,
    REPLIED
  }

  /// The newest events of some days, the newest first.
  ///
  /// @param most how many at most
  public static List<MailEvent> newest(Days days, Iterable<MailFacts> mails, int most) {
    List<Instant> bounds = days.bounds();
    Instant from = bounds.getFirst();
    Instant to = bounds.getLast();
    List<MailEvent> events = new ArrayList<>();
    for (MailFacts mail : mails) {
      add(events, Kind.SENT, mail.sentAt().filter(_ -> mail.isSent()), mail.id(), from, to);
      add(events, Kind.OPENED, mail.openedAt(), mail.id(), from, to);
      add(events, Kind.REPLIED, mail.repliedAt(), mail.id(), from, to);
    }
    events.sort(NEWEST_FIRST);
    return List.copyOf(events.subList(0, Math.min(most, events.size())));
  }

  private static void add(
      List<MailEvent> events,
      Kind kind,
      Optional<Instant> at,
      UUID mail,
      Instant from,
      Instant to) {
    at.filter(when -> !when.isBefore(from) && when.isBefore(to))
        .ifPresent(when -> events.add(new MailEvent(kind, when, mail)));
  }
}
