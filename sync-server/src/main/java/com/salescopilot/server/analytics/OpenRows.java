package com.salescopilot.server.analytics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.tracking.Hit;
import com.salescopilot.model.tracking.HitClass;
import com.salescopilot.server.events.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Opens to write, in rounds: whether an open counts depends on those before it, so of opens that
/// may be one and the same each comes in a round of its own.
final class OpenRows {
  private final List<ArrayNode> rounds = new ArrayList<>();
  private final Map<Alike, Integer> met = new HashMap<>();

  private record Alike(UUID email, HitClass kind, Optional<String> source) {}

  void add(Event event, Hit hit, HitClass kind) {
    int round = met.merge(new Alike(event.subject(), kind, hit.source()), 1, Integer::sum) - 1;
    if (round == rounds.size()) {
      rounds.add(JsonNodeFactory.instance.arrayNode());
    }
    ObjectNode row = rounds.get(round).addObject();
    row.put("id", event.id().toString());
    row.put("email_id", event.subject().toString());
    row.put("opened_at", hit.at().toString());
    row.put("kind", kind.name().toLowerCase(Locale.ROOT));
    row.put("counts", kind.counts());
    hit.source().ifPresent(source -> row.put("source", source));
  }

  List<ArrayNode> rounds() {
    return rounds;
  }
}
