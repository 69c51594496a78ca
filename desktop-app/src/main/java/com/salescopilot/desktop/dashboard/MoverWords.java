package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.stats.Momentum;
import com.salescopilot.model.stats.Signal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is said of somebody who is moved, and why.
record MoverWords(Texts texts, InstantSource clock, ZoneId zone) {
  private static final int MOST_REASONS = 5;
  private static final double WHOLE = 100;

  /// Who it is, and where they work.
  String who(Mover mover) {
    return mover.company().isEmpty() ? mover.who() : mover.who() + " · " + mover.company();
  }

  /// "replied yesterday · 2 human opens".
  String reasons(Mover mover) {
    List<Momentum.Reason> told = mover.momentum().reasons().stream().limit(MOST_REASONS).toList();
    Map<Signal.Kind, List<Momentum.Reason>> byKind =
        told.stream()
            .collect(
                Collectors.groupingBy(
                    reason -> reason.signal().kind(), LinkedHashMap::new, Collectors.toList()));
    return byKind.entrySet().stream()
        .map(each -> reason(each.getKey(), each.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private String reason(Signal.Kind kind, List<Momentum.Reason> some) {
    Instant last =
        some.stream().map(reason -> reason.signal().at()).max(Instant::compareTo).orElseThrow();
    long days =
        ChronoUnit.DAYS.between(
            last.atZone(zone).toLocalDate(), clock.instant().atZone(zone).toLocalDate());
    return text(
        switch (kind) {
          case REPLY_POSITIVE, REPLY -> "dashboard.mover.replied";
          case CLICK -> "dashboard.mover.clicked";
          case OPEN -> "dashboard.mover.opened";
        },
        some.size(),
        text("dashboard.mover.day", days));
  }

  /// Where it goes, with the number.
  String trend(Mover mover) {
    return text(
        switch (mover.momentum().trend()) {
          case RISING -> "dashboard.mover.rising";
          case STEADY -> "dashboard.mover.steady";
          case COOLING -> "dashboard.mover.cooling";
        },
        mover.momentum().current());
  }

  /// What one may do; empty while nothing is to be done.
  String action(Mover mover) {
    return switch (mover.next()) {
      case REPLY_OWED -> text("dashboard.mover.reply");
      case FOLLOW_UP_DUE -> text("dashboard.mover.followUp");
      case WAIT -> "";
    };
  }

  /// All of them together, now and three days ago.
  String summary(Motion motion) {
    if (motion.previous() < 0.005) {
      return text("dashboard.motion.now", motion.current());
    }
    long percent = Math.round((motion.current() - motion.previous()) / motion.previous() * WHOLE);
    return text("dashboard.motion.change", motion.current(), (percent > 0 ? "+" : "") + percent);
  }

  private String text(String key, Object... values) {
    return texts.get(MoverWords.class, key, values);
  }
}
