package com.salescopilot.desktop.syncbench;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/// Prospects of ten columns each, by what a seed makes up, and edits of them.
final class Population {
  private static final List<String> FIRST = List.of("Ana", "Bo", "Chloé", "Dmitri", "Eva", "Finn");
  private static final List<String> LAST = List.of("Lindqvist", "Öztürk", "Meyer", "García", "Ito");
  private static final List<String> TITLES =
      List.of("Head of Purchasing", "CTO", "VP Sales", "Managing Director", "Buyer");

  private final Random random = new Random(20_261_128);
  private final List<UUID> ids = new ArrayList<>();
  private final Map<UUID, Integer> edits = new HashMap<>();

  List<UUID> ids() {
    return ids;
  }

  RowKey key(int i) {
    return new RowKey(Entity.PROSPECT, ids.get(i));
  }

  Change create() {
    UUID id = new UUID(0x0198_0000_0000_7000L + ids.size(), random.nextLong() >>> 2 | 1L << 63);
    int i = ids.size();
    ids.add(id);
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("email", Value.text("person" + i + "@company" + i % 20_000 + ".example"));
    fields.put("firstName", Value.text(pick(FIRST)));
    fields.put("lastName", Value.text(pick(LAST) + random.nextInt(1_000)));
    fields.put("company", Value.text("Company " + i % 20_000));
    fields.put("jobTitle", Value.text(TITLES.get(i % TITLES.size())));
    fields.put(
        "customFields",
        new Value.Fields(
            new TreeMap<>(
                Map.of(
                    "plan", Value.text(random.nextBoolean() ? "pro" : "free"),
                    "seats", Value.whole(random.nextInt(500))))));
    return new Change.Create(new RowKey(Entity.PROSPECT, id), fields);
  }

  /// The next edit of a prospect.
  Change edit(int i) {
    UUID id = ids.get(i);
    int time = edits.merge(id, 1, Integer::sum);
    return new Change.Patch(
        new RowKey(Entity.PROSPECT, id),
        new TreeMap<>(
            Map.of(
                "jobTitle",
                new FieldPatch.Whole(
                    new Before.Known(
                        Optional.of(
                            time == 1
                                ? Value.text(TITLES.get(i % TITLES.size()))
                                : title(time - 1))),
                    Optional.of(title(time))))));
  }

  /// What an edit leaves.
  Value title(int time) {
    return Value.text("Title " + time);
  }

  int edits(int i) {
    return edits.getOrDefault(ids.get(i), 0);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
