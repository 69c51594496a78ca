package com.salescopilot.model.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What a local day brought, of mails that were sent.
public record DayCounts(LocalDate date, long sent, long opened, long replied) {

  /// The counts of some days, also of those that brought nothing.
  public static List<DayCounts> of(Days days, Iterable<MailFacts> mails) {
    List<Instant> bounds = days.bounds();
    long[] sent = new long[days.count()];
    long[] opened = new long[days.count()];
    long[] replied = new long[days.count()];
    for (MailFacts mail : mails) {
      if (mail.isSent()) {
        count(mail.sentAt(), bounds, sent);
        count(mail.openedAt(), bounds, opened);
        count(mail.repliedAt(), bounds, replied);
      }
    }
    List<DayCounts> counts = new ArrayList<>();
    for (LocalDate date : days.dates()) {
      int day = counts.size();
      counts.add(new DayCounts(date, sent[day], opened[day], replied[day]));
    }
    return counts;
  }

  private static void count(Optional<Instant> at, List<Instant> bounds, long[] days) {
    if (at.isEmpty()) {
      return;
    }
    int found = Collections.binarySearch(bounds, at.get());
    int day = found >= 0 ? found : -found - 2;
    if (day >= 0 && day < days.length) {
      days[day]++;
    }
  }
}
