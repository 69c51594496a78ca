package com.salescopilot.model.sync;

import com.salescopilot.model.event.EventType;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.UUID;

/// A fact for the event log, committed with the change that made it.
///
/// @param key the row it is about, an e-mail's id for all e-mail events
public record DomainEvent(EventType type, UUID key, Instant occurredAt, Value.Fields payload) {}
