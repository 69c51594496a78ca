package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.preflight.Facts;
import com.salescopilot.model.preflight.Finding;
import com.salescopilot.model.preflight.Preflight;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.template.FieldCatalogue;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What stands against starting a campaign, by what this machine knows. The server looks again.
///
/// @param findings the gravest first
record Review(Outlook outlook, List<Finding> findings) {

  static Review of(Outlook outlook, Sender sender, FieldCatalogue fields) {
    Set<UUID> suppressed = new HashSet<>();
    Set<UUID> elsewhere = new HashSet<>();
    Set<UUID> running = new HashSet<>();
    for (State.Campaign campaign : outlook.state().campaigns()) {
      if (campaign.status() == CampaignStatus.ACTIVE) {
        running.add(campaign.id());
      }
    }
    for (State.Enrolment place : outlook.state().enrolments()) {
      boolean here = place.campaignId().equals(outlook.campaign().id());
      if (place.gate().filter(HeldCode.SUPPRESSED::equals).isPresent()) {
        suppressed.add(place.prospectId());
      }
      if (!here
          && place.status() == EnrolmentStatus.ACTIVE
          && running.contains(place.campaignId())) {
        elsewhere.add(place.prospectId());
      }
    }
    List<Facts.Person> people =
        outlook.people().values().stream()
            .sorted(Comparator.comparing(Doc::id))
            .map(
                person ->
                    new Facts.Person(
                        person,
                        suppressed.contains(person.id()) ? Gate.Reach.SUPPRESSED : Gate.Reach.OPEN,
                        elsewhere.contains(person.id()) ? Facts.Elsewhere.YES : Facts.Elsewhere.NO,
                        Optional.ofNullable(outlook.companies().get(person.id()))))
            .toList();
    return new Review(
        outlook,
        Preflight.of(
            new Facts(
                outlook.campaign(),
                outlook.steps(),
                people,
                Facts.Way.UNKNOWN,
                sender,
                fields,
                outlook.asOf())));
  }

  long count(Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.code().severity() == severity).count();
  }

  /// How many prospects would wait until their data is mended.
  long waiting() {
    return findings.stream()
        .filter(finding -> finding.code().severity() == Finding.Severity.WAITING)
        .flatMap(finding -> finding.prospect().stream())
        .distinct()
        .count();
  }

  boolean isBlocked() {
    return count(Finding.Severity.BLOCKER) > 0;
  }
}
