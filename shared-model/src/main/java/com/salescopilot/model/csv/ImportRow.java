package com.salescopilot.model.csv;

import com.salescopilot.model.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// One person of a file.
///
/// @param read the first row that names them
/// @param key the canonical address, by which people are told apart
/// @param fields what the file says of them, by REST names
public record ImportRow(CsvRecord.Row read, String key, SortedMap<String, Value> fields) {
  public ImportRow {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /// The line it begins on.
  public int line() {
    return read.line();
  }
}
