package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.schedule.Rules;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When a campaign sends, in sentences.
final class TimesWords {
  private static final int WRITTEN = 3;

  private final Texts texts;
  private final DateTimeFormatter hours;

  TimesWords(Texts texts) {
    this.texts = texts;
    this.hours = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
  }

  /// A weekday as settings write it, such as `MON`.
  static String code(DayOfWeek day) {
    return day.name().substring(0, WRITTEN);
  }

  String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT_STANDALONE, texts.locale());
  }

  /// The countries whose holidays are known, for people.
  String countries(Set<String> codes) {
    return new TreeSet<>(codes)
        .stream()
            .map(code -> code + " " + Locale.of("", code).getDisplayCountry(texts.locale()))
            .collect(Collectors.joining(", "));
  }

  /// How one writes a zone.
  static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /// What holds, one sentence each.
  List<String> sentences(Rules rules) {
    String days = rules.days().stream().sorted().map(this::name).collect(Collectors.joining(", "));
    String holidays =
        Stream.concat(
                rules.holidays().countries().stream(),
                rules.holidays().dates().stream().map(Object::toString))
            .collect(Collectors.joining(", "));
    boolean open = !rules.days().isEmpty() && rules.from().isBefore(rules.to());
    return List.of(
        texts.get(
            getClass(),
            open ? "times.hours" : "times.noHours",
            days,
            hours.format(rules.from()),
            hours.format(rules.to()),
            zone(rules.zone())),
        texts.get(getClass(), "times.cap", rules.dailyCap()),
        texts.get(getClass(), "times.gap", rules.gapSeconds()),
        texts.get(getClass(), rules.ramp() ? "times.ramped" : "times.unramped"),
        holidays.isEmpty()
            ? texts.get(getClass(), "times.noHolidays")
            : texts.get(getClass(), "times.closed", holidays));
  }
}
