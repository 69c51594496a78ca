package com.salescopilot.server.dispatch;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.template.FieldCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a look finds of a workspace: all that its plan hangs on, and what mails are made of.
///
/// @param marks how often something had changed when it was read
/// @param campaigns that run and have steps, by id
/// @param senders of each campaign
/// @param steps of each campaign
/// @param people enrolled, by the enrolment's id
/// @param companies of people, by the prospect's id
/// @param fields that the workspace knows
/// @param resumable enrolments whose pause is over
/// @param over campaigns that have come to their end
/// @param ends the next instant at which a campaign or a pause ends
record Situation(
    long marks,
    Policy workspace,
    State state,
    Map<UUID, Doc> campaigns,
    Map<UUID, Sender> senders,
    Map<UUID, List<Doc>> steps,
    Map<UUID, Doc> people,
    Map<UUID, Doc> companies,
    FieldCatalogue fields,
    List<UUID> resumable,
    List<UUID> over,
    Instant ends) {
  /// What is known of where somebody works.
  Optional<Doc> company(Doc prospect) {
    return Optional.ofNullable(companies.get(prospect.id()));
  }
}
