package com.salescopilot.model.schedule;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Letter;
import com.salescopilot.model.schedule.State.Mailbox;
import com.salescopilot.model.schedule.State.Phase;
import com.salescopilot.model.schedule.State.Running;
import com.salescopilot.model.schedule.State.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The mails that compete for each mailbox. What cannot leave is written down as held.
final class Competing {
  private final Map<UUID, Mailbox> mailboxes = new HashMap<>();
  private final Map<UUID, Campaign> campaigns = new HashMap<>();
  private final Map<UUID, List<Letter>> letters = new HashMap<>();
  private final Map<UUID, List<Waiting>> waiting = new HashMap<>();

  private Competing(State state) {
    state.mailboxes().forEach(mailbox -> mailboxes.put(mailbox.id(), mailbox));
    state.campaigns().forEach(campaign -> campaigns.put(campaign.id(), campaign));
  }

  /// An enrolment whose next mail waits.
  record Waiting(Campaign campaign, Enrolment enrolment) {}

  static Competing of(State state, Sheet sheet) {
    Competing competing = new Competing(state);
    state.letters().forEach(letter -> competing.letter(letter, sheet));
    state.enrolments().forEach(enrolment -> competing.enrolment(enrolment, sheet));
    return competing;
  }

  List<Letter> letters(Mailbox mailbox) {
    return letters.getOrDefault(mailbox.id(), List.of());
  }

  List<Waiting> waiting(Mailbox mailbox) {
    return waiting.getOrDefault(mailbox.id(), List.of());
  }

  private void letter(Letter letter, Sheet sheet) {
    Optional<HeldCode> held = letter.gate().or(() -> closed(letter.mailbox()));
    if (held.isPresent()) {
      sheet.held(letter.emailId(), held.get(), Optional.empty());
    } else {
      letters.computeIfAbsent(letter.mailbox().orElseThrow(), _ -> new ArrayList<>()).add(letter);
    }
  }

  private void enrolment(Enrolment enrolment, Sheet sheet) {
    Campaign campaign = campaigns.get(enrolment.campaignId());
    if (campaign == null || enrolment.status().isFinal()) {
      return;
    }
    Optional<Step> step = campaign.after(enrolment.currentStep());
    if (step.isEmpty()) {
      return;
    }
    Optional<HeldCode> held = held(campaign, enrolment);
    if (held.isPresent()) {
      sheet.held(
          DerivedId.stepEmail(
              campaign.id(), enrolment.prospectId(), step.get().position(), enrolment.rotation()),
          held.get(),
          Optional.of(enrolment.id()));
    } else {
      waiting
          .computeIfAbsent(campaign.mailbox().orElseThrow(), _ -> new ArrayList<>())
          .add(new Waiting(campaign, enrolment));
    }
  }

  private Optional<HeldCode> held(Campaign campaign, Enrolment enrolment) {
    return enrolment
        .gate()
        .filter(Gate::comesFirst)
        .or(() -> Gate.stopped(campaign.status()))
        .or(() -> Gate.stopped(enrolment.status()).filter(_ -> enrolment.resumeAt().isEmpty()))
        .or(enrolment::gate)
        .or(
            () ->
                enrolment
                    .mail()
                    .filter(mail -> mail.phase() == Phase.UNDERWAY)
                    .map(_ -> HeldCode.WAITING_OUTCOME))
        .or(() -> closed(campaign.mailbox()));
  }

  private Optional<HeldCode> closed(Optional<UUID> id) {
    Optional<Mailbox> mailbox = id.map(mailboxes::get);
    if (mailbox.isEmpty()) {
      return Optional.of(HeldCode.NO_MAILBOX);
    }
    return mailbox.filter(m -> m.running() == Running.PAUSED).map(_ -> HeldCode.MAILBOX_PAUSED);
  }
}
