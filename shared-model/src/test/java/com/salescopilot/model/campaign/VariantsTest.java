package com.salescopilot.model.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VariantsTest {
  private static final UUID A = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");

  @Test
  void the_first_letter_whose_cumulative_weight_is_greater_than_the_chance_is_taken() {
    // u("ab", A, 1…6) by Python's hashlib: .46998 .16423 .52873 .08516 .66819 .26482
    var weights = new TreeMap<>(Map.of("A", 1, "B", 2, "C", 1));
    assertThat(
            IntStream.rangeClosed(1, 6)
                .mapToObj(position -> Variants.of(A, position, weights).orElseThrow()))
        .containsExactly("B", "A", "B", "A", "B", "B");
  }

  @Test
  void a_weight_of_nothing_gets_nobody() {
    var weights = new TreeMap<>(Map.of("A", 0, "B", 5));
    assertThat(Variants.of(A, 2, weights)).contains("B");
    assertThat(Variants.of(A, 2, new TreeMap<>(Map.of("A", 0)))).isEmpty();
  }

  @Test
  void shares_follow_the_weights() {
    var weights = new TreeMap<>(Map.of("A", 3, "B", 1));
    long first = 0;
    for (int i = 0; i < 10_000; i++) {
      if (Variants.of(new UUID(7, i), 1, weights).orElseThrow().equals("A")) {
        first++;
      }
    }
    assertThat(first).isBetween(7_300L, 7_700L);
  }
}
