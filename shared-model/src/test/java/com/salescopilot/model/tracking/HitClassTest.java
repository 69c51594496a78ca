package com.salescopilot.model.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HitClassTest {
  private static final Instant ACCEPTED = Instant.parse("2026-09-01T08:00:00Z");
  private static final Duration EARLY = Duration.ofSeconds(10);

  private static HitClass judged(Hit.Proof proof, boolean ahead, AgentKind agent, int seconds) {
    Hit hit = new Hit(proof, ahead, agent, Optional.empty(), ACCEPTED.plusSeconds(seconds));
    return HitClass.of(hit, Optional.of(ACCEPTED), EARLY);
  }

  @Test
  void a_person_who_opens_after_a_while_counts() {
    HitClass open = judged(Hit.Proof.TOKEN, false, AgentKind.PERSON, 11);
    assertThat(open).isEqualTo(HitClass.HUMAN);
    assertThat(open.counts()).isTrue();
  }

  @Test
  void an_open_that_comes_too_soon_does_not_count() {
    assertThat(judged(Hit.Proof.TOKEN, false, AgentKind.PERSON, 9)).isEqualTo(HitClass.EARLY);
    assertThat(HitClass.EARLY.counts()).isFalse();
  }

  @Test
  void nothing_is_too_soon_where_that_is_wanted() {
    // a reader may be faster than the answer of the server that took the mail
    for (Instant at : List.of(ACCEPTED, ACCEPTED.minusMillis(50))) {
      Hit hit = new Hit(Hit.Proof.TOKEN, false, AgentKind.PERSON, Optional.empty(), at);
      assertThat(HitClass.of(hit, Optional.of(ACCEPTED), Duration.ZERO)).isEqualTo(HitClass.HUMAN);
    }
  }

  @Test
  void machines_proxies_and_prefetches_are_told_apart() {
    assertThat(judged(Hit.Proof.TOKEN, false, AgentKind.MACHINE, 60)).isEqualTo(HitClass.SCANNER);
    assertThat(judged(Hit.Proof.TOKEN, false, AgentKind.NONE, 60)).isEqualTo(HitClass.SCANNER);
    assertThat(judged(Hit.Proof.TOKEN, true, AgentKind.PERSON, 60)).isEqualTo(HitClass.PREFETCH);
    assertThat(judged(Hit.Proof.TOKEN, false, AgentKind.PREFETCH, 60)).isEqualTo(HitClass.PREFETCH);
    assertThat(judged(Hit.Proof.TOKEN, false, AgentKind.PRIVACY_PROXY, 60))
        .isEqualTo(HitClass.PRIVACY_PROXY);
    assertThat(judged(Hit.Proof.TOKEN, false, AgentKind.IMAGE_PROXY, 1))
        .isEqualTo(HitClass.IMAGE_PROXY);
  }

  @Test
  void a_signed_report_outranks_what_made_it() {
    assertThat(judged(Hit.Proof.HOOK, false, AgentKind.MACHINE, 0)).isEqualTo(HitClass.REPORTED);
    assertThat(judged(Hit.Proof.NONE, false, AgentKind.PERSON, 60)).isEqualTo(HitClass.UNSIGNED);
  }
}
