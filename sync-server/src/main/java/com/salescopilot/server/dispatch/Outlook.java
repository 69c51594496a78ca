package com.salescopilot.server.dispatch;

import com.salescopilot.model.campaign.Variants;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.schedule.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What plans of a workspace hang on, as it stands.
///
/// @param workspace its level of the policy
/// @param campaigns that run, and the one that is asked for, by id
/// @param steps of each campaign, all variants
record Outlook(
    State state, Policy workspace, Map<UUID, Doc> campaigns, Map<UUID, List<Doc>> steps) {

  /// The wording that a mail of a plan will have.
  String variant(Slot.StepMail mail) {
    return variant(mail.campaignId(), mail.enrolmentId(), mail.position())
        .flatMap(row -> row.text("variant"))
        .orElse("A");
  }

  /// The same, where it is known whose mails cannot be made; another gate that is closed for one
  /// stays the reason.
  Outlook holding(Fitness.Unfit unfit) {
    State judged =
        new State(
            state.mailboxes(),
            state.campaigns(),
            state.enrolments().stream()
                .map(one -> one.gated(unfit.next()).lacking(unfit.laterOf(one.id())))
                .toList(),
            state.letters());
    return new Outlook(judged, workspace, campaigns, steps);
  }

  /// The step as an enrolment gets it.
  Optional<Doc> variant(UUID campaign, UUID enrolment, int position) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    Map<String, Doc> rows = new HashMap<>();
    for (Doc row : steps.getOrDefault(campaign, List.of())) {
      if (row.whole("position") == position) {
        String letter = row.text("variant").orElse("A");
        weights.put(letter, (int) row.whole("weight"));
        rows.put(letter, row);
      }
    }
    return Variants.of(enrolment, position, weights).map(rows::get);
  }
}
