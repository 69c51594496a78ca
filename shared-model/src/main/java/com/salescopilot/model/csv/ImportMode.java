package com.salescopilot.model.csv;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldCheck;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an import does to prospects that are known already. An empty cell says nothing and clears
/// nothing, and the address stays as it is written.
public enum ImportMode {
  /// Only what has no value is set.
  FILL_BLANKS,
  /// What the file says stands.
  OVERWRITE,
  /// They are left alone.
  SKIP;

  private static final String EMAIL = "email";

  /// A known prospect after the import. Where it would hold more than a prospect may, it stays as
  /// it is.
  public Doc merged(Doc known, SortedMap<String, Value> imported) {
    if (this == SKIP) {
      return known;
    }
    Doc merged = known;
    for (var field : imported.entrySet()) {
      if (!field.getKey().equals(EMAIL)) {
        merged = merged.with(field.getKey(), joined(known.get(field.getKey()), field.getValue()));
      }
    }
    return problem(merged).isPresent() ? known : merged;
  }

  /// What keeps an import from setting the fields of a known prospect, or empty.
  Optional<String> refusal(Doc known, SortedMap<String, Value> imported) {
    Doc wanted = known;
    for (var field : imported.entrySet()) {
      wanted = wanted.with(field.getKey(), joined(known.get(field.getKey()), field.getValue()));
    }
    return this == SKIP ? Optional.empty() : problem(wanted);
  }

  private static Optional<String> problem(Doc row) {
    return EntitySpec.of(row.entity())
        .field("customFields")
        .flatMap(spec -> row.get("customFields").flatMap(v -> FieldCheck.problem(spec, v)));
  }

  private Value joined(Optional<Value> known, Value imported) {
    if (imported instanceof Value.Fields(SortedMap<String, Value> brought)) {
      SortedMap<String, Value> members = new TreeMap<>();
      if (known.isPresent() && known.get() instanceof Value.Fields(var old)) {
        members.putAll(old);
      }
      brought.forEach(
          (key, value) -> members.put(key, scalar(Optional.ofNullable(members.get(key)), value)));
      return new Value.Fields(members);
    }
    return scalar(known, imported);
  }

  private Value scalar(Optional<Value> known, Value imported) {
    return switch (this) {
      case FILL_BLANKS, SKIP -> known.orElse(imported);
      case OVERWRITE -> known.filter(value -> cell(value).equals(cell(imported))).orElse(imported);
    };
  }

  /// A value as it stands in a cell: a number that comes back from a file is a text, and the same.
  static String cell(Value value) {
    return value instanceof Value.Text(String text) ? text : CanonicalJson.of(value);
  }
}
