package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Takes a portion of an import back, as far as nobody has worked on it since.
final class ImportUndo {
  private static final Duration POSSIBLE = Duration.ofDays(30);
  private static final String CUSTOM = "customFields.";

  private final Context context;
  private final List<RowChange> rows = new ArrayList<>();
  private final List<Value> kept = new ArrayList<>();

  private ImportUndo(Context context) {
    this.context = context;
  }

  static Result apply(Context context, ImportCommand.Undo command) {
    Optional<Doc> found = context.view().row(command.target());
    if (found.isEmpty()) {
      return context.gone("What the import remembers");
    }
    Doc portion = found.get();
    if (portion.get("undoneAt").isPresent()) {
      return Result.noOp();
    }
    Instant now = context.stamp().editedAt();
    if (isOver(portion, now)) {
      return Result.rejected(
          RejectCode.STATE, "", "An import can be undone for 30 days, which are over.");
    }
    return new ImportUndo(context).of(portion);
  }

  /// Whether too much time has passed since a portion was imported.
  static boolean isOver(Doc portion, Instant now) {
    return portion.instant("createdAt").filter(at -> at.plus(POSSIBLE).isBefore(now)).isPresent();
  }

  private Result of(Doc portion) {
    SortedMap<String, Value> undo =
        UndoData.members(portion.get("undo").orElse(Value.Fields.none()));
    each(undo, "made").forEach((id, hash) -> row(id).ifPresent(row -> remove(row, hash)));
    each(undo, "changed").forEach((id, entry) -> row(id).ifPresent(row -> putBack(row, entry)));
    Doc done =
        portion
            .without("undo")
            .with("undoneAt", context.stamp().editedAt())
            .with("kept", new Value.Items(kept));
    rows.add(context.change(portion, done));
    return new Result(new Outcome.Applied(), rows, List.of(), List.of());
  }

  private static SortedMap<String, Value> each(SortedMap<String, Value> undo, String kind) {
    return UndoData.members(undo.getOrDefault(kind, Value.Fields.none()));
  }

  private Optional<Doc> row(String id) {
    return context.row(Entity.PROSPECT, UUID.fromString(id));
  }

  private void remove(Doc row, Value hash) {
    if (Value.text(UndoData.hash(row)).equals(hash)) {
      rows.add(new RowChange(row.key(), Optional.of(row), Optional.empty()));
    } else {
      kept.add(Value.text(row.id().toString()));
    }
  }

  private void putBack(Doc row, Value entry) {
    SortedMap<String, Value> members = UndoData.members(entry);
    boolean untouched = Value.text(UndoData.hash(row)).equals(members.get("as"));
    SortedMap<String, Value> flat = UndoData.flat(row);
    Doc after = row;
    boolean all = true;
    for (Map.Entry<String, Value> field :
        UndoData.members(members.getOrDefault("set", Value.Fields.none())).entrySet()) {
      SortedMap<String, Value> step = UndoData.members(field.getValue());
      Optional<Value> now = Optional.ofNullable(step.get("now"));
      if (Optional.ofNullable(flat.get(field.getKey())).equals(now)) {
        after = with(after, field.getKey(), Optional.ofNullable(step.get("was")));
      } else {
        all = false;
      }
    }
    if (!all) {
      kept.add(Value.text(row.id().toString()));
    }
    if (!after.equals(row)) {
      Optional<Value> before = Optional.ofNullable(members.get("at"));
      Doc put =
          untouched
              ? after.with("updatedAt", before)
              : after.with("updatedAt", context.stamp().editedAt());
      rows.add(context.change(row, put));
    }
  }

  private static Doc with(Doc row, String name, Optional<Value> value) {
    if (!name.startsWith(CUSTOM)) {
      return row.with(name, value);
    }
    String map = CUSTOM.substring(0, CUSTOM.length() - 1);
    SortedMap<String, Value> members =
        new TreeMap<>(UndoData.members(row.get(map).orElse(Value.Fields.none())));
    String key = name.substring(CUSTOM.length());
    value.ifPresentOrElse(v -> members.put(key, v), () -> members.remove(key));
    return row.with(map, new Value.Fields(members));
  }
}
