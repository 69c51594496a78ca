package com.salescopilot.server.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Where events are written that no change of shared data brings along: an open, a reply. Events of
/// changes are written with the change.
public final class EventLog {
  private final Sql append = Statements.load(EventLog.class).get("append");

  /// Something that was heard of an e-mail.
  ///
  /// @param id of the event
  /// @param payload an object; `emailId` is added
  public record Heard(
      UUID id, EventType type, UUID emailId, Instant occurredAt, ObjectNode payload) {}

  /// Appends what was heard, each in the workspace that its e-mail belongs to.
  ///
  /// @param tx a worker's transaction, which may ask whose an e-mail is
  /// @return the ids of the events that were written; the others name e-mails that do not exist
  public Set<UUID> append(Tx tx, Collection<Heard> heard) {
    ArrayNode records = JsonNodeFactory.instance.arrayNode(heard.size());
    for (Heard one : heard) {
      JsonNode payload = one.payload().deepCopy().put("emailId", one.emailId().toString());
      records
          .addObject()
          .put("event_id", one.id().toString())
          .put("type", one.type().name())
          .put("email_id", one.emailId().toString())
          .put("occurred_at", one.occurredAt().toString())
          .set("payload", payload);
    }
    return new HashSet<>(tx.list(append, Args.of("heard", records), row -> row.uuid("event_id")));
  }
}
