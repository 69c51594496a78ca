package com.salescopilot.model.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  @Test
  void a_wording_leads_when_its_interval_lies_above_all_others() {
    List<Rate> arms = List.of(new Rate(40, 100), new Rate(5, 100), new Rate(8, 100));
    assertThat(Comparison.of(arms)).contains(Comparison.HIGH);
    assertThat(Comparison.leads(arms.getFirst(), arms)).isTrue();
    assertThat(Comparison.leads(arms.getLast(), arms)).isFalse();
  }

  @Test
  void a_difference_that_may_be_chance_leads_nowhere() {
    assertThat(Comparison.of(List.of(new Rate(12, 100), new Rate(8, 100))))
        .contains(Comparison.LOW);
  }

  @Test
  void nothing_is_compared_below_thirty_an_arm_and_nothing_with_itself() {
    assertThat(Comparison.of(List.of(new Rate(29, 29), new Rate(0, 100)))).isEmpty();
    assertThat(Comparison.of(List.of(new Rate(10, 100)))).isEmpty();
  }
}
