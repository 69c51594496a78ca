package com.salescopilot.model.schedule;

import static java.util.Objects.requireNonNull;

import com.salescopilot.model.schedule.Slot.Making;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Mailbox;
import com.salescopilot.model.stats.Capacity;
import com.salescopilot.model.stats.SentDay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a plan must never hold, judged mail by mail without the planner.
final class Violations {
  private static final double LEAST_GAP = 0.7;

  private final RandomScene scene;
  private final Map<UUID, Campaign> campaigns;
  private final Map<UUID, Enrolment> enrolments;
  private final List<String> found = new ArrayList<>();
  private int judged;

  private Violations(RandomScene scene) {
    this.scene = scene;
    campaigns = by(scene.state.campaigns(), Campaign::id);
    enrolments = by(scene.state.enrolments(), Enrolment::id);
  }

  /// @param judged mails of campaigns that were looked at
  record Result(int judged, List<String> found) {}

  static Result of(RandomScene scene, List<Slot> slots) {
    Violations violations = new Violations(scene);
    scene.state.mailboxes().forEach(mailbox -> violations.mailbox(mailbox, slots));
    return new Result(violations.judged, violations.found);
  }

  private void mailbox(Mailbox mailbox, List<Slot> slots) {
    Rules byHand = Rules.of(List.of(scene.workspace, mailbox.policy()));
    Map<LocalDate, SentDay> sent = new HashMap<>(mailbox.sent());
    Optional<Slot> last = Optional.empty();
    for (Slot slot : slots) {
      if (!isSentBy(mailbox, slot)) {
        continue;
      }
      LocalDate day = LocalDate.ofInstant(slot.at(), byHand.zone());
      if (slot.step().isPresent()) {
        judged++;
        Enrolment enrolment = requireNonNull(enrolments.get(slot.step().get().enrolmentId()));
        Campaign campaign = requireNonNull(campaigns.get(slot.step().get().campaignId()));
        Rules rules = rules(mailbox, Optional.of(campaign));
        hours(slot, mailbox, rules, enrolment, campaign);
        int most =
            rules.ramp() ? Math.min(rules.dailyCap(), Capacity.on(day, sent)) : rules.dailyCap();
        if (sent.getOrDefault(day, SentDay.NONE).sent() >= most) {
          found.add("over the cap of " + most + ": " + slot);
        }
        last.ifPresent(before -> gap(mailbox, before, slot));
        if (slot.at().isBefore(mailbox.freeAt())) {
          found.add("before the gap of mails that left is over: " + slot);
        }
      }
      sent.merge(day, new SentDay(1, 0, false), (had, _) -> had.andSent());
      last = Optional.of(slot);
    }
  }

  private void hours(
      Slot slot, Mailbox mailbox, Rules rules, Enrolment enrolment, Campaign campaign) {
    ZoneId zone = enrolment.zone().orElse(rules.zone());
    List<NaiveHours.Clock> clocks = new ArrayList<>();
    clocks.add(new NaiveHours.Clock(zone, rules::opens, rules.from(), rules.to()));
    ZoneId own = Rules.of(List.of(scene.workspace, mailbox.policy())).zone();
    mailbox
        .window()
        .ifPresent(
            w ->
                clocks.add(
                    new NaiveHours.Clock(
                        own, day -> w.days().contains(day.getDayOfWeek()), w.from(), w.to())));
    if (!new NaiveHours(clocks).isOpen(slot.at())) {
      found.add("outside the hours: " + slot);
    }
    boolean early =
        slot.at().isBefore(scene.now)
            || campaign.startDate().filter(slot.at()::isBefore).isPresent()
            || (enrolment.resumeAt().filter(slot.at()::isBefore).isPresent()
                && slot.step().orElseThrow().making() != Making.LATER);
    boolean late = campaign.endDate().filter(end -> !slot.at().isBefore(end)).isPresent();
    if (early || late) {
      found.add("outside its campaign: " + slot);
    }
  }

  private void gap(Mailbox mailbox, Slot before, Slot slot) {
    Optional<Campaign> campaign = before.step().map(step -> campaigns.get(step.campaignId()));
    long least = (long) (LEAST_GAP * rules(mailbox, campaign).gapSeconds());
    if (Duration.between(before.at(), slot.at()).toSeconds() < least) {
      found.add("closer than " + least + " s to " + before + ": " + slot);
    }
  }

  private Rules rules(Mailbox mailbox, Optional<Campaign> campaign) {
    List<Policy> levels = new ArrayList<>(List.of(scene.workspace, mailbox.policy()));
    campaign.map(Campaign::policy).ifPresent(levels::add);
    return Rules.of(levels);
  }

  private boolean isSentBy(Mailbox mailbox, Slot slot) {
    Optional<UUID> sender =
        slot.step().isPresent()
            ? requireNonNull(campaigns.get(slot.step().get().campaignId())).mailbox()
            : scene.state.letters().stream()
                .filter(letter -> letter.emailId().equals(slot.emailId()))
                .findFirst()
                .flatMap(State.Letter::mailbox);
    return sender.equals(Optional.of(mailbox.id()));
  }

  private static <T> Map<UUID, T> by(List<T> all, Function<T, UUID> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
