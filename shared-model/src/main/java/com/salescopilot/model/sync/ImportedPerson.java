package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an import says of a person, held to the rules of a prospect's fields.
final class ImportedPerson {
  private ImportedPerson() {}

  /// Why the fields are not those of a person, or empty.
  static Optional<Result> problem(SortedMap<String, Value> fields) {
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      Optional<Result> problem =
          Creation.problem(
              Entity.PROSPECT,
              field.getKey(),
              Optional.of(field.getValue()),
              FieldSpec.Writer.CLIENT);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return fields.containsKey("email")
        ? Optional.empty()
        : Optional.of(Result.rejected(RejectCode.INVALID, "email", "email is missing."));
  }

  /// The canonical address of one whose fields have no problem.
  static String key(ImportCommand.Person person) {
    return person.fields().get("email") instanceof Value.Text(String email)
        ? ProspectRules.key(email.strip()).orElse(email)
        : "";
  }

  /// The fields as they are kept.
  static SortedMap<String, Value> stored(SortedMap<String, Value> fields) {
    SortedMap<String, Value> stored = new TreeMap<>();
    fields.forEach(
        (name, value) ->
            RowDefaults.field(Entity.PROSPECT, name)
                .flatMap(spec -> spec.normalise(value))
                .ifPresent(kept -> stored.put(name, kept)));
    return stored;
  }
}
