package com.salescopilot.server.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/// One event of the log.
///
/// @param position in the log; rises within a batch
/// @param id the same wherever this event is told, so a receiver can tell a repeat
/// @param subject the row it is about, an e-mail's id for all e-mail events
public record Event(
    long position,
    UUID id,
    EventType type,
    WorkspaceId workspace,
    UUID subject,
    Instant occurredAt,
    JsonNode payload) {}
