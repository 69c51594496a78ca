package com.salescopilot.server.dispatch;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.PolicyJson;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.StoredState;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.gate.Gates;
import com.salescopilot.server.gate.Mailboxes;
import com.salescopilot.server.stream.RowTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads what plans hang on, in one snapshot: for the dispatcher and for whoever asks what will
/// leave, so that both plan the same.
final class Outlooks {
  private final Gates gates = new Gates();
  private final Mailboxes mailboxes = new Mailboxes();
  private final Statements statements = Statements.load(Outlooks.class);

  /// The campaigns that run, and one more.
  ///
  /// @param campaign that is asked for, whatever its status
  Outlook read(Tx tx, WorkspaceId workspace, Optional<UUID> campaign, Instant now) {
    Args args = Args.of("ws", workspace);
    Policy policy = mailboxes.policy(tx, workspace);
    List<Doc> rows = new ArrayList<>();
    Map<UUID, UUID> senders = new HashMap<>();
    tx.scan(
        statements.get("campaigns"),
        args.and("campaign", campaign),
        row -> {
          Doc doc = RowTables.doc(Entity.CAMPAIGN, row);
          rows.add(doc);
          row.uuidMaybe("mailbox").ifPresent(id -> senders.put(doc.id(), id));
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
                        Optional.ofNullable(senders.get(doc.id()))))
            .toList();
    Map<UUID, Gate.Facts> facts =
        gates.of(tx, workspace, tx.list(statements.get("letters"), args, row -> row.uuid("id")));
    State state =
        new State(
            mailboxes.all(tx, workspace, policy, now),
            campaigns,
            tx.list(statements.get("enrolments"), of, row -> enrolment(row, now)),
            tx.list(statements.get("letters"), args, row -> letter(row, facts, now)));
    Map<UUID, Doc> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    return new Outlook(state, policy, byId, steps);
  }

  private static State.Enrolment enrolment(Row row, Instant now) {
    Gate.Facts facts =
        Gate.Facts.planned(
            row.textMaybe("email").orElse(""),
            row.flag("suppressed") ? Gate.Reach.SUPPRESSED : Gate.Reach.OPEN,
            row.flag("member") ? Gate.Author.MEMBER : Gate.Author.GONE);
    State.Enrolment plain =
        StoredState.enrolment(
            RowTables.doc(Entity.CAMPAIGN_PROSPECT, row),
            Optional.empty(),
            List.of(),
            Gate.check(facts, now).map(Gate.Held::code));
    Optional<State.Made> mail =
        row.textMaybe("mail_status")
            .map(
                status ->
                    new State.Made(
                        row.instantMaybe("mail_at").orElse(Instant.EPOCH),
                        status.equals("PENDING_SEND") ? State.Phase.QUEUED : State.Phase.UNDERWAY));
    return plain.with(row.textMaybe("timezone").flatMap(PolicyJson::zone), mail);
  }

  /// A letter by hand waits for its instant in the plan; that is no gate of it.
  private static State.Letter letter(Row row, Map<UUID, Gate.Facts> facts, Instant now) {
    UUID id = row.uuid("id");
    return new State.Letter(
        id,
        row.uuidMaybe("mailbox_id"),
        row.instantMaybe("not_before").orElse(Instant.EPOCH),
        Optional.ofNullable(facts.get(id))
            .flatMap(of -> Gate.check(of.atItsTime(), now))
            .map(Gate.Held::code)
            .filter(code -> code != HeldCode.MAILBOX_PAUSED)); // that is the mailbox's to say
  }
}
