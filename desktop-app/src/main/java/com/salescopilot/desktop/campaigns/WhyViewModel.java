package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.schedule.Certainty;
import com.salescopilot.model.schedule.Held;
import com.salescopilot.model.schedule.Plan;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.Why;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Why the mails of a campaign have not left, one plan for all of them; and whose is asked for.
final class WhyViewModel {
  private final Outlooks outlooks;
  private final ServerPlans server;
  private final CampaignEdits edits;
  private final Async async;
  private final ReadOnlyObjectWrapper<Known> known =
      new ReadOnlyObjectWrapper<>(this, "known", Known.NOTHING);
  private final ObjectProperty<Optional<Asked>> asked =
      new SimpleObjectProperty<>(this, "asked", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Answer>> answer =
      new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());

  WhyViewModel(Outlooks outlooks, ServerPlans server, CampaignEdits edits, Async async) {
    this.outlooks = outlooks;
    this.server = server;
    this.edits = edits;
    this.async = async;
  }

  /// What was planned.
  ///
  /// @param plan empty as long as there is none
  record Known(Instant asOf, Optional<Plan> plan, Map<UUID, Why> next) {
    static final Known NOTHING = new Known(Instant.EPOCH, Optional.empty(), Map.of());
  }

  /// What is said of a mail.
  ///
  /// @param certainty whether the server says so, or this machine by what it knows
  record Answer(Why why, Certainty certainty, Instant asOf) {}

  /// Who or what is asked for.
  sealed interface Asked {
    /// The next mail of somebody enrolled.
    record Next(EnrolmentRow row) implements Asked {}

    /// A mail.
    record Mail(Doc row) implements Asked {}
  }

  /// Changes when everything was planned anew.
  ReadOnlyObjectProperty<Known> known() {
    return known.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Asked>> asked() {
    return asked;
  }

  ReadOnlyObjectProperty<Optional<Answer>> answer() {
    return answer.getReadOnlyProperty();
  }

  /// Plans a campaign, and plans it anew when it changes, until the subscription is closed.
  Subscription open(UUID campaign) {
    known.set(Known.NOTHING);
    ask(Optional.empty());
    plan(campaign);
    Subscriptions all = new Subscriptions();
    for (Entity kind :
        List.of(
            Entity.CAMPAIGN,
            Entity.CAMPAIGN_STEP,
            Entity.CAMPAIGN_PROSPECT,
            Entity.SUPPRESSION,
            Entity.PROSPECT,
            Entity.EMAIL)) {
      all.add(edits.store().changes().on(kind, () -> async.onScreen(() -> plan(campaign))));
    }
    return all;
  }

  private void plan(UUID campaign) {
    async.latest(
        this,
        () -> outlooks.read(campaign).map(WhyViewModel::known).orElse(Known.NOTHING),
        found -> {
          known.set(found);
          ask(asked.get());
        },
        _ -> {}); // the rows beside it say why they cannot be read
  }

  private static Known known(Outlook outlook) {
    Plan plan = outlook.plan();
    if (outlook.steps().isEmpty()) {
      return new Known(outlook.asOf(), Optional.of(plan), Map.of());
    }
    Map<UUID, Plan> own = new HashMap<>();
    for (Slot slot : plan.slots()) {
      slot.step()
          .ifPresent(
              step ->
                  own.putIfAbsent(
                      step.enrolmentId(), new Plan(List.of(slot), List.of(), List.of())));
    }
    for (Held held : plan.held()) {
      held.enrolmentId()
          .ifPresent(id -> own.putIfAbsent(id, new Plan(List.of(), List.of(held), List.of())));
    }
    Map<UUID, Why> next = new HashMap<>();
    Plan nothing = new Plan(List.of(), List.of(), List.of());
    for (State.Enrolment place : outlook.state().enrolments()) {
      if (place.campaignId().equals(outlook.campaign().id())) {
        next.put(
            place.id(),
            Why.ofEnrolment(place.id(), place.status(), own.getOrDefault(place.id(), nothing)));
      }
    }
    return new Known(outlook.asOf(), Optional.of(plan), next);
  }

  /// Why the next mail of somebody has not left; empty as long as it is not known, and in a
  /// campaign that sends nothing by itself.
  Optional<Why> next(EnrolmentRow row) {
    return Optional.ofNullable(known.get().next().get(row.doc().id()));
  }

  /// Asks for somebody, for a mail, or for nothing.
  void ask(Optional<Asked> what) {
    asked.set(what);
    Optional<Answer> estimate = what.flatMap(this::estimate);
    answer.set(estimate);
    async.latest(
        server,
        () -> estimate.isPresent() ? what.flatMap(server::why) : Optional.<Why>empty(),
        said ->
            said.filter(_ -> answer.get().equals(estimate))
                .ifPresent(
                    why -> answer.set(Optional.of(new Answer(why, Certainty.KNOWN, edits.now())))),
        _ -> {}); // the estimate stays
  }

  private Optional<Answer> estimate(Asked what) {
    Optional<Why> found =
        switch (what) {
          case Asked.Next(EnrolmentRow row) -> next(row);
          case Asked.Mail(Doc row) -> known.get().plan().map(plan -> Why.ofMail(row, plan));
        };
    return found.map(why -> new Answer(why, Certainty.ESTIMATE, known.get().asOf()));
  }
}
