package com.salescopilot.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UniformTest {
  private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

  @Test
  void the_golden_value_of_the_design_holds() {
    assertThat(Uniform.u("gap", ID)).isEqualTo(0.04016266825977055);
  }

  @Test
  void ids_and_numbers_count_as_their_texts() {
    assertThat(Uniform.u("retry", new UserId(ID), 3))
        .isEqualTo(Uniform.u("retry", ID.toString(), "3"))
        .isEqualTo(Uniform.u("retry", new WorkspaceId(ID), 3L));
  }

  @Test
  void parts_do_not_run_into_each_other() {
    assertThat(Uniform.u("ab", "c")).isNotEqualTo(Uniform.u("a", "bc"));
    assertThat(Uniform.u("a", "b", "c")).isNotEqualTo(Uniform.u("a", "bc"));
  }

  @Test
  void a_part_without_an_agreed_text_is_refused() {
    assertThatThrownBy(() -> Uniform.u("gap", new BigDecimal("1.0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BigDecimal");
  }

  @Test
  void values_fill_the_interval_evenly() {
    int[] tenths = new int[10];
    IntStream.range(0, 100_000).forEach(i -> tenths[(int) (Uniform.u("even", i) * 10)]++);
    assertThat(tenths)
        .satisfies(
            counts -> {
              for (int count : counts) {
                assertThat(count).isCloseTo(10_000, within(400)); // four sigma
              }
            });
  }
}
