package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/// How far the numbers can be trusted to be the newest.
///
/// @param firstSync whether this machine still fetches the workspace for the first time
/// @param words what is said of it; empty while the server is heard
record Standing(boolean firstSync, String words) {
  static final Standing UNKNOWN = new Standing(false, "");

  /// @param heard when the server last said something
  static Standing of(
      SyncState state, Optional<Instant> heard, Instant now, Texts texts, ZoneId zone) {
    return switch (state) {
      case SyncState.Syncing(long _, boolean first) -> new Standing(first, "");
      case SyncState.UpToDate _ -> new Standing(false, "");
      case SyncState.SignedOut _,
          SyncState.OfflineByChoice _,
          SyncState.Offline _,
          SyncState.Stopped _ ->
          new Standing(
              false,
              heard
                  .map(
                      at -> texts.get(Standing.class, "dashboard.asOf", when(at, now, texts, zone)))
                  .orElseGet(() -> texts.get(Standing.class, "dashboard.asKnown")));
    };
  }

  /// The time of day, and the day if it is not today.
  static String when(Instant at, Instant now, Texts texts, ZoneId zone) {
    String time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(texts.locale())
            .format(at.atZone(zone));
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    if (today) {
      return time;
    }
    return day(texts).format(at.atZone(zone)) + ", " + time;
  }

  /// Writes a day without its year.
  static DateTimeFormatter day(Texts texts) {
    return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(texts.locale());
  }
}
