package com.salescopilot.model.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.stats.Guard.Alarm;
import com.salescopilot.model.stats.Guard.Counts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GuardTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  @Test
  void forty_nine_mails_say_nothing_and_fifty_do() {
    assertThat(Guard.judge(new Counts(0, 49, 49))).isEmpty();
    assertThat(Guard.judge(new Counts(47, 3, 0))).contains(Alarm.GUARD_BOUNCE);
    assertThat(Guard.judge(new Counts(48, 2, 0))).isEmpty();
    assertThat(Guard.judge(new Counts(50, 0, 1))).contains(Alarm.GUARD_COMPLAINT);
  }

  @Test
  void five_in_a_hundred_that_come_back_are_too_many() {
    assertThat(Guard.judge(new Counts(95, 5, 0))).contains(Alarm.GUARD_BOUNCE);
    assertThat(Guard.judge(new Counts(96, 4, 0))).isEmpty();
    assertThat(Guard.judge(new Counts(1_000, 0, 1))).contains(Alarm.GUARD_COMPLAINT);
    assertThat(Guard.judge(new Counts(1_001, 0, 1))).isEmpty();
  }

  @Test
  void capacity_grows_from_what_was_sent_on_active_days() {
    int[] days = {10, 10, 12, 14, 15, 15, 18, 20, 20, 22, 24, 25};
    Map<LocalDate, SentDay> sent = new HashMap<>();
    for (int i = 0; i < days.length; i++) {
      sent.put(TODAY.minusDays(2L * (days.length - i)), new SentDay(days[i], 0, false));
    }
    assertThat(Capacity.on(TODAY, sent)).isEqualTo(30);
    sent.put(TODAY.minusDays(3), new SentDay(0, 0, true));
    assertThat(Capacity.on(TODAY, sent)).isEqualTo(10);
  }

  @Test
  void a_mailbox_of_which_little_is_known_starts_with_ten() {
    Map<LocalDate, SentDay> sent = new HashMap<>();
    assertThat(Capacity.on(TODAY, sent)).isEqualTo(10);
    for (int i = 1; i <= 4; i++) {
      sent.put(TODAY.minusDays(i), new SentDay(90, 0, false));
    }
    sent.put(TODAY.minusDays(31), new SentDay(90, 0, false));
    assertThat(Capacity.on(TODAY, sent)).isEqualTo(10);
    sent.put(TODAY.minusDays(30), new SentDay(90, 0, false));
    assertThat(Capacity.on(TODAY, sent)).isEqualTo(135);
  }

  @Test
  void a_mailbox_of_which_a_tenth_comes_back_is_slowed_before_its_third_day() {
    Map<LocalDate, SentDay> sent = new HashMap<>();
    sent.put(TODAY.minusDays(2), new SentDay(10, 1, false));
    assertThat(Capacity.on(TODAY.minusDays(1), sent)).isEqualTo(10);
    sent.put(TODAY.minusDays(1), new SentDay(10, 1, false));
    assertThat(Capacity.on(TODAY, sent)).isEqualTo(5);
    sent.put(TODAY.minusDays(1), new SentDay(10, 0, false));
    assertThat(Capacity.on(TODAY, sent)).as("5 % are not more than 5 %").isEqualTo(10);
  }
}
