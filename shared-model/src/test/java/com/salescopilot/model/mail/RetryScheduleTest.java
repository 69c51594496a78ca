package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryScheduleTest {
  private static final Instant START = Instant.parse("2026-03-06T12:00:00Z");
  private static final UUID MAIL = UUID.fromString("00000000-0000-7000-8000-000000000001");

  @Test
  void delays_grow_from_a_minute_to_four_hours_give_or_take_a_fifth() {
    List<Duration> delays =
        List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60),
            Duration.ofHours(4),
            Duration.ofHours(4));
    for (int i = 0; i < 1_000; i++) {
      UUID mail = new UUID(0x7000L, i);
      for (int attempt = 1; attempt <= delays.size(); attempt++) {
        long base = delays.get(attempt - 1).toMillis();
        Instant next = RetrySchedule.next(mail, attempt, START, START).orElseThrow();
        assertThat(Duration.between(START, next).toMillis())
            .isBetween(base * 8 / 10, base * 12 / 10);
      }
    }
  }

  @Test
  void the_instant_is_the_same_whoever_asks() {
    assertThat(RetrySchedule.next(MAIL, 1, START, START))
        .contains(Instant.parse("2026-03-06T12:01:07.606Z"));
  }

  @Test
  void mails_do_not_come_back_in_step() {
    assertThat(
            IntStream.range(0, 100)
                .mapToObj(i -> RetrySchedule.next(new UUID(0x7000L, i), 1, START, START))
                .distinct())
        .hasSizeGreaterThan(95);
  }

  @Test
  void it_gives_up_after_48_hours() {
    List<Instant> attempts = new ArrayList<>(List.of(START));
    Optional<Instant> next = RetrySchedule.next(MAIL, 1, START, START);
    while (next.isPresent()) {
      attempts.add(next.get());
      next = RetrySchedule.next(MAIL, attempts.size(), START, attempts.getLast());
    }

    assertThat(attempts).hasSizeBetween(13, 21);
    assertThat(Duration.between(START, attempts.getLast()))
        .isBetween(Duration.ofHours(43), Duration.ofHours(48));
  }

  @Test
  void before_the_first_attempt_there_is_no_retry() {
    assertThatThrownBy(() -> RetrySchedule.next(MAIL, 0, START, START))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
