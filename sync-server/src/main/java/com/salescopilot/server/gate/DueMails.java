package com.salescopilot.server.gate;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.PolicyJson;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.StoredState;
import com.salescopilot.model.schedule.Turns;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.RowTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Asks the plan whether it is the turn of mails that are due in a mailbox. A mail is made for an
/// instant; when it is claimed, its hour may be over and the day full.
public final class DueMails {
  private final Mailboxes mailboxes = new Mailboxes();
  private final Statements statements = Statements.load(DueMails.class);

  /// Those of the mails whose turn is later, and what holds them until then.
  ///
  /// @param steps mails of campaigns' steps that are due
  /// @param letters by hand that leave now, before them
  public Map<UUID, Gate.Later> awaited(
      Tx tx,
      WorkspaceId workspace,
      UUID mailbox,
      Collection<UUID> steps,
      Collection<UUID> letters,
      Instant now) {
    if (steps.isEmpty()) {
      return Map.of();
    }
    Args args = Args.of("ws", workspace).and("mails", List.copyOf(steps));
    List<Doc> campaigns =
        tx.list(statements.get("campaigns"), args, row -> RowTables.doc(Entity.CAMPAIGN, row));
    Map<UUID, List<Doc>> texts = new HashMap<>();
    tx.scan(
        statements.get("steps"),
        args.and("campaigns", campaigns.stream().map(Doc::id).toList()),
        row -> {
          Doc step = RowTables.doc(Entity.CAMPAIGN_STEP, row);
          texts
              .computeIfAbsent(step.uuid("campaignId").orElseThrow(), _ -> new ArrayList<>())
              .add(step);
        });
    Policy policy = mailboxes.policy(tx, workspace);
    State state =
        new State(
            mailboxes.one(tx, workspace, mailbox, policy, now),
            campaigns.stream()
                .map(
                    row ->
                        StoredState.campaign(
                            row, texts.getOrDefault(row.id(), List.of()), Optional.of(mailbox)))
                .toList(),
            tx.list(statements.get("enrolments"), args, DueMails::enrolment),
            letters.stream()
                .map(id -> new State.Letter(id, Optional.of(mailbox), now, Optional.empty()))
                .toList());
    return Turns.awaited(state, now, policy);
  }

  private static State.Enrolment enrolment(Row row) {
    return StoredState.enrolment(
            RowTables.doc(Entity.CAMPAIGN_PROSPECT, row),
            Optional.empty(),
            List.of(),
            Optional.empty())
        .with(
            row.textMaybe("timezone").flatMap(PolicyJson::zone),
            Optional.of(
                new State.Made(
                    row.instantMaybe("mail_at").orElse(Instant.EPOCH), State.Phase.QUEUED)));
  }
}
