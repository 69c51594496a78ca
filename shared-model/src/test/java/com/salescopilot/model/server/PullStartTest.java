package com.salescopilot.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.StreamKind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where an answer begins, and whether it may go on while removals are forgotten.
final class PullStartTest {
  @Test
  void who_has_read_less_than_the_floor_reads_from_the_beginning() {
    PullStart start = PullStart.of(Map.of(StreamKind.WS, 4L, StreamKind.ME, 7L), _ -> 5L);
    assertThat(start.full()).isEqualTo(Set.of(StreamKind.WS));
    assertThat(start.cursors()).isEqualTo(Map.of(StreamKind.ME, 7L));
    assertThat(PullStart.of(Map.of(), _ -> 0L).full()).containsOnly(StreamKind.values());
  }

  @Test
  void an_answer_goes_on_below_the_floor_that_it_began_with() {
    PullStart start = PullStart.of(Map.of(), _ -> 5L);
    assertThat(start.holds(Map.of(StreamKind.WS, 2L, StreamKind.ME, 1L), _ -> 5L)).isTrue();
  }

  @Test
  void it_does_not_over_removals_that_were_forgotten_since_even_if_it_reads_from_the_beginning() {
    for (PullStart start :
        Set.of(
            PullStart.of(Map.of(), _ -> 5L),
            PullStart.of(Map.of(StreamKind.WS, 6L, StreamKind.ME, 6L), _ -> 5L))) {
      Map<StreamKind, Long> shown = Map.of(StreamKind.WS, 7L, StreamKind.ME, 9L);
      assertThat(start.holds(shown, _ -> 8L)).isFalse();
      assertThat(start.holds(shown, _ -> 7L)).as("what it has shown is complete").isTrue();
    }
  }
}
