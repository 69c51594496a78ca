package com.salescopilot.server.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// An event as the log holds it, which a newer program may have written.
record LoggedEvent(
    long position,
    UUID id,
    String type,
    WorkspaceId workspace,
    String key,
    Instant occurredAt,
    JsonNode payload) {

  static LoggedEvent of(Row row) {
    return new LoggedEvent(
        row.whole("id"),
        row.uuid("event_id"),
        row.text("type"),
        new WorkspaceId(row.uuid("workspace_id")),
        row.text("key"),
        row.instant("occurred_at"),
        row.json("payload"));
  }

  /// The event, if this program knows its type.
  Optional<Event> known() {
    return Arrays.stream(EventType.values())
        .filter(one -> one.name().equals(type))
        .findFirst()
        .map(
            one ->
                new Event(position, id, one, workspace, UUID.fromString(key), occurredAt, payload));
  }
}
