package com.salescopilot.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.salescopilot.model.stats.Signal.Kind;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SignalsTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  private final UUID mail = new UUID(0, 1);

  @Test
  void what_is_kept_moves_as_much_as_all_that_happened() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Signal> all = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        all.add(ago(Kind.OPEN, random.nextInt(60 * 24 * 16)));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        all.add(ago(Kind.REPLY, random.nextInt(60 * 24 * 20)));
      }
      Momentum naive = Momentum.of(all, NOW);
      Momentum kept = Momentum.of(reread(Signals.counted(all), all).newest(), NOW);
      assertThat(kept.current()).as("seed %d", seed).isEqualTo(naive.current(), within(1e-9));
      assertThat(kept.previous()).as("seed %d", seed).isEqualTo(naive.previous(), within(1e-9));
    }
  }

  @Test
  void the_newest_twenty_are_kept() {
    List<Signal> all = new ArrayList<>();
    for (long days = 0; days < 30; days++) {
      all.add(ago(Kind.OPEN, days * 24 * 60));
    }
    assertThat(Signals.counted(all).newest()).isEqualTo(all.subList(0, Signals.MOST));
  }

  @Test
  void where_none_are_kept_they_are_the_first_open_and_the_first_answer() {
    Instant opened = NOW.minus(Duration.ofDays(2));
    assertThat(Signals.of(mail, Optional.empty(), Optional.of(opened), Optional.of(NOW)).newest())
        .containsExactly(new Signal(Kind.REPLY, mail, NOW), new Signal(Kind.OPEN, mail, opened));
    assertThat(Signals.none().value()).isEmpty();
    assertThat(read(Optional.empty())).isEqualTo(Signals.none());
  }

  @Test
  void what_is_not_a_list_of_signals_is_refused() {
    for (Value value :
        List.of(
            Value.text("OPEN"),
            new Value.Items(List.of(Value.text("OPEN"))),
            new Value.Items(List.of(Value.Fields.none())))) {
      assertThatThrownBy(() -> read(Optional.of(value)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /// As a mail's row would have it.
  private Signals reread(Signals signals, List<Signal> all) {
    Optional<Instant> opened = first(Kind.OPEN, all);
    Optional<Instant> replied = first(Kind.REPLY, all);
    Optional<Value> kept = signals.kept(mail, opened, replied);
    assertThat(kept.isPresent()).isEqualTo(signals.newest().size() > firsts(opened, replied));
    return Signals.of(mail, kept, opened, replied);
  }

  private static long firsts(Optional<Instant> opened, Optional<Instant> replied) {
    return Stream.of(opened, replied).filter(Optional::isPresent).count();
  }

  private static Optional<Instant> first(Kind kind, List<Signal> all) {
    return all.stream()
        .filter(signal -> signal.kind() == kind)
        .map(Signal::at)
        .min(Comparator.naturalOrder());
  }

  private Signals read(Optional<Value> kept) {
    return Signals.of(mail, kept, Optional.empty(), Optional.empty());
  }

  private Signal ago(Kind kind, long minutes) {
    return new Signal(kind, mail, NOW.minus(Duration.ofMinutes(minutes)));
  }
}
