package com.salescopilot.server.forecast;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Gap;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.PolicyJson;
import com.salescopilot.model.schedule.Rules;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.StoredState;
import com.salescopilot.model.stats.SentDay;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.RowTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Reads what plans hang on, in one snapshot.
final class Outlooks {
  private static final Duration RAMP_DAYS = Duration.ofDays(31);

  private final Statements statements = Statements.load(Outlooks.class);

  /// The campaigns that run, and one more.
  ///
  /// @param campaign that is asked for, whatever its status
  Outlook read(Tx tx, WorkspaceId workspace, Optional<UUID> campaign, Instant now) {
    Args args = Args.of("ws", workspace);
    Policy policy =
        tx.one(
            statements.get("policy"),
            args,
            row -> row.textMaybe("policy").map(StoredState::workspace).orElse(Policy.NONE));
    List<Doc> rows = new ArrayList<>();
    Map<UUID, UUID> mailboxes = new HashMap<>();
    tx.scan(
        statements.get("campaigns"),
        args.and("campaign", campaign),
        row -> {
          Doc doc = RowTables.doc(Entity.CAMPAIGN, row);
          rows.add(doc);
          row.uuidMaybe("mailbox").ifPresent(id -> mailboxes.put(doc.id(), id));
        });
    Args of = args.and("campaigns", rows.stream().map(Doc::id).toList());
    Map<UUID, List<Doc>> steps = new HashMap<>();
    tx.scan(
        statements.get("steps"),
        of,
        row -> {
          Doc step = RowTables.doc(Entity.CAMPAIGN_STEP, row);
          steps
              .computeIfAbsent(step.uuid("campaignId").orElseThrow(), _ -> new ArrayList<>())
              .add(step);
        });
    List<State.Campaign> campaigns =
        rows.stream()
            .map(
                doc ->
                    StoredState.campaign(
                        doc,
                        steps.getOrDefault(doc.id(), List.of()),
                        Optional.ofNullable(mailboxes.get(doc.id()))))
            .toList();
    State state =
        new State(
            mailboxes(tx, args, policy, now),
            campaigns,
            tx.list(statements.get("enrolments"), of, Outlooks::enrolment),
            tx.list(statements.get("letters"), args, Outlooks::letter));
    return new Outlook(state, policy, steps);
  }

  private static State.Enrolment enrolment(Row row) {
    State.Enrolment plain =
        StoredState.enrolment(
            RowTables.doc(Entity.CAMPAIGN_PROSPECT, row),
            Optional.empty(),
            List.of(),
            row.flag("suppressed") ? Optional.of(HeldCode.SUPPRESSED) : Optional.empty());
    Optional<State.Made> mail =
        row.textMaybe("mail_status")
            .map(
                status ->
                    new State.Made(
                        row.instantMaybe("mail_at").orElse(Instant.EPOCH),
                        status.equals("PENDING_SEND") ? State.Phase.QUEUED : State.Phase.UNDERWAY));
    return plain.with(row.textMaybe("timezone").flatMap(PolicyJson::zone), mail);
  }

  private static State.Letter letter(Row row) {
    return new State.Letter(
        row.uuid("id"),
        row.uuidMaybe("mailbox_id"),
        row.instantMaybe("not_before").orElse(Instant.EPOCH),
        row.textMaybe("hold").map(HeldCode::valueOf));
  }

  private List<State.Mailbox> mailboxes(Tx tx, Args args, Policy workspace, Instant now) {
    Map<UUID, Map<LocalDate, SentDay>> days = new HashMap<>();
    tx.scan(
        statements.get("days"),
        args.and("zone", Rules.of(List.of(workspace)).zone().getId())
            .and("since", now.minus(RAMP_DAYS)),
        row ->
            days.computeIfAbsent(row.uuid("mailbox_id"), _ -> new HashMap<>())
                .put(
                    row.date("day"),
                    new SentDay((int) row.whole("sent"), (int) row.whole("bounced"), false)));
    int gap = Rules.of(List.of(workspace)).gapSeconds();
    Map<UUID, Instant> free = new HashMap<>();
    tx.scan(
        statements.get("last"),
        args.and("since", now.minusSeconds(2L * gap)),
        row ->
            free.merge(
                row.uuid("mailbox_id"),
                Gap.after(row.uuid("id"), row.instant("at"), gap),
                (one, other) -> one.isAfter(other) ? one : other));
    return tx.list(
        statements.get("mailboxes"),
        args,
        row ->
            new State.Mailbox(
                row.uuid("id"),
                capped(row.wholeMaybe("daily_cap")),
                Optional.empty(),
                free.getOrDefault(row.uuid("id"), Instant.EPOCH),
                days.getOrDefault(row.uuid("id"), Map.of()),
                row.flag("paused") ? State.Running.PAUSED : State.Running.SENDS));
  }

  private static Policy capped(Optional<Long> cap) {
    Policy none = Policy.NONE;
    return new Policy(
        none.days(),
        none.from(),
        none.to(),
        none.holidays(),
        none.gapSeconds(),
        cap.map(most -> OptionalInt.of(most.intValue())).orElse(OptionalInt.empty()),
        none.ramp(),
        none.zone());
  }
}
