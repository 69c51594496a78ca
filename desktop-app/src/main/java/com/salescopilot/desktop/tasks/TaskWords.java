package com.salescopilot.desktop.tasks;

import com.salescopilot.desktop.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said of a task.
record TaskWords(Texts texts, InstantSource clock, ZoneId zone) {

  /// How soon a task is due.
  enum Urgency {
    OVERDUE,
    TODAY,
    LATER,
    NONE
  }

  Urgency urgency(TaskRow row) {
    if (row.isDone() || row.due().isEmpty()) {
      return Urgency.NONE;
    }
    Instant due = row.due().get();
    if (!due.isAfter(clock.instant())) {
      return Urgency.OVERDUE;
    }
    return days(due) == 0 ? Urgency.TODAY : Urgency.LATER;
  }

  /// When it is due, or that it is done.
  String when(TaskRow row) {
    if (row.isDone()) {
      return text("tasks.isDone");
    }
    return row.due().map(this::when).orElseGet(() -> text("tasks.noTime"));
  }

  /// Whom it is about, and what makes it needless.
  String about(TaskRow row) {
    String kind =
        switch (row.kind()) {
          case MANUAL -> "";
          case NO_REPLY -> text("tasks.kind.noReply");
          case REPLY_OWED -> text("tasks.kind.replyOwed");
          case LEFT_COMPANY -> text("tasks.kind.leftCompany");
        };
    return Stream.of(row.about().orElse(""), kind)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String when(Instant due) {
    String time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(texts.locale())
            .format(due.atZone(zone));
    long days = days(due);
    if (!due.isAfter(clock.instant())) {
      return days == 0 ? text("tasks.overdueToday", time) : text("tasks.overdue", -days);
    }
    if (days <= 1) {
      return text(days == 0 ? "tasks.today" : "tasks.tomorrow", time);
    }
    String date =
        DateTimeFormatter.ofLocalizedPattern("MMMEd")
            .withLocale(texts.locale())
            .format(due.atZone(zone));
    return date + ", " + time;
  }

  private long days(Instant due) {
    return ChronoUnit.DAYS.between(
        clock.instant().atZone(zone).toLocalDate(), due.atZone(zone).toLocalDate());
  }

  private String text(String key, Object... values) {
    return texts.get(TaskWords.class, key, values);
  }
}
