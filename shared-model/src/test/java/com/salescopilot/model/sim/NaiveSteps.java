package com.salescopilot.model.sim;

import com.salescopilot.model.sim.NaiveServer.Told;
import com.salescopilot.model.sim.NaiveTables.Came;
import com.salescopilot.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The steps of campaigns in the plain model: each place is taken once.
final class NaiveSteps {
  private static final int MOST = 20;

  private final NaiveTables tables;

  NaiveSteps(NaiveTables tables) {
    this.tables = tables;
  }

  static void defaults(Map<String, Value> row) {
    boolean first = Value.whole(1).equals(row.get("position"));
    row.putIfAbsent("variant", Value.text("A"));
    row.putIfAbsent("weight", Value.whole(1));
    row.putIfAbsent("delayAmount", Value.whole(first ? 0 : 3));
    row.putIfAbsent("delayUnit", Value.text("BUSINESS"));
    row.putIfAbsent("threadMode", Value.text(first ? "NEW" : "REPLY"));
  }

  boolean mayChange(Told told, Map<String, Value> step) {
    return campaign(step)
        .map(
            campaign ->
                told.admin()
                    || told.user().isEmpty()
                    || NaiveTables.text(campaign, "userId").equals(told.user().map(UUID::toString)))
        .orElse(true);
  }

  Came insert(Told told, UUID id, Map<String, Value> made) {
    if (campaign(made).isEmpty() || !mayChange(told, made)) {
      return Came.REJECTED;
    }
    Map<String, Value> row = new TreeMap<>(made);
    Set<String> taken = taken(row, id);
    if (!taken.contains(place(row))) {
      tables.put("campaign_step", id, row, NaiveRows.write(told));
      return Came.APPLIED;
    }
    if (!Value.text("A").equals(row.get("variant"))) {
      for (String letter : List.of("A", "B", "C", "D", "E", "F")) {
        row.put("variant", Value.text(letter));
        if (!taken.contains(place(row))) {
          tables.put("campaign_step", id, row, NaiveRows.write(told));
          return Came.MERGED;
        }
      }
    }
    row.put("variant", Value.text("A"));
    for (int last = MOST; last > 0; last--) {
      row.put("position", Value.whole(last));
      if (taken.contains(place(row))) {
        if (last == MOST) {
          return Came.REJECTED;
        }
        row.put("position", Value.whole(last + 1));
        tables.put("campaign_step", id, row, NaiveRows.write(told));
        return Came.MERGED;
      }
    }
    row.put("position", Value.whole(1));
    tables.put("campaign_step", id, row, NaiveRows.write(told));
    return Came.MERGED;
  }

  private Optional<Map<String, Value>> campaign(Map<String, Value> step) {
    return NaiveTables.text(step, "campaignId")
        .flatMap(id -> tables.row("campaign", UUID.fromString(id)));
  }

  private Set<String> taken(Map<String, Value> step, UUID but) {
    Set<String> taken = new HashSet<>();
    tables
        .table("campaign_step")
        .forEach(
            (id, other) -> {
              if (!id.equals(but)
                  && Objects.equals(other.get("campaignId"), step.get("campaignId"))) {
                taken.add(place(other));
              }
            });
    return taken;
  }

  private static String place(Map<String, Value> step) {
    return step.get("position") + " " + step.get("variant");
  }
}
