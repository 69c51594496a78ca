package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Points in time as people read them.
final class Moments {
  private final Texts texts;
  private final InstantSource clock;
  private final ZoneId zone;

  Moments(Texts texts, InstantSource clock, ZoneId zone) {
    this.texts = texts;
    this.clock = clock;
    this.zone = zone;
  }

  /// How long ago it was.
  String ago(Instant at) {
    Duration age = Duration.between(at, clock.instant());
    if (age.toMinutes() < 1) {
      return texts.get(getClass(), "ago.now");
    }
    if (age.toHours() < 1) {
      return texts.get(getClass(), "ago.minutes", age.toMinutes());
    }
    return age.toDays() < 1
        ? texts.get(getClass(), "ago.hours", age.toHours())
        : texts.get(getClass(), "ago.days", age.toDays());
  }

  /// The time of day, with the day if it is another one.
  String at(Instant at) {
    boolean today =
        at.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    return today
        ? time(at)
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .format(at.atZone(zone));
  }

  /// The time of day.
  String time(Instant at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(texts.locale())
        .format(at.atZone(zone));
  }
}
