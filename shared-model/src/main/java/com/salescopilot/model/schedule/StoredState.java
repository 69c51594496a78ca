package com.salescopilot.model.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.State.Campaign;
import com.salescopilot.model.schedule.State.Enrolment;
import com.salescopilot.model.schedule.State.Letter;
import com.salescopilot.model.schedule.State.Made;
import com.salescopilot.model.schedule.State.Pause;
import com.salescopilot.model.schedule.State.Phase;
import com.salescopilot.model.schedule.State.Step;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What a plan hangs on, read from rows: the same on a server and on a desktop.
public final class StoredState {
  /// The letter of the variant from which a step's delay is taken.
  private static final String FIRST_VARIANT = "A";

  private StoredState() {}

  /// The level that stands in a row or a workspace; what cannot be read there says nothing.
  public static Policy policy(Optional<Value> json) {
    return json.isPresent() && json.get() instanceof Value.Fields fields
        ? PolicyJson.read(fields).policy()
        : Policy.NONE;
  }

  /// The level of a workspace, among whose settings may be values that no row of ours could hold:
  /// none of them may keep its campaigns from being planned.
  public static Policy workspace(String json) {
    SortedMap<String, Value> members = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonNode> member : ValueJson.object(json).properties()) {
        value(member.getValue()).ifPresent(value -> members.put(member.getKey(), value));
      }
    } catch (IllegalArgumentException _) {
      return Policy.NONE;
    }
    return policy(Optional.of(new Value.Fields(members)));
  }

  private static Optional<Value> value(JsonNode json) {
    try {
      return ValueJson.read(json);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A campaign.
  ///
  /// @param steps all variants of all positions
  /// @param mailbox that sends it; empty if there is none
  public static Campaign campaign(Doc row, List<Doc> steps, Optional<UUID> mailbox) {
    return new Campaign(
        row.id(),
        CampaignStatus.valueOf(row.text("status").orElseThrow()),
        policy(row.get("policy")),
        mailbox,
        row.instant("activatedAt"),
        row.instant("startDate"),
        row.instant("endDate"),
        pauses(row.get("pauses")),
        steps.stream()
            .filter(step -> step.text("variant").equals(Optional.of(FIRST_VARIANT)))
            .map(StoredState::step)
            .toList());
  }

  private static Step step(Doc row) {
    return new Step(
        (int) row.whole("position"),
        new Delay(
            (int) row.whole("delayAmount"),
            row.text("delayUnit").map(DelayUnit::valueOf).orElse(DelayUnit.BUSINESS)));
  }

  /// Those that are over; the last has no end while it lasts.
  private static List<Pause> pauses(Optional<Value> json) {
    List<Pause> pauses = new ArrayList<>();
    if (json.isPresent() && json.get() instanceof Value.Items(List<Value> items)) {
      for (Value item : items) {
        if (item instanceof Value.Items(List<Value> ends)
            && ends.size() == 2
            && ends.getFirst() instanceof Value.Text(String from)
            && ends.getLast() instanceof Value.Text(String to)) {
          pauses.add(new Pause(Instant.parse(from), Instant.parse(to)));
        }
      }
    }
    return pauses;
  }

  /// An enrolment.
  ///
  /// @param mails of its campaign to its prospect
  /// @param gate that is closed for its mails
  public static Enrolment enrolment(
      Doc row, Optional<Doc> prospect, List<Doc> mails, Optional<HeldCode> gate) {
    UUID id = row.id();
    long step = row.whole("currentStep");
    long rotation = row.whole("rotation");
    return new Enrolment(
        id,
        row.uuid("campaignId").orElseThrow(),
        row.uuid("prospectId").orElseThrow(),
        EnrolmentStatus.valueOf(row.text("status").orElseThrow()),
        (int) step,
        (int) rotation,
        row.instant("enrolledAt").or(() -> row.instant("createdAt")).orElse(Instant.EPOCH),
        row.instant("anchorAt"),
        row.instant("resumeAt"),
        prospect.flatMap(StoredState::zone),
        mails.stream()
            .filter(mail -> mail.whole("rotation") == rotation)
            .filter(mail -> mail.whole("stepPosition") > step)
            .map(StoredState::made)
            .flatMap(Optional::stream)
            .findFirst(),
        gate,
        OptionalInt.empty());
  }

  private static Optional<Made> made(Doc mail) {
    Instant at = mail.instant("notBefore").orElse(Instant.EPOCH);
    return switch (EmailStatus.valueOf(mail.text("status").orElseThrow())) {
      case PENDING_SEND -> Optional.of(new Made(at, Phase.QUEUED));
      case SENDING, UNCONFIRMED -> Optional.of(new Made(at, Phase.UNDERWAY));
      case SENT, FAILED, BOUNCED, CANCELLED -> Optional.empty();
    };
  }

  /// A letter by hand that waits.
  ///
  /// @param gate that is closed for it
  public static Letter letter(Doc mail, Optional<UUID> mailbox, Optional<HeldCode> gate) {
    return new Letter(mail.id(), mailbox, mail.instant("notBefore").orElse(Instant.EPOCH), gate);
  }

  /// The zone of a prospect, as far as it is known.
  public static Optional<ZoneId> zone(Doc prospect) {
    return prospect.get("customFields").isPresent()
            && prospect.get("customFields").get() instanceof Value.Fields(var members)
            && members.get("timezone") instanceof Value.Text(String id)
        ? PolicyJson.zone(id.strip())
        : Optional.empty();
  }
}
