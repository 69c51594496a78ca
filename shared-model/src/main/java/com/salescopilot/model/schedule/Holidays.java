package com.salescopilot.model.schedule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// Days on which nobody is written to: those of whole countries, and single dates.
///
/// @param countries ISO 3166 codes that [PublicHolidays] knows
public record Holidays(NavigableSet<String> countries, NavigableSet<LocalDate> dates) {
  /// No holidays.
  public static final Holidays NONE = new Holidays(new TreeSet<>(), new TreeSet<>());

  public Holidays {
    countries = Collections.unmodifiableNavigableSet(new TreeSet<>(countries));
    dates = Collections.unmodifiableNavigableSet(new TreeSet<>(dates));
    countries.forEach(PublicHolidays::require);
  }

  /// The countries whose holidays are known.
  public static Set<String> known() {
    return PublicHolidays.countries();
  }

  /// The holidays of either.
  Holidays and(Holidays other) {
    NavigableSet<String> bothCountries = new TreeSet<>(countries);
    bothCountries.addAll(other.countries);
    NavigableSet<LocalDate> bothDates = new TreeSet<>(dates);
    bothDates.addAll(other.dates);
    return new Holidays(bothCountries, bothDates);
  }

  /// Whether nobody is written to on this day.
  boolean contains(LocalDate date) {
    return dates.contains(date)
        || countries.stream().anyMatch(country -> PublicHolidays.of(country).contains(date));
  }
}
