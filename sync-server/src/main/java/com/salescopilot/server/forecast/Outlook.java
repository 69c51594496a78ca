package com.salescopilot.server.forecast;

import com.salescopilot.model.campaign.Variants;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.schedule.State;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What plans of a workspace hang on, as it stands.
///
/// @param workspace its level of the policy
/// @param steps of each campaign, all variants
record Outlook(State state, Policy workspace, Map<UUID, List<Doc>> steps) {

  /// The wording that a mail of a plan will have.
  String variant(Slot.StepMail mail) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    for (Doc step : steps.getOrDefault(mail.campaignId(), List.of())) {
      if (step.whole("position") == mail.position()) {
        weights.put(step.text("variant").orElse("A"), (int) step.whole("weight"));
      }
    }
    return Variants.of(mail.enrolmentId(), mail.position(), weights).orElse("A");
  }
}
