package com.salescopilot.model.campaign;

import static com.salescopilot.model.campaign.EnrolmentStatus.ACTIVE;
import static com.salescopilot.model.campaign.EnrolmentStatus.BOUNCED;
import static com.salescopilot.model.campaign.EnrolmentStatus.COMPLETED;
import static com.salescopilot.model.campaign.EnrolmentStatus.EXCLUDED;
import static com.salescopilot.model.campaign.EnrolmentStatus.FAILED;
import static com.salescopilot.model.campaign.EnrolmentStatus.PAUSED;
import static com.salescopilot.model.campaign.EnrolmentStatus.REPLIED;
import static com.salescopilot.model.campaign.EnrolmentStatus.UNSUBSCRIBED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EnrolmentStatusTest {

  @Test
  void the_ranks_rise_as_designed() {
    assertThat(EnrolmentStatus.values())
        .containsExactly(
            ACTIVE, PAUSED, EXCLUDED, COMPLETED, FAILED, BOUNCED, REPLIED, UNSUBSCRIBED);
  }

  @Test
  void a_join_keeps_the_higher_rank_whichever_way_it_is_asked() {
    for (EnrolmentStatus a : EnrolmentStatus.values()) {
      for (EnrolmentStatus b : EnrolmentStatus.values()) {
        assertThat(a.join(b)).isEqualTo(b.join(a)).isIn(a, b);
        assertThat(a.join(b).outranks(a)).isEqualTo(b.outranks(a));
      }
      assertThat(a.join(a)).isEqualTo(a);
      assertThat(a.outranks(a)).isFalse();
    }
  }

  @Test
  void the_order_in_which_events_arrive_is_irrelevant() {
    long seed = new SplittableRandom().nextLong();
    var chance = new Random(seed);
    List<EnrolmentStatus> events = new ArrayList<>(List.of(EnrolmentStatus.values()));
    events.remove(UNSUBSCRIBED);
    for (int i = 0; i < 1_000; i++) {
      Collections.shuffle(events, chance);
      assertThat(events.stream().reduce(ACTIVE, EnrolmentStatus::join))
          .as("seed %d", seed)
          .isEqualTo(REPLIED);
    }
  }

  @Test
  void only_active_and_paused_enrolments_may_get_more_mail() {
    assertThat(Stream.of(EnrolmentStatus.values()).filter(status -> !status.isFinal()))
        .containsExactly(ACTIVE, PAUSED);
  }
}
