package com.salescopilot.model.schedule;

import static java.util.Objects.requireNonNull;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Letter;
import com.salescopilot.model.schedule.State.Made;
import com.salescopilot.model.schedule.State.Mailbox;
import com.salescopilot.model.schedule.State.Phase;
import com.salescopilot.model.stats.SentDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/// Lives through a plan, by a clock that is set forward: makes rows as the dispatcher does, sends
/// them at once when their instant comes, and plans again with what has become of them.
final class VirtualRun {
  private static final Duration AHEAD = Duration.ofSeconds(60);

  private final Policy workspace;
  private final SplittableRandom dice;
  private final Map<UUID, Mailbox> mailboxes = new HashMap<>();
  private final List<Campaign> campaigns;
  private final Map<UUID, Enrolment> enrolments = new TreeMap<>(Candidate::compare);
  private final List<Letter> letters;
  private final List<Slot> rows = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private int ticks;

  VirtualRun(State state, Policy workspace, long seed) {
    this.workspace = workspace;
    dice = new SplittableRandom(seed);
    state.mailboxes().forEach(mailbox -> mailboxes.put(mailbox.id(), mailbox));
    campaigns = state.campaigns();
    state.enrolments().forEach(enrolment -> enrolments.put(enrolment.id(), enrolment));
    letters = new ArrayList<>(state.letters());
  }

  int ticks() {
    return ticks;
  }

  /// The mails that left, with their instants.
  List<String> until(Instant now, Instant horizon) {
    Instant clock = now;
    while (!clock.isAfter(horizon)) {
      ticks++;
      resume(clock);
      make(clock);
      send(clock);
      clock = next(clock, horizon);
    }
    return left;
  }

  private State state() {
    return new State(
        List.copyOf(mailboxes.values()),
        campaigns,
        enrolments.values().stream().map(this::asItIsTried).toList(),
        letters);
  }

  /// What a mail lacks is found when it is to be made, and not before.
  private Enrolment asItIsTried(Enrolment e) {
    boolean lacks =
        e.mail().isEmpty()
            && campaigns.stream()
                .filter(campaign -> campaign.id().equals(e.campaignId()))
                .flatMap(campaign -> campaign.after(e.currentStep()).stream())
                .anyMatch(step -> OptionalInt.of(step.position()).equals(e.lacking()));
    return e.lacking(OptionalInt.empty())
        .gated(lacks ? Map.of(e.id(), HeldCode.EMPTY_FIELD) : Map.of());
  }

  private void resume(Instant clock) {
    enrolments.replaceAll(
        (_, e) ->
            e.status() == EnrolmentStatus.PAUSED
                    && e.resumeAt().filter(at -> !at.isAfter(clock)).isPresent()
                ? with(e, EnrolmentStatus.ACTIVE, e.currentStep(), e.anchorAt(), e.mail())
                : e);
  }

  private void make(Instant clock) {
    Plan plan = Planner.plan(state(), clock, workspace, clock.plus(AHEAD));
    for (Slot slot : plan.makeable()) {
      rows.add(slot);
      Enrolment e = requireNonNull(enrolments.get(slot.step().orElseThrow().enrolmentId()));
      Made made = new Made(slot.at(), Phase.QUEUED);
      enrolments.put(e.id(), with(e, e.status(), e.currentStep(), e.anchorAt(), Optional.of(made)));
    }
  }

  private void send(Instant clock) {
    List<Slot> due = rows.stream().filter(row -> !row.at().isAfter(clock)).toList();
    for (Slot row : due) {
      rows.remove(row);
      Slot.StepMail step = row.step().orElseThrow();
      Enrolment e = requireNonNull(enrolments.get(step.enrolmentId()));
      enrolments.put(
          e.id(), with(e, e.status(), step.position(), Optional.of(clock), Optional.empty()));
      Policy campaign =
          campaigns.stream()
              .filter(c -> c.id().equals(step.campaignId()))
              .findFirst()
              .orElseThrow()
              .policy();
      left(row.emailId(), row.mailboxId(), clock, Optional.of(campaign));
    }
    for (Letter letter : List.copyOf(letters)) {
      boolean leaves = letter.gate().isEmpty() && letter.mailbox().filter(this::sends).isPresent();
      if (leaves && !letter.notBefore().isAfter(clock)) {
        letters.remove(letter);
        left(letter.emailId(), letter.mailbox().get(), clock, Optional.empty());
      }
    }
    if (!due.isEmpty()) {
      make(clock);
    }
  }

  private boolean sends(UUID mailbox) {
    return requireNonNull(mailboxes.get(mailbox)).running() == State.Running.SENDS;
  }

  private void left(UUID email, UUID sender, Instant clock, Optional<Policy> campaign) {
    left.add(email + " " + clock);
    Mailbox box = requireNonNull(mailboxes.get(sender));
    List<Policy> levels = new ArrayList<>(List.of(workspace, box.policy()));
    ZoneId zone = Rules.of(levels).zone();
    campaign.ifPresent(levels::add);
    Instant free = Gap.after(email, clock, Rules.of(levels).gapSeconds());
    Map<LocalDate, SentDay> sent = new HashMap<>(box.sent());
    sent.merge(
        LocalDate.ofInstant(clock, zone), new SentDay(1, 0, false), (had, _) -> had.andSent());
    mailboxes.put(
        sender,
        new Mailbox(
            sender,
            box.policy(),
            box.window(),
            free.isAfter(box.freeAt()) ? free : box.freeAt(),
            sent,
            box.running()));
  }

  /// When something is to be done next; in between the clock ticks sometimes for nothing.
  private Instant next(Instant clock, Instant horizon) {
    Instant next = horizon.plusNanos(1);
    for (Slot slot : Planner.plan(state(), clock, workspace, horizon).slots()) {
      boolean made = slot.step().filter(s -> s.making() == Slot.Making.NOW).isEmpty();
      Instant wake = made ? slot.at() : slot.at().minusSeconds(dice.nextInt(61));
      if (wake.isAfter(clock)) {
        next = wake.isBefore(next) ? wake : next;
      } else if (slot.at().isAfter(clock)) {
        next = slot.at().isBefore(next) ? slot.at() : next;
      }
    }
    for (Enrolment e : enrolments.values()) {
      if (e.status() == EnrolmentStatus.PAUSED
          && e.resumeAt().filter(at -> at.isAfter(clock)).isPresent()) {
        next = e.resumeAt().get().isBefore(next) ? e.resumeAt().get() : next;
      }
    }
    long span = Duration.between(clock, next).toSeconds();
    return dice.nextInt(4) == 0 && span > 2 ? clock.plusSeconds(1 + dice.nextLong(span - 1)) : next;
  }

  private static Enrolment with(
      Enrolment e,
      EnrolmentStatus status,
      int step,
      Optional<Instant> anchor,
      Optional<Made> mail) {
    return new Enrolment(
        e.id(),
        e.campaignId(),
        e.prospectId(),
        status,
        step,
        e.rotation(),
        e.enrolledAt(),
        anchor,
        step == e.currentStep() ? e.resumeAt() : Optional.empty(),
        e.zone(),
        mail,
        e.gate(),
        e.lacking());
  }
}
