package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.CompanyStop;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.campaign.Variants;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.Company;
import com.salescopilot.model.schedule.Plan;
import com.salescopilot.model.schedule.Planner;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.Rehearsal;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What will leave of a campaign and when, as far as this machine can know: what mailboxes allow
/// stands on the server alone, and what the workspace says may have changed there, so all of this
/// is an estimate.
///
/// @param campaign that is asked for
/// @param steps of that campaign, all variants
/// @param people enrolled in it, by their ids
/// @param companies what is known of where they work, by the same ids
/// @param workspace its level of the policy, as it is known
/// @param colleagues what an answer means for them
record Outlook(
    State state,
    Doc campaign,
    List<Doc> steps,
    Map<UUID, Doc> people,
    Map<UUID, Doc> companies,
    Policy workspace,
    CompanyStop colleagues,
    Instant asOf) {
  /// Everybody is silent: what would leave at most.
  static final Rehearsal.Rates SILENCE = new Rehearsal.Rates(0, 0, 0, 0);

  private static final Duration SEEN = Duration.ofDays(90);

  Outlook {
    steps = List.copyOf(steps);
    people = Map.copyOf(people);
    companies = Map.copyOf(companies);
  }

  CampaignStatus status() {
    return campaign.text("status").map(CampaignStatus::valueOf).orElse(CampaignStatus.DRAFT);
  }

  /// The plan as things stand.
  Plan plan() {
    return Planner.plan(state, asOf, workspace, asOf.plus(SEEN));
  }

  /// The campaign as if it went on now, and nobody answered.
  Rehearsal silent() {
    return played(0, SILENCE);
  }

  /// The campaign as if it went on now, with answers by chance.
  Rehearsal played(long seed, Rehearsal.Rates rates) {
    return Rehearsal.of(state, campaign.id(), asOf, workspace, seed, rates, this::company);
  }

  /// Where somebody works, if an answer from there stops the mails to the colleagues.
  private Optional<String> company(UUID prospect) {
    return switch (colleagues) {
      case ON ->
          Optional.ofNullable(people.get(prospect))
              .flatMap(person -> person.text("email"))
              .flatMap(Company::domain);
      case OFF -> Optional.empty();
    };
  }

  /// Why the next mail of somebody has not left.
  static Why why(Plan plan, Doc enrolment) {
    return Why.ofEnrolment(
        enrolment.id(),
        enrolment.text("status").map(EnrolmentStatus::valueOf).orElse(EnrolmentStatus.ACTIVE),
        plan);
  }

  /// The wording that somebody gets of a step.
  Optional<Doc> wording(UUID enrolment, int position) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    Map<String, Doc> wordings = new TreeMap<>();
    for (Doc step : steps) {
      if (step.whole("position") == position) {
        String letter = step.text("variant").orElse(StepRow.FIRST);
        weights.put(letter, (int) step.whole("weight"));
        wordings.put(letter, step);
      }
    }
    return Variants.of(enrolment, position, weights).flatMap(letter -> named(wordings, letter));
  }

  /// A wording of a step.
  Optional<Doc> wording(int position, String variant) {
    return steps.stream()
        .filter(step -> step.whole("position") == position)
        .filter(step -> step.text("variant").orElse(StepRow.FIRST).equals(variant))
        .findFirst();
  }

  private static Optional<Doc> named(Map<String, Doc> wordings, String letter) {
    return Optional.ofNullable(wordings.get(letter));
  }

  /// The subject that somebody reads above a step: that of the conversation, if it goes on with
  /// one.
  String subject(UUID enrolment, int position) {
    for (int at = position; at > 0; at--) {
      Optional<StepText> text = wording(enrolment, at).map(StepText::of);
      if (at == 1 || text.filter(StepText::isNewThread).isPresent()) {
        String own = text.map(step -> step.get(StepText.SUBJECT)).orElse("");
        return at == position ? own : StepText.reply(own);
      }
    }
    return "";
  }
}
