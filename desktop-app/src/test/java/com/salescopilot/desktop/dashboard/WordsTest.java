package com.salescopilot.desktop.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.stats.Rate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  private static final Texts GERMAN = new Texts(Locale.GERMAN);
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");

  private static String standing(SyncState state, String heard, Texts texts) {
    Optional<Instant> at = Optional.of(heard).filter(h -> !h.isEmpty()).map(Instant::parse);
    return Standing.of(state, at, NOW, texts, ZONE).words().replace('\u202f', ' ');
  }

  @Test
  void a_rate_comes_with_its_n_and_interval() {
    assertThat(RateWords.of(new Rate(128, 412), ENGLISH, "none"))
        .isEqualTo("31 % of 412 (27–36 %)");
    assertThat(RateWords.of(new Rate(1280, 4120), GERMAN, "keine"))
        .isEqualTo("31 % von 4.120 (30–33 %)");
  }

  @Test
  void of_fewer_than_thirty_no_percents_are_said() {
    assertThat(RateWords.of(new Rate(12, 23), ENGLISH, "none")).isEqualTo("12 of 23, n too small");
    assertThat(RateWords.of(new Rate(12, 29), ENGLISH, "none")).doesNotContain("%");
    assertThat(RateWords.of(new Rate(12, 30), ENGLISH, "none")).contains("%");
    assertThat(RateWords.of(new Rate(0, 0), ENGLISH, "none")).isEqualTo("none");
  }

  @Test
  void offline_numbers_say_as_of_when_they_are() {
    SyncState offline = new SyncState.Offline(NOW, 2, "no route");
    assertThat(standing(offline, "2026-03-31T07:58:00Z", ENGLISH))
        .isEqualTo("Offline, as of 9:58 AM");
    assertThat(standing(offline, "2026-03-30T16:00:00Z", ENGLISH))
        .isEqualTo("Offline, as of Mar 30, 6:00 PM");
    assertThat(standing(new SyncState.OfflineByChoice(0), "2026-03-30T16:00:00Z", GERMAN))
        .isEqualTo("Offline, Stand 30. März, 18:00");
    assertThat(standing(new SyncState.SignedOut(0), "", ENGLISH))
        .isEqualTo("Offline: what this machine knows");
    assertThat(standing(new SyncState.UpToDate(NOW), "2026-03-31T07:58:00Z", ENGLISH)).isEmpty();
  }

  @Test
  void a_first_sync_is_told_from_every_later_one() {
    SyncState first = new SyncState.Syncing(0, true);
    SyncState later = new SyncState.Syncing(3, false);
    assertThat(Standing.of(first, Optional.empty(), NOW, ENGLISH, ZONE).firstSync()).isTrue();
    assertThat(Standing.of(later, Optional.empty(), NOW, ENGLISH, ZONE).firstSync()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 1",
    "1, 2, 1",
    "5, 5, 1",
    "6, 6, 2",
    "10, 10, 2",
    "11, 15, 5",
    "26, 30, 10",
    "99, 100, 20",
    "101, 150, 50",
    "1234, 1500, 500",
  })
  void an_axis_has_few_round_steps_of_whole_mails(long most, long top, long step) {
    assertThat(Scale.upTo(most)).isEqualTo(new Scale(top, step));
  }
}
