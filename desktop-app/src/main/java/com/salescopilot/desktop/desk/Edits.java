package com.salescopilot.desktop.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// What screens do to rows. Each is on disk when it returns, and says how it is undone.
public final class Edits {
  private final Desk desk;

  public Edits(Desk desk) {
    this.desk = desk;
  }

  /// What was done.
  ///
  /// @param row the row it was done to
  /// @param undo what takes it back, where anything does
  public record Done(RowKey row, Optional<Change> undo) {}

  /// Makes a row.
  ///
  /// @param fields REST names and values; empty ones are left out
  public Done create(Entity entity, Map<String, String> fields) {
    RowKey key = new RowKey(entity, desk.newId());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            json.put(name, value);
          }
        });
    return submit(new Change.Create(key, RowJson.fields(entity, json)));
  }

  /// Gives fields of a row other values.
  ///
  /// @param seen the row as it was when it was edited
  /// @param values REST names and values; a blank one clears the field
  public Done patch(Doc seen, Map<String, String> values) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    values.forEach(
        (name, value) -> {
          if (value.isBlank()) {
            json.putNull(name);
          } else {
            json.put(name, value);
          }
        });
    return submit(RowPatch.of(seen, json));
  }

  /// Deletes a row.
  public Done delete(Doc seen) {
    return submit(
        new Change.Delete(
            seen.key(), seen.rev() > 0 ? OptionalLong.of(seen.rev()) : OptionalLong.empty()));
  }

  /// Brings a row back that was deleted.
  ///
  /// @param buried the row as it was
  public Done restore(Doc buried) {
    SortedMap<String, Value> fields = new TreeMap<>(buried.fields());
    fields
        .keySet()
        .removeIf(
            name ->
                EntitySpec.of(buried.entity())
                    .field(name)
                    .filter(spec -> spec.writer() != FieldSpec.Writer.SERVER)
                    .isEmpty());
    return submit(new Change.Restore(buried.key(), fields));
  }

  /// Takes back what was done, unless what it set is not there any more: then nothing moves.
  ///
  /// @param undo what [Done] said that takes it back
  public Done takeBack(Change undo) {
    if (undo instanceof Change.Patch patch && !Standing.of(desk.store(), patch)) {
      throw new DeskRefused(
          "CHANGED", "It was changed again meanwhile, so nothing was taken back.");
    }
    return submit(undo);
  }

  /// Makes any change.
  ///
  /// @throws com.salescopilot.model.client.RefusedException if the rules do not take it
  public Done submit(Change change) {
    Optional<Change> undo = desk.undoOf(change);
    desk.submit(change);
    return new Done(change.target(), undo);
  }
}
