package com.salescopilot.server.dispatch;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Gap;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.PolicyJson;
import com.salescopilot.model.schedule.Rules;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.StoredState;
import com.salescopilot.model.stats.SentDay;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.rest.Companies;
import com.salescopilot.server.stream.RowTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Reads what the plan of a workspace hangs on, in one snapshot.
final class Situations {
  private static final Duration RAMP_DAYS = Duration.ofDays(31);

  private final RowTables tables = new RowTables();
  private final Statements statements = Statements.load(Situations.class);

  /// The workspace as it is, or empty if no campaign runs in it.
  Optional<Situation> read(Tx tx, WorkspaceId workspace, Instant now) {
    Args args = Args.of("ws", workspace);
    Optional<Long> marks = tx.maybe(statements.get("marks"), args, row -> row.whole("marks"));
    Map<UUID, Doc> campaigns = new LinkedHashMap<>();
    Map<UUID, UUID> mailboxOf = new HashMap<>();
    Map<UUID, Sender> senders = new HashMap<>();
    List<UUID> over = new ArrayList<>();
    tx.scan(
        statements.get("campaigns"),
        args.and("now", now),
        row -> {
          Doc campaign = RowTables.doc(Entity.CAMPAIGN, row);
          if (row.flag("over")) {
            over.add(campaign.id());
          } else {
            campaigns.put(campaign.id(), campaign);
            senders.put(
                campaign.id(),
                new Sender(row.text("first_name"), row.text("last_name"), row.text("email")));
            row.uuidMaybe("mailbox").ifPresent(id -> mailboxOf.put(campaign.id(), id));
          }
        });
    if (marks.isEmpty() || (campaigns.isEmpty() && over.isEmpty())) {
      return Optional.empty();
    }
    Policy policy = tx.one(statements.get("policy"), args, row -> policy(row.textMaybe("policy")));
    Map<UUID, List<Doc>> steps = new HashMap<>();
    tx.scan(
        statements.get("steps"),
        args.and("campaigns", campaigns.keySet()),
        row -> {
          Doc step = RowTables.doc(Entity.CAMPAIGN_STEP, row);
          steps
              .computeIfAbsent(step.uuid("campaignId").orElseThrow(), _ -> new ArrayList<>())
              .add(step);
        });
    Reading reading = new Reading(now);
    tx.scan(
        statements.get("enrolments"),
        args.and("campaigns", campaigns.keySet()),
        reading::enrolment);
    State state =
        new State(
            mailboxes(tx, args, policy, now),
            campaigns.values().stream()
                .map(
                    row ->
                        StoredState.campaign(
                            row,
                            steps.getOrDefault(row.id(), List.of()),
                            Optional.ofNullable(mailboxOf.get(row.id()))))
                .toList(),
            reading.enrolments,
            List.of());
    return Optional.of(
        new Situation(
            marks.get(),
            policy,
            state,
            campaigns,
            senders,
            steps,
            reading.people,
            Companies.named(
                tx,
                Scope.ofSystem(workspace),
                tables,
                steps.values().stream().flatMap(List::stream).toList(),
                reading.people.values()),
            new FieldCatalogue(tx.list(statements.get("keys"), args, row -> row.text("key"))),
            reading.resumable,
            over,
            ends(campaigns, reading.nextResume)));
  }

  private static Instant ends(Map<UUID, Doc> campaigns, Instant nextResume) {
    Instant first = nextResume;
    for (Doc campaign : campaigns.values()) {
      Instant end = campaign.instant("endDate").orElse(Instant.MAX);
      first = end.isBefore(first) ? end : first;
    }
    return first;
  }

  private static Policy policy(Optional<String> json) {
    return json.map(StoredState::workspace).orElse(Policy.NONE);
  }

  private List<State.Mailbox> mailboxes(Tx tx, Args args, Policy workspace, Instant now) {
    List<State.Mailbox> mailboxes = new ArrayList<>();
    ZoneId zone = Rules.of(List.of(workspace)).zone();
    for (Box box : tx.list(statements.get("mailboxes"), args, Box::of)) {
      Args of = args.and("mailbox", box.id()).and("zone", zone.getId());
      Map<LocalDate, SentDay> days = new HashMap<>();
      tx.scan(
          statements.get("days"),
          of.and("since", now.minus(RAMP_DAYS)),
          row ->
              days.put(
                  row.date("day"),
                  new SentDay((int) row.whole("sent"), (int) row.whole("bounced"), false)));
      Policy policy = box.policy();
      int gap = Rules.of(List.of(workspace, policy)).gapSeconds();
      Instant[] free = {Instant.EPOCH};
      tx.scan(
          statements.get("last"),
          of.and("since", now.minusSeconds(2L * gap + 60)),
          row -> {
            Instant after = Gap.after(row.uuid("id"), row.instant("at"), gap);
            free[0] = after.isAfter(free[0]) ? after : free[0];
          });
      mailboxes.add(
          new State.Mailbox(box.id(), policy, Optional.empty(), free[0], days, box.running()));
    }
    return mailboxes;
  }

  private record Box(UUID id, Optional<Integer> cap, State.Running running) {
    static Box of(Row row) {
      return new Box(
          row.uuid("id"),
          row.wholeMaybe("daily_cap").map(Long::intValue),
          row.flag("paused") ? State.Running.PAUSED : State.Running.SENDS);
    }

    Policy policy() {
      if (cap().isEmpty()) {
        return Policy.NONE;
      }
      Value.Fields json =
          new Value.Fields(new TreeMap<>(Map.of("dailyCap", Value.whole(cap().get()))));
      return PolicyJson.read(json).policy();
    }
  }

  /// Enrolments as they are read, row by row.
  private static final class Reading {
    private final Instant now;
    private final List<State.Enrolment> enrolments = new ArrayList<>();
    private final Map<UUID, Doc> people = new HashMap<>();
    private final List<UUID> resumable = new ArrayList<>();
    private Instant nextResume = Instant.MAX;

    Reading(Instant now) {
      this.now = now;
    }

    void enrolment(Row row) {
      UUID id = row.uuid("enrolment");
      Doc prospect = RowTables.doc(Entity.PROSPECT, row);
      EnrolmentStatus status = EnrolmentStatus.valueOf(row.text("status"));
      Optional<Instant> resumeAt = row.instantMaybe("resume_at");
      if (status == EnrolmentStatus.PAUSED && resumeAt.isPresent()) {
        if (!resumeAt.get().isAfter(now)) {
          resumable.add(id);
        } else if (resumeAt.get().isBefore(nextResume)) {
          nextResume = resumeAt.get();
        }
      }
      people.put(id, prospect);
      enrolments.add(
          new State.Enrolment(
              id,
              row.uuid("campaign_id"),
              prospect.id(),
              status,
              row.small("current_step"),
              row.small("rotation"),
              row.instant("enrolled_at"),
              row.instantMaybe("anchor_at"),
              resumeAt,
              StoredState.zone(prospect),
              made(row),
              row.flag("suppressed") ? Optional.of(HeldCode.SUPPRESSED) : Optional.empty()));
    }

    private static Optional<State.Made> made(Row row) {
      return row.textMaybe("mail_status")
          .map(
              status ->
                  new State.Made(
                      row.instantMaybe("mail_at").orElse(Instant.EPOCH),
                      status.equals("PENDING_SEND") ? State.Phase.QUEUED : State.Phase.UNDERWAY));
    }
  }
}
