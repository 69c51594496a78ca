package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.protocol.PullLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a program of some versions ago knows nothing of: the server does not send it, and it does
/// not write it.
final class OldSchema {
  private static final Map<Entity, Set<String>> UNKNOWN =
      Map.of(Entity.PROSPECT, Set.of("jobTitle"), Entity.TEMPLATE, Set.of("category"));

  private OldSchema() {}

  static boolean knows(Entity entity, String field) {
    return !UNKNOWN.getOrDefault(entity, Set.of()).contains(field);
  }

  static Doc of(Doc row) {
    Doc known = row;
    for (String field : UNKNOWN.getOrDefault(row.entity(), Set.of())) {
      if (row.get(field).isPresent()) {
        known = known.without(field);
      }
    }
    return known;
  }

  static List<PullLine> of(List<PullLine> lines) {
    List<PullLine> known = new ArrayList<>();
    for (PullLine line : lines) {
      known.add(line instanceof PullLine.Row(Doc row) ? new PullLine.Row(of(row)) : line);
    }
    return known;
  }
}
