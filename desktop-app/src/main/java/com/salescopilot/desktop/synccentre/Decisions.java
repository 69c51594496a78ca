package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EmailCommand.Settle.Verdict;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes what was decided so.
final class Decisions {
  private final SqliteStore store;
  private final Edits edits;

  Decisions(SqliteStore store, Edits edits) {
    this.store = store;
    this.edits = edits;
  }

  /// On disk when it returns.
  void make(Doc source, Card.Decision decision) {
    switch (decision) {
      case USE_MINE -> {
        edits.submit(mine(source));
        edits.delete(source);
      }
      case KEEP_THEIRS, DISMISS -> edits.delete(source);
      case ARRIVED -> edits.submit(new EmailCommand.Settle(source.id(), Verdict.SENT));
      case NOT_ARRIVED -> edits.submit(new EmailCommand.Settle(source.id(), Verdict.NOT_SENT));
      case SEND_AGAIN -> edits.submit(new EmailCommand.Resend(source.id()));
    }
  }

  private Change mine(Doc conflict) {
    String field = conflict.text("field").orElseThrow(() -> DeskRefused.notFound("field"));
    Doc row =
        conflict
            .text("entity")
            .flatMap(Entity::named)
            .flatMap(entity -> conflict.uuid("entityId").map(id -> new RowKey(entity, id)))
            .flatMap(store::row)
            .orElseThrow(() -> DeskRefused.notFound("row"));
    int dot = field.indexOf('.');
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    if (dot < 0) {
      set.put(field, whole(row.get(field), conflict));
    } else {
      String key = field.substring(dot + 1);
      SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
      keys.put(key, whole(member(row, field.substring(0, dot), key), conflict));
      set.put(field.substring(0, dot), new FieldPatch.PerKey(keys));
    }
    return new Change.Patch(row.key(), set);
  }

  /// The value of this person against what stands there now, which they have just seen.
  private static FieldPatch.Whole whole(Optional<Value> now, Doc conflict) {
    return new FieldPatch.Whole(Before.of(now), conflict.get("mine"));
  }

  private static Optional<Value> member(Doc row, String field, String key) {
    return row.get(field).map(Value.Fields.class::cast).map(map -> map.members().get(key));
  }
}
