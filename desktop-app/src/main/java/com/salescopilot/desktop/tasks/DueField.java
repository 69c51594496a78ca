package com.salescopilot.desktop.tasks;

import com.salescopilot.desktop.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;

/// A day and an hour in the place where one works.
record DueField(DatePicker day, ChoiceBox<LocalTime> time, InstantSource clock, ZoneId zone) {
  private static final LocalTime USUAL = LocalTime.of(9, 0);
  private static final int FIRST_HOUR = 6;
  private static final int LAST_HOUR = 21;

  void build(Texts texts) {
    DateTimeFormatter words =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
    time.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(LocalTime at) {
            return words.format(at);
          }

          @Override
          public LocalTime fromString(String text) {
            throw new UnsupportedOperationException("one chooses, and does not type");
          }
        });
    day.setConverter(
        new LocalDateStringConverter(FormatStyle.MEDIUM, texts.locale(), IsoChronology.INSTANCE));
    time.getItems()
        .setAll(
            IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .toList());
    time.disableProperty().bind(day.valueProperty().isNull());
    reset();
  }

  /// Tomorrow morning.
  void reset() {
    day.setValue(clock.instant().atZone(zone).toLocalDate().plusDays(1));
    time.setValue(USUAL);
  }

  Optional<Instant> value() {
    Optional<LocalDate> date = Optional.ofNullable(day.getValue());
    return date.map(on -> on.atTime(time.getValue()).atZone(zone).toInstant());
  }
}
