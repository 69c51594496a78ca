package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;

/// How long a rehearsal of 500 prospects × 5 steps and a forecast of 50,000 enrolments take.
public final class PlanBench {
  private static final Instant NOW = Instant.parse("2026-10-12T08:00:00Z");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Europe/London", "America/Denver");
  private static final int RUNS = 5;

  private PlanBench() {}

  public static void main(String[] args) {
    Policy usual = ExamplesTest.policy("{'ramp':false,'dailyCap':400,'gapSeconds':60}");
    State small = state(500, Policy.NONE);
    measure(
        "rehearsal of 500 prospects x 5 steps",
        () ->
            Rehearsal.of(small, Scenes.CAMPAIGN, NOW, usual, 1, Rehearsal.Rates.USUAL)
                .slots()
                .size());
    State large = state(50_000, Policy.NONE);
    measure(
        "forecast of 50,000 enrolments, 400 mails a day",
        () -> Forecast.of(large, Scenes.CAMPAIGN, NOW, usual, ZoneId.of("UTC"), 30).slots().size());
    Policy open = ExamplesTest.policy("{'ramp':false,'dailyCap':100000,'gapSeconds':0}");
    measure(
        "forecast of 50,000 enrolments in which all of the 250,000 mails leave",
        () -> Forecast.of(large, Scenes.CAMPAIGN, NOW, open, ZoneId.of("UTC"), 30).slots().size());
  }

  private static void measure(String what, IntSupplier work) {
    double[] seconds = new double[RUNS];
    int mails = work.getAsInt();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      mails = work.getAsInt();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f s (%.2f to %.2f), %,d mails, goal 3 s%n",
        what,
        seconds[RUNS / 2],
        seconds[0],
        seconds[RUNS - 1],
        mails);
  }

  private static State state(int prospects, Policy policy) {
    List<Enrolment> enrolments = new ArrayList<>();
    for (int i = 1; i <= prospects; i++) {
      UUID id = Scenes.id(1_000 + i);
      Enrolment plain = Scenes.enrolment(id, NOW.minus(Duration.ofMinutes(i)));
      enrolments.add(
          new Enrolment(
              plain.id(),
              plain.campaignId(),
              plain.prospectId(),
              plain.status(),
              plain.currentStep(),
              plain.rotation(),
              plain.enrolledAt(),
              plain.anchorAt(),
              plain.resumeAt(),
              Optional.of(ZoneId.of(ZONES.get(i % ZONES.size()))),
              plain.mail(),
              plain.gate(),
              plain.lacking()));
    }
    Mailbox mailbox = Scenes.mailbox(policy);
    Delay delay = Scenes.days(3, DelayUnit.BUSINESS);
    return new State(
        List.of(mailbox),
        List.of(
            Scenes.campaign(
                NOW, List.of(), Scenes.days(0, DelayUnit.CALENDAR), delay, delay, delay, delay)),
        enrolments,
        List.of());
  }
}
