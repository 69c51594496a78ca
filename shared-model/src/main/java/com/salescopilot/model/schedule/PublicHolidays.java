package com.salescopilot.model.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The nationwide holidays of a country: fixed dates (`12-25`), days from Easter Sunday (`E-2`),
/// and weekdays on or after a date (`MON>=05-25`, so the last Monday of May).
final class PublicHolidays {
  private static final Map<String, PublicHolidays> BUNDLED = bundled();

  private final List<Rule> rules;

  private PublicHolidays(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  private sealed interface Rule permits Fixed, FromEaster, Weekday {}

  private record Fixed(MonthDay day) implements Rule {}

  private record FromEaster(int days) implements Rule {}

  private record Weekday(DayOfWeek day, MonthDay earliest) implements Rule {}

  /// The codes of all countries that are known.
  static Set<String> countries() {
    return BUNDLED.keySet();
  }

  /// Refuses a code of which nothing is known.
  static void require(String country) {
    if (!BUNDLED.containsKey(country)) {
      throw new IllegalArgumentException("no holidays are known of " + country);
    }
  }

  static PublicHolidays of(String country) {
    PublicHolidays known = BUNDLED.get(country);
    if (known == null) {
      throw new IllegalArgumentException("no holidays are known of " + country);
    }
    return known;
  }

  boolean contains(LocalDate date) {
    return rules.stream().anyMatch(rule -> falls(rule, date));
  }

  private static boolean falls(Rule rule, LocalDate date) {
    return switch (rule) {
      case Fixed(MonthDay day) -> MonthDay.from(date).equals(day);
      case FromEaster(int days) -> easter(date.getYear()).plusDays(days).equals(date);
      case Weekday(DayOfWeek day, MonthDay earliest) ->
          date.getDayOfWeek() == day
              && earliest
                  .atYear(date.getYear())
                  .with(TemporalAdjusters.nextOrSame(day))
                  .equals(date);
    };
  }

  /// Easter Sunday of the western churches, by the algorithm of Meeus, Jones and Butcher.
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int inCentury = year % 100;
    int moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7;
    int late = (golden + 11 * moon + 22 * weekday) / 451;
    int day = moon + weekday - 7 * late + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }

  private static Map<String, PublicHolidays> bundled() {
    Map<String, PublicHolidays> countries = new TreeMap<>();
    for (Map.Entry<String, JsonNode> country : resource().properties()) {
      List<Rule> rules = new ArrayList<>();
      country.getValue().forEach(rule -> rules.add(rule(rule.textValue())));
      countries.put(country.getKey(), new PublicHolidays(rules));
    }
    return Collections.unmodifiableMap(countries);
  }

  private static Rule rule(String text) {
    if (text.startsWith("E")) {
      return new FromEaster(Integer.parseInt(text.substring(1)));
    }
    int split = text.indexOf(">=");
    return split < 0
        ? new Fixed(MonthDay.parse("--" + text))
        : new Weekday(
            WeekdayNames.read(text.substring(0, split)).orElseThrow(),
            MonthDay.parse("--" + text.substring(split + 2)));
  }

  private static ObjectNode resource() {
    try (InputStream in = PublicHolidays.class.getResourceAsStream("holidays.json")) {
      if (in == null) {
        throw new IllegalStateException("holidays.json is not in the jar");
      }
      return ValueJson.object(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
