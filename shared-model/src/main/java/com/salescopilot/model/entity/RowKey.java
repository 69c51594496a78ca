package com.salescopilot.model.entity;

import java.util.Comparator;
import java.util.UUID;

/// The identity of a row. Ordered by entity, then by the id's text, which is the order of a dump.
public record RowKey(Entity entity, UUID id) implements Comparable<RowKey> {
  private static final Comparator<RowKey> ORDER =
      Comparator.comparing(RowKey::entity).thenComparing(key -> key.id().toString());

  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }
}
