package com.salescopilot.server.dispatch;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads what a look at a workspace needs, in one snapshot.
final class Situations {
  private final Outlooks outlooks = new Outlooks();
  private final Statements statements = Statements.load(Situations.class);

  /// The workspace as it is, or empty if no campaign with steps runs in it.
  Optional<Situation> read(Tx tx, WorkspaceId workspace, Instant now) {
    Args args = Args.of("ws", workspace);
    Optional<Long> marks = tx.maybe(statements.get("marks"), args, row -> row.whole("marks"));
    Map<UUID, Sender> senders = new HashMap<>();
    List<UUID> over = new ArrayList<>();
    tx.scan(
        statements.get("campaigns"),
        args.and("now", now),
        row -> {
          senders.put(row.uuid("id"), sender(row));
          if (row.flag("over")) {
            over.add(row.uuid("id"));
          }
        });
    if (marks.isEmpty() || senders.isEmpty()) {
      return Optional.empty();
    }
    Outlook outlook = outlooks.read(tx, workspace, Optional.empty(), now);
    List<UUID> resumable = new ArrayList<>();
    Instant ends = Instant.MAX;
    for (State.Enrolment enrolment : outlook.state().enrolments()) {
      if (enrolment.status() == EnrolmentStatus.PAUSED && enrolment.resumeAt().isPresent()) {
        Instant at = enrolment.resumeAt().get();
        if (at.isAfter(now)) {
          ends = at.isBefore(ends) ? at : ends;
        } else {
          resumable.add(enrolment.id());
        }
      }
    }
    for (Doc campaign : outlook.campaigns().values()) {
      Instant end = campaign.instant("endDate").filter(now::isBefore).orElse(Instant.MAX);
      ends = end.isBefore(ends) ? end : ends;
    }
    return Optional.of(
        new Situation(
            marks.get(),
            outlook,
            senders,
            new FieldCatalogue(tx.list(statements.get("keys"), args, row -> row.text("key"))),
            resumable,
            over,
            ends));
  }

  /// Who mails are from, as their fields see them.
  static Sender sender(Row row) {
    return new Sender(row.text("first_name"), row.text("last_name"), row.text("email"));
  }
}
