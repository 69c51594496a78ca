package com.salescopilot.model.schedule;

import com.salescopilot.model.schedule.OpenHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// When mails of a campaign may reach recipients of one zone: their hours, and those of the mailbox
/// if it has any.
final class Openings {
  /// A year that finds nothing open will not end well.
  private static final Duration REACH = Duration.ofDays(366);

  private final Rules rules;
  private final ZoneId zone;
  private final OpenHours recipient;
  private final Optional<OpenHours> mailbox;

  /// Plans ask again and again for the hours that are open now.
  private Span known = new Span(Instant.MAX, Instant.MIN);

  /// @param zone of the recipients
  /// @param mailboxZone what the clock of the mailbox follows
  Openings(Rules rules, ZoneId zone, Optional<Window> window, ZoneId mailboxZone) {
    this.rules = rules;
    this.zone = zone;
    recipient = new OpenHours(zone, rules::opens, rules.from(), rules.to());
    mailbox =
        window.map(
            w ->
                new OpenHours(
                    mailboxZone, day -> w.days().contains(day.getDayOfWeek()), w.from(), w.to()));
  }

  /// The first open instant at or after one; empty if none comes in a year.
  Optional<Instant> fit(Instant at) {
    if (known.contains(at)) {
      return Optional.of(at);
    }
    Instant limit = at.plus(REACH);
    Instant searched = at;
    while (true) {
      Optional<Span> theirs = recipient.next(searched, limit);
      if (theirs.isEmpty()) {
        return Optional.empty();
      }
      Optional<Span> both = theirs;
      if (mailbox.isPresent()) {
        both =
            mailbox
                .get()
                .next(theirs.get().from(), limit)
                .map(ours -> new Span(ours.from(), earlier(ours.until(), theirs.get().until())));
        if (both.isEmpty()) {
          return Optional.empty();
        }
      }
      if (both.get().from().isBefore(both.get().until())) {
        known = both.get();
        return Optional.of(known.from());
      }
      searched = both.get().from();
    }
  }

  /// What is closed at an instant, the recipient's day first.
  ///
  /// @return empty if it is open
  Optional<ReasonCode> closed(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    if (rules.holidays().contains(day)) {
      return Optional.of(ReasonCode.HOLIDAY);
    }
    if (isClosed(recipient, at)) {
      return Optional.of(ReasonCode.WINDOW);
    }
    return mailbox.filter(hours -> isClosed(hours, at)).map(_ -> ReasonCode.MAILBOX_WINDOW);
  }

  private static boolean isClosed(OpenHours hours, Instant at) {
    return hours.next(at, at.plusNanos(1)).isEmpty();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
