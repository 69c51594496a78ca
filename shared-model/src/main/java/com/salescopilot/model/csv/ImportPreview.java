package com.salescopilot.model.csv;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What an import would do.
///
/// @param rows what would be imported
/// @param counts how many rows of the file meet which fate; all of them are counted once
/// @param sample the first few rows of each fate, in the order of the file
public record ImportPreview(ImportRows rows, Map<Fate, Integer> counts, List<Sample> sample) {
  /// How many rows of each fate are shown.
  public static final int SHOWN = 5;

  /// What becomes of a row.
  public enum Fate {
    CREATE,
    UPDATE,
    UNCHANGED,
    DUPLICATE,
    INVALID
  }

  /// A row to show.
  ///
  /// @param fields what it says, empty where it says nothing usable
  /// @param before the prospect as it is, where it would change
  /// @param problem what is wrong with it, as a sentence
  public record Sample(
      int line,
      Fate fate,
      SortedMap<String, Value> fields,
      Optional<Doc> before,
      Optional<BadRow> problem) {}

  public ImportPreview {
    counts = Map.copyOf(counts);
    sample = List.copyOf(sample);
  }

  /// How many rows meet this fate.
  public int count(Fate fate) {
    return counts.getOrDefault(fate, 0);
  }

  /// What an import of these rows would do.
  ///
  /// @param known finds the prospects that have one of these canonical addresses, by the address;
  ///   asked for a chunk at a time
  public static ImportPreview of(
      ImportRows read, ImportMode mode, Function<Collection<String>, Map<String, Doc>> known) {
    List<Sample> all = new ArrayList<>();
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    Map<String, BadRow> refused = new HashMap<>();
    for (List<ImportRow> chunk : read.chunks()) {
      Map<String, Doc> found = known.apply(chunk.stream().map(ImportRow::key).toList());
      for (ImportRow row : chunk) {
        Optional<Doc> before = Optional.ofNullable(found.get(row.key()));
        Optional<String> refusal = before.flatMap(doc -> mode.refusal(doc, row.fields()));
        if (refusal.isPresent()) {
          refused.put(row.key(), refusedRow(row, refusal.get()));
          continue;
        }
        Fate fate =
            before
                .map(
                    doc ->
                        mode.merged(doc, row.fields()).equals(doc) ? Fate.UNCHANGED : Fate.UPDATE)
                .orElse(Fate.CREATE);
        if (counts.merge(fate, 1, Integer::sum) <= SHOWN) {
          all.add(new Sample(row.line(), fate, row.fields(), before, Optional.empty()));
        }
      }
    }
    ImportRows rows = refused.isEmpty() ? read : read.refusing(refused);
    counts.put(Fate.DUPLICATE, rows.repeated().size());
    counts.put(Fate.INVALID, rows.bad().size());
    rows.repeated().stream()
        .limit(SHOWN)
        .forEach(
            line ->
                all.add(
                    new Sample(
                        line,
                        Fate.DUPLICATE,
                        new TreeMap<>(),
                        Optional.empty(),
                        Optional.empty())));
    rows.bad().stream()
        .limit(SHOWN)
        .forEach(
            bad ->
                all.add(
                    new Sample(
                        bad.line(),
                        Fate.INVALID,
                        new TreeMap<>(),
                        Optional.empty(),
                        Optional.of(bad))));
    all.sort(Comparator.comparingInt(Sample::line));
    return new ImportPreview(rows, counts, all);
  }

  private static BadRow refusedRow(ImportRow row, String problem) {
    return new BadRow(
        row.read(), RowProblem.BAD_VALUE, "With these values customFields " + problem + ".");
  }
}
