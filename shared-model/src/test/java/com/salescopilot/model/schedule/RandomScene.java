package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Letter;
import com.salescopilot.model.schedule.State.Made;
import com.salescopilot.model.schedule.State.Mailbox;
import com.salescopilot.model.schedule.State.Pause;
import com.salescopilot.model.schedule.State.Phase;
import com.salescopilot.model.schedule.State.Running;
import com.salescopilot.model.schedule.State.Step;
import com.salescopilot.model.stats.SentDay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/// States of which nobody would think, made of a seed.
final class RandomScene {
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "Pacific/Chatham",
          "America/St_Johns",
          "Asia/Beirut",
          "America/Havana",
          "Asia/Kathmandu",
          "Africa/Casablanca",
          "Pacific/Apia",
          "UTC");

  /// Days around which clocks change somewhere, and one in the middle of nothing.
  private static final List<String> DAYS =
      List.of("2026-03-06", "2026-03-27", "2026-04-03", "2026-10-23", "2026-10-30", "2026-12-22");

  private static final List<String> COUNTRIES = List.of("DE", "US", "GB", "PL");

  private final SplittableRandom dice;
  final Instant now;
  final Instant horizon;
  final Policy workspace;
  final State state;
  private int ids;

  /// Whether some mails are rows already.
  enum Rows {
    SOME,
    NONE
  }

  private final double made;

  RandomScene(long seed) {
    this(seed, Rows.SOME);
  }

  RandomScene(long seed, Rows rows) {
    made = rows == Rows.SOME ? 0.2 : 0;
    dice = new SplittableRandom(seed);
    now =
        Instant.parse(DAYS.get(below(DAYS.size())) + "T00:00:00Z")
            .plusSeconds(below(4 * 86_400))
            .plusNanos(below(3) == 0 ? below(1_000_000) * 1_000L : 0);
    horizon = now.plusSeconds(3_600L + below(30 * 86_400));
    workspace = policy(rows == Rows.SOME ? 0.5 : 0.15);
    List<Mailbox> mailboxes = new ArrayList<>();
    for (int i = below(3) == 0 ? 2 : 1; i > 0; i--) {
      mailboxes.add(mailbox());
    }
    List<Campaign> campaigns = new ArrayList<>();
    for (int i = 1 + below(3); i > 0; i--) {
      campaigns.add(campaign(mailboxes));
    }
    List<Enrolment> enrolments = new ArrayList<>();
    for (int i = below(rows == Rows.SOME ? 12 : 24); i > 0; i--) {
      enrolments.add(enrolment(campaigns.get(below(campaigns.size()))));
    }
    List<Letter> letters = new ArrayList<>();
    for (int i = below(4); i > 0; i--) {
      letters.add(
          new Letter(
              id(),
              maybe(0.9, () -> mailboxes.get(below(mailboxes.size())).id()),
              around(),
              maybe(0.1, () -> HeldCode.SUPPRESSED)));
    }
    state = new State(mailboxes, campaigns, enrolments, letters);
  }

  private Policy policy(double chance) {
    int from = below(20 * 60);
    int to = from + 1 + below(23 * 60 + 59 - from);
    return new Policy(
        maybe(chance, this::days),
        maybe(chance, () -> LocalTime.ofSecondOfDay(from * 60L)),
        maybe(chance, () -> LocalTime.ofSecondOfDay(to * 60L)),
        maybe(chance, this::holidays),
        number(chance, 2_000),
        number(chance, 6),
        maybe(chance, () -> below(3) == 0),
        maybe(chance, this::zone));
  }

  private Mailbox mailbox() {
    Map<LocalDate, SentDay> sent = new HashMap<>();
    LocalDate today = now.atZone(ZoneId.of("UTC")).toLocalDate();
    for (int i = below(12); i > 0; i--) {
      int count = below(30);
      sent.put(
          today.minusDays(below(35)),
          new SentDay(count, count == 0 ? 0 : below(1 + count / 8), below(20) == 0));
    }
    int from = below(18);
    return new Mailbox(
        id(),
        policy(0.2),
        maybe(
            0.3,
            () ->
                new Window(
                    days(),
                    LocalTime.of(from, 30),
                    LocalTime.of(Math.min(23, from + 2 + below(10)), 0))),
        now.plusSeconds(below(4_000) - 3_000L),
        sent,
        below(15) == 0 ? Running.PAUSED : Running.SENDS);
  }

  private Campaign campaign(List<Mailbox> mailboxes) {
    List<Step> steps = new ArrayList<>();
    for (int position = 1 + below(4); position > 0; position--) {
      DelayUnit unit = below(2) == 0 ? DelayUnit.BUSINESS : DelayUnit.CALENDAR;
      steps.add(new Step(position, new Delay(below(5), unit)));
    }
    List<Pause> pauses = new ArrayList<>();
    for (int i = below(3); i > 0; i--) {
      Instant from = around();
      pauses.add(new Pause(from, from.plusSeconds(below(200_000))));
    }
    return new Campaign(
        id(),
        below(8) == 0 ? any(CampaignStatus.values()) : CampaignStatus.ACTIVE,
        policy(0.2),
        maybe(0.95, () -> mailboxes.get(below(mailboxes.size())).id()),
        maybe(0.9, this::past),
        maybe(0.2, this::around),
        maybe(0.2, () -> around().plus(Duration.ofDays(below(20)))),
        pauses,
        steps);
  }

  private Enrolment enrolment(Campaign campaign) {
    EnrolmentStatus status =
        switch (below(10)) {
          case 0 -> EnrolmentStatus.PAUSED;
          case 1 -> any(EnrolmentStatus.values());
          default -> EnrolmentStatus.ACTIVE;
        };
    int step = below(campaign.steps().size() + 1);
    return new Enrolment(
        id(),
        campaign.id(),
        id(),
        status,
        step,
        below(2),
        past(),
        step == 0 ? Optional.empty() : Optional.of(past()),
        maybe(status == EnrolmentStatus.PAUSED ? 0.7 : 0.1, this::around),
        maybe(0.6, this::zone),
        maybe(
            made,
            () ->
                new Made(
                    now.plusSeconds(below(100) - 20L),
                    below(4) == 0 ? Phase.UNDERWAY : Phase.QUEUED)),
        maybe(0.03, () -> HeldCode.SUPPRESSED),
        below(6) == 0 && step + 2 <= campaign.steps().size()
            ? OptionalInt.of(step + 2 + below(campaign.steps().size() - step - 1))
            : OptionalInt.empty());
  }

  private Set<DayOfWeek> days() {
    EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + below(7)));
    for (int i = below(7); i > 0; i--) {
      days.add(DayOfWeek.of(1 + below(7)));
    }
    return days;
  }

  private Holidays holidays() {
    TreeSet<String> countries = new TreeSet<>();
    if (below(2) == 0) {
      countries.add(COUNTRIES.get(below(COUNTRIES.size())));
    }
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (int i = below(3); i > 0; i--) {
      dates.add(LocalDate.ofInstant(around(), ZoneId.of("UTC")));
    }
    return new Holidays(countries, dates);
  }

  private ZoneId zone() {
    return ZoneId.of(ZONES.get(below(ZONES.size())));
  }

  private Instant past() {
    return now.minusSeconds(below(6 * 86_400));
  }

  private Instant around() {
    return now.plusSeconds(below(8 * 86_400) - 4 * 86_400L);
  }

  private UUID id() {
    return Scenes.id(++ids * 7_919L % 100_000);
  }

  private <T> T any(T[] values) {
    return values[below(values.length)];
  }

  private OptionalInt number(double chance, int most) {
    return dice.nextDouble() < chance ? OptionalInt.of(below(most)) : OptionalInt.empty();
  }

  private <T> Optional<T> maybe(double chance, Supplier<T> value) {
    return dice.nextDouble() < chance ? Optional.of(value.get()) : Optional.empty();
  }

  private int below(int bound) {
    return dice.nextInt(bound);
  }
}
