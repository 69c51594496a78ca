package com.salescopilot.server.sending;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.RowTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The queue as transactions of a workspace see it: who is waiting, what joins, what is taken out.
/// All of them hold the workspace's stream, so nothing here changes between two looks, except a
/// mark.
final class SendQueue {
  private final Statements statements = Statements.load(SendQueue.class);

  /// Puts mails into the queue of the mailbox each leaves from: the one it names, else its sender's
  /// own, else the operator's relay.
  void add(Tx tx, Scope scope, List<Doc> mails, Optional<String> relayAddress) {
    Map<From, List<Doc>> groups = new LinkedHashMap<>();
    mails.forEach(mail -> groups.computeIfAbsent(From.of(mail), _ -> new ArrayList<>()).add(mail));
    groups.forEach((from, group) -> add(tx, scope, mailbox(tx, scope, from, relayAddress), group));
  }

  /// What decides which mailbox a mail leaves from.
  private record From(Optional<UUID> mailbox, UUID user) {
    static From of(Doc mail) {
      return new From(mail.uuid("mailboxId"), mail.uuid("userId").orElseThrow());
    }
  }

  private UUID mailbox(Tx tx, Scope scope, From from, Optional<String> relayAddress) {
    return tx.maybe(
            statements.get("mailbox"),
            ws(scope).and("wanted", from.mailbox()).and("user", from.user()),
            row -> row.uuid("id"))
        .orElseGet(() -> defaultMailbox(tx, scope, relayAddress.orElse("")));
  }

  private void add(Tx tx, Scope scope, UUID mailbox, List<Doc> mails) {
    ArrayNode jobs = JsonNodeFactory.instance.arrayNode(mails.size());
    for (Doc mail : mails) {
      ObjectNode job = jobs.addObject().put("email_id", mail.id().toString());
      mail.uuid("campaignId").ifPresent(id -> job.put("campaign_id", id.toString()));
      mail.uuid("prospectId").ifPresent(id -> job.put("prospect_id", id.toString()));
      mail.instant("notBefore").ifPresent(at -> job.put("due_at", at.toString()));
      job.put("priority", priority(mail));
    }
    Args args = ws(scope).and("mailbox", mailbox).and("jobs", jobs);
    tx.later(statements.get("add"), args);
    tx.later(statements.get("due"), args);
  }

  /// A person's letter first, then what was begun.
  private static int priority(Doc mail) {
    if (mail.get("stepPosition").isEmpty()) {
      return 0;
    }
    return mail.whole("stepPosition") > 1 ? 1 : 2;
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

  /// Lets mails be looked at that nobody was to look at for a while; their own times still count.
  void hurry(Tx tx, Scope scope, List<UUID> emails) {
    Args args = ws(scope).and("emails", emails);
    tx.later(statements.get("hurry"), args);
    tx.later(statements.get("hurryMailboxes"), args);
  }

  /// Takes mails out of the queue.
  void remove(Tx tx, WorkspaceId workspace, List<UUID> emails) {
    tx.later(statements.get("remove"), Args.of("ws", workspace).and("emails", emails));
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

  /// The letters by hand that the pause of their campaign took back; a step returns when it is due.
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

  /// The mails to an address that a worker has taken up, and that have not left. Those that wait
  /// meet the gate when they are taken up.
  List<UUID> inHandTo(Tx tx, Scope scope, String address) {
    String key = RowTables.addressKey(address);
    List<UUID> found = new ArrayList<>();
    tx.scan(
        statements.get("inHand"),
        ws(scope),
        row -> {
          if (RowTables.addressKey(row.text("to_email")).equals(key)) {
            found.add(row.uuid("id"));
          }
        });
    return found;
  }

  /// The enrolments of a prospect.
  List<Enrolment> enrolmentsOf(Tx tx, Scope scope, UUID prospect) {
    return tx.list(
        statements.get("enrolmentsOf"),
        ws(scope).and("prospect", prospect),
        row -> new Enrolment(row.uuid("id"), row.uuid("campaign_id")));
  }

  /// Somebody's place in a campaign.
  record Enrolment(UUID id, UUID campaign) {}

  private static List<UUID> ids(Tx tx, Sql sql, Args args) {
    return tx.list(sql, args, row -> row.uuid("id"));
  }

  private static Args ws(Scope scope) {
    return Args.of("ws", scope.workspace());
  }
}
