package com.salescopilot.server.gate;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.schedule.Gap;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.Rules;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.StoredState;
import com.salescopilot.model.stats.SentDay;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
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

/// Reads what mailboxes may send and have sent, for whoever plans and for the worker, which asks
/// the plan once more.
public final class Mailboxes {
  private static final Duration RAMP_DAYS = Duration.ofDays(31);

  private final Statements statements = Statements.load(Mailboxes.class);

  /// The workspace's level of the policy.
  public Policy policy(Tx tx, WorkspaceId workspace) {
    return tx.one(
        statements.get("policy"),
        Args.of("ws", workspace),
        row -> row.textMaybe("policy").map(StoredState::workspace).orElse(Policy.NONE));
  }

  /// Those of a workspace.
  public List<State.Mailbox> all(Tx tx, WorkspaceId workspace, Policy policy, Instant now) {
    return read(tx, workspace, Optional.empty(), policy, now);
  }

  /// One of them.
  public List<State.Mailbox> one(
      Tx tx, WorkspaceId workspace, UUID mailbox, Policy policy, Instant now) {
    return read(tx, workspace, Optional.of(mailbox), policy, now);
  }

  private record Box(UUID id, Policy policy, State.Running running) {
    static Box of(Row row) {
      return new Box(
          row.uuid("id"),
          capped(row.wholeMaybe("daily_cap")),
          row.flag("paused") ? State.Running.PAUSED : State.Running.SENDS);
    }
  }

  private List<State.Mailbox> read(
      Tx tx, WorkspaceId workspace, Optional<UUID> mailbox, Policy policy, Instant now) {
    Args args = Args.of("ws", workspace).and("mailbox", mailbox);
    List<Box> boxes = tx.list(statements.get("mailboxes"), args, Box::of);
    Map<UUID, Policy> policies = new HashMap<>();
    boxes.forEach(box -> policies.put(box.id(), box.policy()));
    Map<UUID, Map<LocalDate, SentDay>> days = new HashMap<>();
    tx.scan(
        statements.get("days"),
        args.and("zone", Rules.of(List.of(policy)).zone().getId())
            .and("since", now.minus(RAMP_DAYS))
            .and("now", now),
        row ->
            days.computeIfAbsent(row.uuid("mailbox_id"), _ -> new HashMap<>())
                .put(
                    row.date("day"),
                    new SentDay((int) row.whole("sent"), (int) row.whole("bounced"), false)));
    int longest =
        Math.max(
            Rules.of(List.of(policy)).gapSeconds(),
            tx.list(statements.get("gaps"), args, row -> Integer.parseInt(row.text("gap"))).stream()
                .max(Integer::compare)
                .orElse(0));
    Map<UUID, Instant> free = new HashMap<>();
    tx.scan(
        statements.get("last"),
        args.and("now", now)
            .and("since", now.minusSeconds(2L * longest)), // a gap is never twice what it should be
        row -> {
          UUID box = row.uuid("mailbox_id");
          int gap =
              gap(
                  policy,
                  policies.getOrDefault(box, Policy.NONE),
                  row.textMaybe("policy").map(StoredState::workspace));
          Instant at = row.instantMaybe("at").orElse(now);
          free.merge(
              box,
              Gap.after(row.uuid("id"), at, gap),
              (one, other) -> one.isAfter(other) ? one : other);
        });
    return boxes.stream()
        .map(
            box ->
                new State.Mailbox(
                    box.id(),
                    box.policy(),
                    Optional.empty(),
                    free.getOrDefault(box.id(), Instant.EPOCH),
                    days.getOrDefault(box.id(), Map.of()),
                    box.running()))
        .toList();
  }

  private static int gap(Policy workspace, Policy mailbox, Optional<Policy> campaign) {
    List<Policy> levels = new ArrayList<>(List.of(workspace, mailbox));
    campaign.ifPresent(levels::add);
    return Rules.of(levels).gapSeconds();
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
