package com.salescopilot.server.sending;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The queue as transactions of a workspace see it: who is waiting, what joins, what is taken out.
/// All of them hold the workspace's stream, so nothing here changes between two looks, except a
/// mark.
final class SendQueue {
  private final Statements statements = Statements.load(SendQueue.class);

  /// Puts a mail into the queue of the mailbox it leaves from: the one it names, else its sender's
  /// own, else the operator's relay.
  void add(Tx tx, Scope scope, Doc mail, Optional<String> relayAddress) {
    Optional<UUID> wanted = mail.uuid("mailboxId");
    UUID user = mail.uuid("userId").orElseThrow();
    UUID mailbox =
        tx.maybe(
                statements.get("mailbox"),
                ws(scope).and("wanted", wanted).and("user", user),
                row -> row.uuid("id"))
            .orElseGet(() -> defaultMailbox(tx, scope, relayAddress.orElse("")));
    Optional<Instant> due = mail.instant("notBefore");
    tx.exec(
        statements.get("add"),
        ws(scope)
            .and("email", mail.id())
            .and("mailbox", mailbox)
            .and("campaign", mail.uuid("campaignId"))
            .and("prospect", mail.uuid("prospectId"))
            .and("due", due));
    tx.exec(statements.get("due"), ws(scope).and("mailbox", mailbox).and("due", due));
  }

  private UUID defaultMailbox(Tx tx, Scope scope, String address) {
    UUID id = DerivedId.defaultMailbox(scope.workspace());
    tx.exec(statements.get("addDefaultMailbox"), ws(scope).and("id", id).and("address", address));
    return id;
  }

  /// How far a mail is, kept so until the transaction ends: a mark waits or passes it by.
  Optional<Phase> phase(Tx tx, WorkspaceId workspace, UUID email) {
    return tx.maybe(
        statements.get("phase"),
        Args.of("ws", workspace).and("email", email),
        row -> Phase.valueOf(row.text("phase")));
  }

  /// Takes a mail out of the queue.
  void remove(Tx tx, WorkspaceId workspace, UUID email) {
    tx.exec(statements.get("remove"), Args.of("ws", workspace).and("email", email));
  }

  /// The mails of a draft that may still leave.
  List<UUID> waitingOfDraft(Tx tx, Scope scope, UUID draft) {
    return ids(tx, statements.get("waitingOfDraft"), ws(scope).and("draft", draft));
  }

  /// The mails to a prospect that may still leave.
  List<UUID> waitingOfProspect(Tx tx, Scope scope, UUID prospect) {
    return ids(tx, statements.get("waitingOfProspect"), ws(scope).and("prospect", prospect));
  }

  /// The mails of a campaign that may still leave.
  List<UUID> waitingOfCampaign(Tx tx, Scope scope, UUID campaign) {
    return ids(tx, statements.get("waitingOfCampaign"), ws(scope).and("campaign", campaign));
  }

  /// The mails that the pause of their campaign took back.
  List<UUID> pausedOfCampaign(Tx tx, Scope scope, UUID campaign) {
    return ids(tx, statements.get("pausedOfCampaign"), ws(scope).and("campaign", campaign));
  }

  /// The queued steps of an enrolment, which letters by hand are not.
  List<UUID> stepsOf(Tx tx, Scope scope, UUID campaign, UUID prospect) {
    return ids(
        tx,
        statements.get("stepsOf"),
        ws(scope).and("campaign", campaign).and("prospect", prospect));
  }

  /// The enrolments of a prospect.
  List<UUID> enrolmentsOf(Tx tx, Scope scope, UUID prospect) {
    return ids(tx, statements.get("enrolmentsOf"), ws(scope).and("prospect", prospect));
  }

  private static List<UUID> ids(Tx tx, Sql sql, Args args) {
    return tx.list(sql, args, row -> row.uuid("id"));
  }

  private static Args ws(Scope scope) {
    return Args.of("ws", scope.workspace());
  }
}
