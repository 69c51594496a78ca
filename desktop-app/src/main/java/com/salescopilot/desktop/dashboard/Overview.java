package com.salescopilot.desktop.dashboard;

import com.salescopilot.model.stats.DayCounts;
import com.salescopilot.model.stats.MailCounts;
import java.util.List;
import java.util.function.ToLongFunction;

/// All that the dashboard shows.
///
/// @param mails of all times
/// @param days what each day brought, the oldest first
/// @param before as many days right before them
/// @param feed the newest events of the days, the newest first
/// @param campaigns how many there are, whatever they do
/// @param motion who is moved just now
/// @param running the campaigns that run, then those that are about to
/// @param dueTasks how many tasks are due by the end of today
/// @param unreadable how many mails are damaged on this machine, and not counted
record Overview(
    MailCounts mails,
    List<DayCounts> days,
    List<DayCounts> before,
    List<FeedLine> feed,
    long activeCampaigns,
    long campaigns,
    Motion motion,
    List<RunningRow> running,
    long dueTasks,
    long unreadable) {

  Overview {
    days = List.copyOf(days);
    before = List.copyOf(before);
    feed = List.copyOf(feed);
    running = List.copyOf(running);
  }

  /// Whether nothing was ever done here.
  boolean isEmpty() {
    return campaigns == 0 && mails.equals(new MailCounts(0, 0, 0, 0, 0, 0, 0, 0));
  }

  /// What some days brought together.
  static long sum(List<DayCounts> days, ToLongFunction<DayCounts> of) {
    return days.stream().mapToLong(of).sum();
  }
}
