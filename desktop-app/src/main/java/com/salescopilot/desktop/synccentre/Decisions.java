package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EmailCommand.Settle.Verdict;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.ProspectCommand;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Makes what was decided so. A conflict is settled by its row going away, which every machine of
/// its owner hears; what it was about is changed like by any other edit, so that whoever wrote
/// meanwhile is not overwritten either.
final class Decisions {
  private final SqliteStore store;
  private final Edits edits;

  Decisions(SqliteStore store, Edits edits) {
    this.store = store;
    this.edits = edits;
  }

  /// What was done.
  ///
  /// @param undo takes it back, in this order; empty if there is no way back
  record Made(List<Change> undo) {}

  /// On disk when it returns.
  ///
  /// @param value what was typed in place of both values
  Made make(Doc source, Card.Decision decision, Optional<String> value) {
    List<Edits.Done> done = new ArrayList<>();
    switch (decision) {
      case USE_MINE -> done.add(edits.submit(set(source, source.get("mine"))));
      case EDIT ->
          done.add(
              edits.submit(set(source, value.filter(text -> !text.isBlank()).map(Value::text))));
      case KEEP_THEIRS, DISMISS -> {}
      case USE_COPY -> {
        Doc copy = copy(source);
        done.add(edits.submit(body(source, copy)));
        done.add(edits.delete(copy));
      }
      case KEEP_ORIGINAL -> done.add(edits.delete(copy(source)));
      case RESTORE ->
          done.add(
              edits.restore(About.buried(source).orElseThrow(() -> DeskRefused.notFound("row"))));
      case MERGE -> done.add(edits.submit(merge(source)));
      case AGAIN ->
          done.add(
              edits.submit(About.change(source).orElseThrow(() -> DeskRefused.notFound("change"))));
      case ARRIVED -> done.add(edits.submit(new EmailCommand.Settle(source.id(), Verdict.SENT)));
      case NOT_ARRIVED ->
          done.add(edits.submit(new EmailCommand.Settle(source.id(), Verdict.NOT_SENT)));
      case SEND_AGAIN -> done.add(edits.submit(new EmailCommand.Resend(source.id())));
      case RELEASE -> done.add(edits.submit(new EmailCommand.Release(source.id())));
      case CANCEL -> done.add(edits.submit(new EmailCommand.Cancel(source.id())));
    }
    if (source.entity() == Entity.CONFLICT) {
      done.add(edits.delete(source));
    }
    boolean back = done.stream().allMatch(each -> each.undo().isPresent());
    return new Made(
        back
            ? done.reversed().stream().map(each -> each.undo().orElseThrow()).toList()
            : List.of());
  }

  private Doc row(Doc conflict) {
    return About.row(conflict).flatMap(store::row).orElseThrow(() -> DeskRefused.notFound("row"));
  }

  private Doc copy(Doc conflict) {
    return About.mutation(conflict)
        .map(DerivedId::conflictedCopy)
        .flatMap(id -> store.row(new RowKey(Entity.EMAIL_DRAFT, id)))
        .orElseThrow(() -> DeskRefused.notFound("copy"));
  }

  private Change body(Doc conflict, Doc copy) {
    Doc row = row(conflict);
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    set.put("body", new FieldPatch.Whole(Before.of(row.get("body")), copy.get("body")));
    return new Change.Patch(row.key(), set);
  }

  /// The one who was to get an address becomes the one who has it.
  private Change merge(Doc conflict) {
    UUID goes = row(conflict).id();
    Doc stays =
        wantedAddress(conflict).map(store::prospectsWithEmail).stream()
            .flatMap(List::stream)
            .filter(other -> !other.id().equals(goes))
            .findFirst()
            .orElseThrow(() -> DeskRefused.notFound("prospect"));
    return new ProspectCommand.Merge(goes, stays.id());
  }

  /// The address that a refused change wanted to give to somebody.
  static Optional<String> wantedAddress(Doc conflict) {
    return About.change(conflict)
        .flatMap(Decisions::address)
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text());
  }

  private static Optional<Value> address(Change change) {
    if (change instanceof Change.Restore restore) {
      return Optional.ofNullable(restore.fields().get("email"));
    }
    return change instanceof Change.Patch patch
            && patch.set().get("email") instanceof FieldPatch.Whole whole
        ? whole.now()
        : Optional.empty();
  }

  /// Another value against what stands there now, which this person has just seen.
  private Change set(Doc conflict, Optional<Value> value) {
    String field = conflict.text("field").orElseThrow(() -> DeskRefused.notFound("field"));
    Doc row = row(conflict);
    int dot = field.indexOf('.');
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    if (dot < 0) {
      set.put(field, new FieldPatch.Whole(Before.of(row.get(field)), value));
    } else {
      String key = field.substring(dot + 1);
      SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
      keys.put(
          key, new FieldPatch.Whole(Before.of(member(row, field.substring(0, dot), key)), value));
      set.put(field.substring(0, dot), new FieldPatch.PerKey(keys));
    }
    return new Change.Patch(row.key(), set);
  }

  private static Optional<Value> member(Doc row, String field, String key) {
    return row.get(field).map(Value.Fields.class::cast).map(map -> map.members().get(key));
  }
}
