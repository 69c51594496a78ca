package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.id.Uniform;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// A campaign played through before it starts, with answers by chance: the same seed gives the same
/// answers on every machine.
///
/// @param slots its mails in the order of leaving
/// @param held mails that would not leave
/// @param ends how each enrolment stands in the end
public record Rehearsal(List<Slot> slots, List<Held> held, Map<UUID, EnrolmentStatus> ends) {
  private static final Duration REACH = Duration.ofDays(366);

  public Rehearsal {
    slots = List.copyOf(slots);
    held = List.copyOf(held);
    ends = Map.copyOf(ends);
  }

  /// How often people answer, each between 0 and 1 and all together at most 1.
  public record Rates(double reply, double ooo, double bounce, double unsubscribe) {
    /// What is usual.
    public static final Rates USUAL = new Rates(0.05, 0.03, 0.02, 0.01);

    public Rates {
      boolean negative = reply < 0 || ooo < 0 || bounce < 0 || unsubscribe < 0;
      if (negative || !(reply + ooo + bounce + unsubscribe <= 1)) {
        throw new IllegalArgumentException("rates are shares of all mails");
      }
    }

    /// What comes of a mail.
    Outcome of(double chance) {
      if (chance < reply) {
        return Outcome.REPLIED;
      }
      if (chance < reply + ooo) {
        return Outcome.OUT_OF_OFFICE;
      }
      if (chance < reply + ooo + bounce) {
        return Outcome.BOUNCED;
      }
      return chance < reply + ooo + bounce + unsubscribe ? Outcome.UNSUBSCRIBED : Outcome.SENT;
    }
  }

  /// Plays a campaign as if it started now.
  ///
  /// @param workspace its level of the policy
  public static Rehearsal of(
      State state, UUID campaign, Instant now, Policy workspace, long seed, Rates rates) {
    return of(state, campaign, now, workspace, seed, rates, _ -> Optional.empty());
  }

  /// The same where an answer stops the mails to the colleagues.
  ///
  /// @param companies where a prospect works, by the prospect's id
  public static Rehearsal of(
      State state,
      UUID campaign,
      Instant now,
      Policy workspace,
      long seed,
      Rates rates,
      Function<UUID, Optional<String>> companies) {
    State started = started(state.around(campaign), campaign, now);
    Plan plan =
        Planner.run(
            started,
            now,
            workspace,
            now.plus(REACH),
            new Outcomes() {
              @Override
              public Outcome of(UUID email) {
                return rates.of(Uniform.u("sim", seed, email));
              }

              @Override
              public Optional<String> company(UUID prospect) {
                return companies.apply(prospect);
              }
            });
    Map<UUID, EnrolmentStatus> ends = new HashMap<>();
    for (Enrolment enrolment : started.enrolments()) {
      if (enrolment.campaignId().equals(campaign)) {
        ends.put(enrolment.id(), enrolment.status());
      }
    }
    plan.ended().forEach(end -> ends.computeIfPresent(end.enrolmentId(), (_, _) -> end.status()));
    List<Slot> slots =
        plan.slots().stream()
            .filter(
                slot -> slot.step().map(Slot.StepMail::campaignId).equals(Optional.of(campaign)))
            .toList();
    List<Held> held =
        plan.held().stream()
            .filter(mail -> mail.enrolmentId().filter(ends::containsKey).isPresent())
            .toList();
    return new Rehearsal(slots, held, ends);
  }

  private static State started(State state, UUID campaign, Instant now) {
    return new State(
        state.mailboxes(),
        state.campaigns().stream()
            .map(other -> other.id().equals(campaign) ? started(other, now) : other)
            .toList(),
        state.enrolments(),
        state.letters());
  }

  private static Campaign started(Campaign campaign, Instant now) {
    return new Campaign(
        campaign.id(),
        CampaignStatus.ACTIVE,
        campaign.policy(),
        campaign.mailbox(),
        campaign.activatedAt().or(() -> Optional.of(now)),
        campaign.startDate(),
        campaign.endDate(),
        campaign.pauses(),
        campaign.steps());
  }
}
