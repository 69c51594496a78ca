package com.salescopilot.model.stats;

import java.time.LocalDate;
import java.util.Map;

/// How many mails a mailbox may send in a day, by what it sent before: receivers distrust who
/// suddenly sends ten times as many. Only receivers' own verdicts slow it down, never our timeouts.
///
/// The idea is that of eracle/OpenEmailSequence, `cold_outreach/emails/warmth.py`.
public final class Capacity {
  private static final int SEEN_DAYS = 30;
  private static final int KNOWN_FROM = 5;
  private static final int START = 10;
  private static final int START_PUSHED_BACK = 5;
  private static final double PERCENTILE = 0.75;
  private static final double GROWTH = 1.5;
  private static final int PUSHBACK_DAYS = 7;
  private static final int BOUNCES_JUDGED_FROM = 20;
  private static final int BOUNCE_SHARE = 20;

  private Capacity() {}

  /// The most that the mailbox should send on a day, by the days before.
  ///
  /// @param sent per day, of the whole Sent folder
  public static int on(LocalDate day, Map<LocalDate, SentDay> sent) {
    int[] active =
        day.minusDays(SEEN_DAYS)
            .datesUntil(day)
            .mapToInt(date -> sent.getOrDefault(date, SentDay.NONE).sent())
            .filter(count -> count > 0)
            .sorted()
            .toArray();
    boolean pushedBack = isPushedBack(day, sent);
    if (active.length < KNOWN_FROM) {
      return pushedBack ? START_PUSHED_BACK : START;
    }
    int usual = active[(int) Math.ceil(PERCENTILE * active.length) - 1];
    return pushedBack
        ? Math.max(START_PUSHED_BACK, usual / 2)
        : Math.max(START, (int) Math.ceil(GROWTH * usual));
  }

  /// Whether receivers complained in the last days: one said so, or more than 5 % came back.
  private static boolean isPushedBack(LocalDate day, Map<LocalDate, SentDay> sent) {
    long left = 0;
    long bounced = 0;
    for (LocalDate date : day.minusDays(PUSHBACK_DAYS).datesUntil(day).toList()) {
      SentDay of = sent.getOrDefault(date, SentDay.NONE);
      if (of.blocked()) {
        return true;
      }
      left += of.sent();
      bounced += of.bounced();
    }
    return left >= BOUNCES_JUDGED_FROM && bounced * BOUNCE_SHARE > left;
  }
}
