package com.salescopilot.model.csv;

import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a file says of whom: a person once, however many rows name them, the later rows filling
/// what the earlier ones left blank.
///
/// @param repeated the lines of those later rows
/// @param bad the rows that say nothing usable, in the order of the file
public record ImportRows(List<ImportRow> rows, List<Integer> repeated, List<BadRow> bad) {
  /// The most people in one change.
  public static final int CHUNK_ROWS = 1_000;

  /// The most a change is meant to weigh, so that it fits into a request with room to spare.
  private static final int CHUNK_BYTES = 512 * 1024;

  public ImportRows {
    rows = List.copyOf(rows);
    repeated = List.copyOf(repeated);
    bad = List.copyOf(bad);
  }

  /// Reads the people of a file.
  ///
  /// @throws CsvException if no column holds addresses
  public static ImportRows of(CsvFile file, HeaderMapping mapping) {
    if (!mapping.hasEmail()) {
      throw new CsvException(
          CsvException.Problem.NO_EMAIL_COLUMN,
          "No column holds mail addresses: one must be named email.");
    }
    Map<String, ImportRow> people = new LinkedHashMap<>();
    List<Integer> repeated = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    RowReading reading = new RowReading(file, mapping);
    for (CsvRecord read : file.records()) {
      switch (reading.of(read)) {
        case RowReading.Bad(BadRow row) -> bad.add(row);
        case RowReading.Person(ImportRow row) -> {
          ImportRow first = people.putIfAbsent(row.key(), row);
          if (first != null) {
            repeated.add(row.line());
            people.put(row.key(), filled(first, row));
          }
        }
      }
    }
    return new ImportRows(List.copyOf(people.values()), repeated, bad);
  }

  /// How many rows the file has.
  public int size() {
    return rows.size() + repeated.size() + bad.size();
  }

  /// The people in portions that travel as one change each. The same file is always cut in the same
  /// places, so that an import goes on where it was broken off.
  public List<List<ImportRow>> chunks() {
    List<List<ImportRow>> chunks = new ArrayList<>();
    List<ImportRow> chunk = new ArrayList<>();
    long bytes = 0;
    for (ImportRow row : rows) {
      int weight = RowReading.weight(row.fields());
      if (chunk.size() == CHUNK_ROWS || (bytes + weight > CHUNK_BYTES && !chunk.isEmpty())) {
        chunks.add(List.copyOf(chunk));
        chunk.clear();
        bytes = 0;
      }
      chunk.add(row);
      bytes += weight;
    }
    if (!chunk.isEmpty()) {
      chunks.add(List.copyOf(chunk));
    }
    return chunks;
  }

  /// The same without the rows that cannot be taken after all.
  ImportRows refusing(Map<String, BadRow> refused) {
    List<BadRow> all = new ArrayList<>(bad);
    all.addAll(refused.values());
    all.sort(Comparator.comparingInt(BadRow::line));
    return new ImportRows(
        rows.stream().filter(row -> !refused.containsKey(row.key())).toList(), repeated, all);
  }

  private static ImportRow filled(ImportRow first, ImportRow later) {
    SortedMap<String, Value> fields = new TreeMap<>(later.fields());
    fields.putAll(first.fields());
    if (first.fields().get("customFields") instanceof Value.Fields(var mine)
        && later.fields().get("customFields") instanceof Value.Fields(var theirs)) {
      SortedMap<String, Value> members = new TreeMap<>(theirs);
      members.putAll(mine);
      fields.put("customFields", new Value.Fields(members));
    }
    return new ImportRow(first.read(), first.key(), fields);
  }
}
