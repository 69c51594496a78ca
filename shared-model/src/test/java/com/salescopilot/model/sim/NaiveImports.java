package com.salescopilot.model.sim;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sim.NaiveServer.Told;
import com.salescopilot.model.sim.NaiveTables.Came;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Imports and what takes them back, in the plain model.
final class NaiveImports {
  private static final List<String> SET_ONCE = List.of("createdAt", "updatedAt");

  private final NaiveTables tables;
  private final Map<UUID, Map<String, Step>> portions = new HashMap<>();

  /// What an import did to a person.
  private record Step(Optional<Map<String, Value>> before, Map<String, Value> after) {}

  NaiveImports(NaiveTables tables) {
    this.tables = tables;
  }

  Came apply(Told told) {
    return told.op().equals("prospect.import") ? run(told) : undo(told);
  }

  private Came run(Told told) {
    if (tables.row("prospect_import", told.key()).isPresent()) {
      return Came.NOTHING;
    }
    Map<String, Step> steps = new TreeMap<>();
    int unchanged = 0;
    for (Value each : people(told)) {
      Map<String, Value> person = members(each);
      UUID named = UUID.fromString(NaiveTables.text(person, "id").orElseThrow());
      Map<String, Value> fields = members(person.get("fields"));
      Optional<UUID> known = tables.holder(fields, new UUID(0, 0));
      if (known.isPresent()) {
        unchanged += change(told, named, known.get(), fields, steps) ? 0 : 1;
        continue;
      }
      UUID id = isTaken(named) ? another(told, fields) : named;
      if (isTaken(id) || tables.isBuried("prospect", id)) {
        unchanged++;
      } else {
        Map<String, Value> row = new TreeMap<>(fields);
        row.putIfAbsent("customFields", Value.Fields.none());
        SET_ONCE.forEach(time -> row.put(time, Value.text(told.editedAt().toString())));
        tables.put("prospect", id, row, NaiveRows.write(told));
        steps.put(id.toString(), new Step(Optional.empty(), row));
      }
    }
    portions.put(told.key(), steps);
    long made = steps.values().stream().filter(step -> step.before().isEmpty()).count();
    Map<String, Value> row = new TreeMap<>();
    for (String name : List.of("importId", "chunk", "mode")) {
      row.put(name, Objects.requireNonNull(told.body().get(name)));
    }
    row.put("created", Value.whole(made));
    row.put("updated", Value.whole(steps.size() - made));
    row.put("unchanged", Value.whole(unchanged));
    row.put("createdAt", Value.text(told.editedAt().toString()));
    tables.put("prospect_import", told.key(), row, NaiveRows.write(told));
    return Came.APPLIED;
  }

  private static List<Value> people(Told told) {
    return told.body().get("people") instanceof Value.Items(var people) ? people : List.of();
  }

  private static Map<String, Value> members(@Nullable Value value) {
    return value instanceof Value.Fields(var members) ? members : Map.of();
  }

  private boolean isTaken(UUID id) {
    return tables.row("prospect", id).isPresent() || tables.row("prospect_alias", id).isPresent();
  }

  /// The id of a person where another has got the one that was meant for them.
  private static UUID another(Told told, Map<String, Value> fields) {
    return DerivedId.imported(
        new UserId(told.user().orElseThrow()),
        UUID.fromString(told.text("importId").orElseThrow()),
        NaiveTables.text(fields, "email").orElseThrow());
  }

  private boolean change(
      Told told, UUID id, UUID known, Map<String, Value> fields, Map<String, Step> steps) {
    boolean alias =
        !id.equals(known)
            && tables.row("prospect", id).isEmpty()
            && tables.row("prospect_alias", id).isEmpty()
            && !tables.isBuried("prospect", id);
    if (alias) {
      Map<String, Value> row = new TreeMap<>();
      row.put("toId", Value.text(known.toString()));
      tables.put("prospect_alias", id, row, NaiveRows.write(told));
    }
    Map<String, Value> before = tables.row("prospect", known).orElseThrow();
    Map<String, Value> after = new TreeMap<>(before);
    String mode = told.text("mode").orElseThrow();
    Value company = fields.get("company");
    if (company != null && mode.equals("OVERWRITE")) {
      after.put("company", company);
    } else if (company != null && mode.equals("FILL_BLANKS")) {
      after.putIfAbsent("company", company);
    }
    if (after.equals(before)) {
      return false;
    }
    after.put("updatedAt", Value.text(told.editedAt().toString()));
    tables.put("prospect", known, after, NaiveRows.write(told));
    steps.put(known.toString(), new Step(Optional.of(before), after));
    return true;
  }

  private Came undo(Told told) {
    Optional<Map<String, Value>> portion = tables.row("prospect_import", told.key());
    if (portion.isEmpty()) {
      return Came.REJECTED;
    }
    if (portion.get().containsKey("undoneAt")) {
      return Came.NOTHING;
    }
    Instant made = Instant.parse(NaiveTables.text(portion.get(), "createdAt").orElseThrow());
    if (made.plus(Duration.ofDays(30)).isBefore(told.editedAt())) {
      return Came.REJECTED;
    }
    List<Value> kept = new ArrayList<>();
    Map<String, Step> steps = portions.getOrDefault(told.key(), Map.of());
    steps.forEach(
        (id, step) -> step.before().ifPresentOrElse(_ -> {}, () -> unmake(told, id, step, kept)));
    steps.forEach(
        (id, step) ->
            step.before().ifPresent(before -> putBack(told, id, before, step.after(), kept)));
    Map<String, Value> done = new TreeMap<>(portion.get());
    done.put("undoneAt", Value.text(told.editedAt().toString()));
    done.put("kept", new Value.Items(kept));
    tables.put("prospect_import", told.key(), done, NaiveRows.write(told));
    return Came.APPLIED;
  }

  private void unmake(Told told, String id, Step step, List<Value> kept) {
    UUID prospect = UUID.fromString(id);
    Optional<Map<String, Value>> row = tables.row("prospect", prospect);
    if (row.isPresent() && written(row.get()).equals(written(step.after()))) {
      tables.bury("prospect", prospect, NaiveRows.write(told));
    } else if (row.isPresent()) {
      kept.add(Value.text(id));
    }
  }

  private void putBack(
      Told told, String id, Map<String, Value> before, Map<String, Value> after, List<Value> kept) {
    UUID prospect = UUID.fromString(id);
    Optional<Map<String, Value>> row = tables.row("prospect", prospect);
    if (row.isEmpty()) {
      return;
    }
    if (!Objects.equals(row.get().get("company"), after.get("company"))) {
      kept.add(Value.text(id));
      return;
    }
    Map<String, Value> back = new TreeMap<>(row.get());
    Value was = before.get("company");
    if (was == null) {
      back.remove("company");
    } else {
      back.put("company", was);
    }
    boolean untouched = written(row.get()).equals(written(after));
    Value at = Value.text(told.editedAt().toString());
    back.put("updatedAt", untouched ? Objects.requireNonNull(before.get("updatedAt")) : at);
    tables.put("prospect", prospect, back, NaiveRows.write(told));
  }

  private static Map<String, Value> written(Map<String, Value> row) {
    Map<String, Value> written = new TreeMap<>(row);
    written.keySet().removeAll(SET_ONCE);
    return written;
  }
}
