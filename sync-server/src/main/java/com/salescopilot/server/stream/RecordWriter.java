package com.salescopilot.server.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.DomainEvent;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Log entries, events and graves as the JSON records that a batch statement takes.
final class RecordWriter {
  private final Supplier<UUID> ids;
  private final Instant now;

  RecordWriter(Supplier<UUID> ids, Instant now) {
    this.ids = ids;
    this.now = now;
  }

  ArrayNode log(List<LogEntry> entries, long rev) {
    ArrayNode records = JsonNodeFactory.instance.arrayNode(entries.size());
    for (LogEntry entry : entries) {
      ObjectNode record = records.addObject();
      record.put("id", entry.id().toString());
      record.put("body_hash", entry.hash());
      switch (entry.stamp().actor()) {
        case Actor.Member member -> {
          record.put("device_id", member.device().toString());
          record.put("user_id", member.user().toString());
        }
        case Actor.Internal _ -> {}
      }
      entry.seq().ifPresent(seq -> record.put("seq", seq));
      record.put("op", entry.op());
      entry.target().map(RowKey::entity).ifPresent(e -> record.put("entity", e.table()));
      entry.target().map(RowKey::id).ifPresent(id -> record.put("entity_id", id.toString()));
      texts(record.putArray("also"), entry.also().stream().map(UUID::toString).toList());
      texts(record.putArray("fields"), entry.fields());
      record.putRawValue("body", new RawValue(entry.body()));
      outcome(record, entry.outcome());
      record.put("rev", rev);
      record.put("edited_at", entry.stamp().editedAt().toString());
      record.put("received_at", now.toString());
    }
    return records;
  }

  private static void outcome(ObjectNode record, Outcome outcome) {
    switch (outcome) {
      case Outcome.Applied _ -> record.put("outcome", "APPLIED");
      case Outcome.Merged _ -> record.put("outcome", "MERGED");
      case Outcome.NoOp _ -> record.put("outcome", "NOOP");
      case Outcome.Rejected rejected ->
          record.put("outcome", "REJECTED").put("code", rejected.code().name());
    }
  }

  ArrayNode events(List<DomainEvent> events) {
    ArrayNode records = JsonNodeFactory.instance.arrayNode(events.size());
    for (DomainEvent event : events) {
      ObjectNode record = records.addObject();
      record.put("event_id", ids.get().toString());
      record.put("type", event.type().name());
      record.put("key", event.key().toString());
      record.put("occurred_at", event.occurredAt().toString());
      record.set("payload", ValueJson.write(event.payload()));
    }
    return records;
  }

  ArrayNode graves(List<Grave> graves) {
    ArrayNode records = JsonNodeFactory.instance.arrayNode(graves.size());
    for (Grave grave : graves) {
      ObjectNode record = records.addObject();
      record.put("entity", grave.key().entity().table());
      record.put("id", grave.key().id().toString());
      record.put("rev", grave.rev());
      Optional<Value> doc = grave.doc().map(row -> new Value.Fields(row.fields()));
      doc.ifPresent(fields -> record.set("doc", ValueJson.write(fields)));
    }
    return records;
  }

  private static void texts(ArrayNode array, Collection<String> texts) {
    texts.forEach(array::add);
  }
}
