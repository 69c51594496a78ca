package com.salescopilot.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.salescopilot.model.stats.Momentum.Trend;
import com.salescopilot.model.stats.Signal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MomentumTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final double CENT = 0.005;

  private final UUID mail = new UUID(0, 1);
  private final UUID other = new UUID(0, 2);

  @Test
  void a_positive_reply_weighs_most_and_fades() {
    Momentum momentum = of(ago(Kind.REPLY_POSITIVE, mail, 20), ago(Kind.OPEN, mail, 100));
    assertThat(momentum.current()).isEqualTo(12.75, within(CENT));
    assertThat(momentum.previous()).isEqualTo(0.76, within(CENT));
    assertThat(momentum.trend()).isEqualTo(Trend.RISING);
    assertThat(momentum.reasons())
        .extracting(reason -> reason.signal().kind())
        .containsExactly(Kind.REPLY_POSITIVE, Kind.OPEN);
    assertThat(momentum.reasons().getFirst().points()).isEqualTo(12.37, within(CENT));
  }

  @Test
  void a_reply_of_three_days_ago_cools() {
    Momentum momentum = of(ago(Kind.REPLY, mail, 80));
    assertThat(momentum.current()).isEqualTo(4.63, within(CENT));
    assertThat(momentum.previous()).isEqualTo(9.26, within(CENT));
    assertThat(momentum.trend()).isEqualTo(Trend.COOLING);
  }

  @Test
  void opens_and_clicks_of_several_mails_add_up() {
    Momentum momentum =
        of(ago(Kind.OPEN, mail, 2), ago(Kind.CLICK, mail, 30), ago(Kind.OPEN, other, 50));
    assertThat(momentum.current()).isEqualTo(4.60, within(CENT));
    assertThat(momentum.previous()).isZero();
    assertThat(momentum.trend()).isEqualTo(Trend.RISING);
  }

  @Test
  void a_mail_counts_as_opened_once_a_day() {
    Momentum momentum =
        of(ago(Kind.OPEN, mail, 24), ago(Kind.OPEN, mail, 1), ago(Kind.OPEN, mail, 0));
    assertThat(momentum.reasons())
        .extracting(reason -> reason.signal().at())
        .containsExactly(NOW, NOW.minus(Duration.ofHours(24)));
  }

  @Test
  void what_is_two_weeks_old_or_yet_to_come_counts_for_nothing() {
    assertThat(of(ago(Kind.REPLY, mail, 336), ago(Kind.REPLY, mail, -1)).reasons()).isEmpty();
    assertThat(of(ago(Kind.REPLY, mail, 335)).reasons()).hasSize(1);
    assertThat(of(ago(Kind.REPLY, mail, 336 + 72)).previous()).isZero();
    assertThat(of(ago(Kind.REPLY, mail, 336 + 71)).previous()).isPositive();
  }

  @Test
  void nothing_at_all_is_steady_and_not_listed() {
    assertThat(of().trend()).isEqualTo(Trend.STEADY);
    assertThat(of().isListed()).isFalse();
    assertThat(of(ago(Kind.OPEN, mail, 72)).isListed()).isTrue();
    assertThat(of(ago(Kind.OPEN, mail, 73)).isListed()).isFalse();
  }

  @Test
  void the_order_in_which_signals_come_does_not_matter() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Kind> kinds = List.of(Kind.values());
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Kind kind = kinds.get(random.nextInt(kinds.size()));
      signals.add(
          new Signal(
              kind, new UUID(0, random.nextInt(9)), NOW.minusSeconds(random.nextInt(1_500_000))));
    }
    Momentum once = Momentum.of(signals, NOW);
    Collections.shuffle(signals, random);
    Momentum again = Momentum.of(signals, NOW);
    assertThat(again.current()).as("seed %d", seed).isEqualTo(once.current(), within(1e-9));
    assertThat(again.previous()).as("seed %d", seed).isEqualTo(once.previous(), within(1e-9));
  }

  private static Momentum of(Signal... signals) {
    return Momentum.of(List.of(signals), NOW);
  }

  private static Signal ago(Kind kind, UUID mail, long hours) {
    return new Signal(kind, mail, NOW.minus(Duration.ofHours(hours)));
  }
}
