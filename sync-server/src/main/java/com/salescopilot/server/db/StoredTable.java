package com.salescopilot.server.db;

import java.util.List;

/// A table and the columns that its rows are written in.
///
/// @param columns without those that PostgreSQL computes
public record StoredTable(String name, List<String> columns) {
  public StoredTable {
    columns = List.copyOf(columns);
  }
}
