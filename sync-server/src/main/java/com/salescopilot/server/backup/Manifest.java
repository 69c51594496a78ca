package com.salescopilot.server.backup;

import com.salescopilot.server.db.StoredTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup says of itself.
///
/// @param format of the file; [#FORMAT] is the only one yet
/// @param schema the last migration of the database
/// @param takenAt when; every row is as it was at that moment
/// @param counters the last number that each counter gave
public record Manifest(
    int format, String schema, Instant takenAt, List<Part> tables, Map<String, Long> counters) {
  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";
  static final String SUM = "manifest.sha256";

  public Manifest {
    tables = List.copyOf(tables);
    counters = Map.copyOf(counters);
  }

  /// One table.
  ///
  /// @param sha256 of its entry, in hex
  public record Part(String name, List<String> columns, long rows, String sha256) {
    public Part {
      columns = List.copyOf(columns);
    }

    StoredTable table() {
      return new StoredTable(name, columns);
    }

    String entry() {
      return entry(name);
    }

    static String entry(String name) {
      return "tables/" + name + ".copy";
    }
  }

  /// All rows.
  public long rows() {
    return tables.stream().mapToLong(Part::rows).sum();
  }
}
