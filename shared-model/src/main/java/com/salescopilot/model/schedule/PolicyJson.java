package com.salescopilot.model.schedule;

import com.salescopilot.model.value.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A [Policy] as JSON:
/// `{"days":["MON"],"from":"09:00","to":"17:00","holidays":["DE","2026-12-24"],"gapSeconds":120,
/// "dailyCap":50,"ramp":true,"zone":"Europe/Berlin"}`, each member optional.
public final class PolicyJson {
  private static final int LONGEST_LIST = 366;

  private PolicyJson() {}

  /// What was understood, and what was not.
  ///
  /// @param policy of the members without problem
  public record Reading(Policy policy, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /// What is wrong with a member.
  ///
  /// @param pointer JSON pointer within the policy, e.g. `/from`
  /// @param message the end of a sentence that begins with the member's name
  public record Problem(String pointer, String message) {}

  /// Reads a level and tells of all its mistakes at once.
  public static Reading read(Value.Fields json) {
    Reader reader = new Reader();
    Policy policy = reader.read(json);
    return new Reading(policy, reader.problems);
  }

  /// The members that a level has.
  public static Value.Fields write(Policy policy) {
    SortedMap<String, Value> members = new TreeMap<>();
    policy.days().ifPresent(days -> members.put("days", days(days)));
    policy.from().ifPresent(from -> members.put("from", Value.text(from.toString())));
    policy.to().ifPresent(to -> members.put("to", Value.text(to.toString())));
    policy.holidays().ifPresent(holidays -> members.put("holidays", holidays(holidays)));
    policy.gapSeconds().ifPresent(gap -> members.put("gapSeconds", Value.whole(gap)));
    policy.dailyCap().ifPresent(cap -> members.put("dailyCap", Value.whole(cap)));
    policy.ramp().ifPresent(ramp -> members.put("ramp", new Value.Flag(ramp)));
    policy.zone().ifPresent(zone -> members.put("zone", Value.text(zone.getId())));
    return new Value.Fields(members);
  }

  /// The zone of an IANA id such as `Europe/Berlin`; empty for anything else, an offset too: it
  /// would not follow the clocks.
  public static Optional<ZoneId> zone(String id) {
    return ZoneRulesProvider.getAvailableZoneIds().contains(id)
        ? Optional.of(ZoneId.of(id))
        : Optional.empty();
  }

  private static Value days(Set<DayOfWeek> days) {
    return new Value.Items(
        days.stream().map(day -> (Value) Value.text(WeekdayNames.write(day))).toList());
  }

  private static Value holidays(Holidays holidays) {
    List<Value> items = new ArrayList<>();
    holidays.countries().forEach(country -> items.add(Value.text(country)));
    holidays.dates().forEach(date -> items.add(Value.text(date.toString())));
    return new Value.Items(items);
  }

  private static final class Reader {
    private final List<Problem> problems = new ArrayList<>();

    Policy read(Value.Fields json) {
      Optional<LocalTime> from = Optional.empty();
      Optional<LocalTime> to = Optional.empty();
      Optional<Set<DayOfWeek>> days = Optional.empty();
      Optional<Holidays> holidays = Optional.empty();
      OptionalInt gap = OptionalInt.empty();
      OptionalInt cap = OptionalInt.empty();
      Optional<Boolean> ramp = Optional.empty();
      Optional<ZoneId> zone = Optional.empty();
      for (Map.Entry<String, Value> member : json.members().entrySet()) {
        Value value = member.getValue();
        switch (member.getKey()) {
          case "days" -> days = days(value);
          case "from" -> from = time("from", value);
          case "to" -> to = time("to", value);
          case "holidays" -> holidays = holidays(value);
          case "gapSeconds" -> gap = number("gapSeconds", value, Policy.LONGEST_GAP);
          case "dailyCap" -> cap = number("dailyCap", value, Policy.LARGEST_CAP);
          case "ramp" -> ramp = flag(value);
          case "zone" -> zone = zoneOf(value);
          default -> problem(member.getKey(), "is not a setting of when mails leave");
        }
      }
      if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
        problem("to", "must be later than from; a window over midnight is not known");
        from = Optional.empty();
        to = Optional.empty();
      }
      return new Policy(days, from, to, holidays, gap, cap, ramp, zone);
    }

    private Optional<Set<DayOfWeek>> days(Value value) {
      EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      List<String> names = texts("days", value);
      for (int i = 0; i < names.size(); i++) {
        Optional<DayOfWeek> day = WeekdayNames.read(names.get(i));
        if (day.isEmpty()) {
          problem("days/" + i, "must be one of MON TUE WED THU FRI SAT SUN");
        }
        day.ifPresent(days::add);
      }
      if (days.isEmpty() && names.isEmpty() && value instanceof Value.Items) {
        problem("days", "must name at least one day");
      }
      return days.isEmpty() ? Optional.empty() : Optional.of(days);
    }

    private Optional<Holidays> holidays(Value value) {
      NavigableSet<String> countries = new TreeSet<>();
      NavigableSet<LocalDate> dates = new TreeSet<>();
      List<String> names = texts("holidays", value);
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        if (PublicHolidays.countries().contains(name)) {
          countries.add(name);
        } else {
          Optional<LocalDate> date = date(name);
          date.ifPresent(dates::add);
          if (date.isEmpty()) {
            problem(
                "holidays/" + i,
                "must be a date such as 2026-12-24, or one of "
                    + String.join(" ", PublicHolidays.countries()));
          }
        }
      }
      return Optional.of(new Holidays(countries, dates));
    }

    private static Optional<LocalDate> date(String text) {
      try {
        LocalDate date = LocalDate.parse(text);
        return date.getYear() < 1 || date.getYear() > 9999 ? Optional.empty() : Optional.of(date);
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }

    private Optional<LocalTime> time(String name, Value value) {
      if (value instanceof Value.Text(String text)
          && text.matches("(?:[01][0-9]|2[0-3]):[0-5][0-9]")) {
        return Optional.of(LocalTime.parse(text));
      }
      problem(name, "must be a time such as 09:00");
      return Optional.empty();
    }

    private OptionalInt number(String name, Value value, int most) {
      if (value instanceof Value.Whole(long number) && number >= 0 && number <= most) {
        return OptionalInt.of((int) number);
      }
      problem(name, "must be a whole number from 0 to " + most);
      return OptionalInt.empty();
    }

    private Optional<Boolean> flag(Value value) {
      if (value instanceof Value.Flag(boolean on)) {
        return Optional.of(on);
      }
      problem("ramp", "must be true or false");
      return Optional.empty();
    }

    private Optional<ZoneId> zoneOf(Value value) {
      Optional<ZoneId> zone = value instanceof Value.Text(String id) ? zone(id) : Optional.empty();
      if (zone.isEmpty()) {
        problem("zone", "must be a time zone such as Europe/Berlin");
      }
      return zone;
    }

    private List<String> texts(String name, Value value) {
      if (!(value instanceof Value.Items(List<Value> items)) || items.size() > LONGEST_LIST) {
        problem(name, "must be a list of at most " + LONGEST_LIST + " texts");
        return List.of();
      }
      List<String> texts = new ArrayList<>();
      for (Value item : items) {
        texts.add(item instanceof Value.Text(String text) ? text : "");
      }
      return texts;
    }

    private void problem(String pointer, String message) {
      problems.add(new Problem("/" + pointer, message));
    }
  }
}
