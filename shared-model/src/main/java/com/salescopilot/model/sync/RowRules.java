package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Create, patch, delete and restore, for every entity that clients write field by field.
final class RowRules {
  private RowRules() {}

  static Result create(Context context, Change.Create create) {
    Entity entity = create.target().entity();
    if (!RowDefaults.creatable(entity)) {
      return notThisWay(entity);
    }
    RowKey target = resolved(context, create.target());
    Optional<Doc> existing = context.view().row(target);
    if (existing.isPresent()) {
      if (entity == Entity.SUPPRESSION) {
        return SuppressionRules.again(context, existing.get());
      }
      SortedMap<String, Value> fields = Creation.withoutSettled(existing.get(), create.fields());
      return patch(context, new Change.Patch(target, Creation.asPatch(entity, fields)));
    }
    boolean revives = entity == Entity.TEMPLATE_FAVORITE || entity == Entity.SUPPRESSION;
    if (context.view().grave(target).isPresent() && !revives) {
      return context.gone("It was deleted and");
    }
    Creation made = Creation.of(context, target, create.fields());
    return made.refusal().orElseGet(() -> insert(context, made.row()));
  }

  static Result restore(Context context, Change.Restore restore) {
    Entity entity = restore.target().entity();
    if (!RowDefaults.deletable(entity)) {
      return notThisWay(entity);
    }
    // a merged row comes back as the one it was merged into, or edits of it would go to another
    RowKey target = resolved(context, restore.target());
    if (context.view().row(target).isPresent()) {
      return Result.noOp();
    }
    Creation made = Creation.of(context, target, restore.fields());
    if (made.refusal().isPresent()) {
      return made.refusal().get();
    }
    Optional<Doc> buried = context.view().grave(target).flatMap(Grave::doc);
    if (buried.isPresent() && !context.mayChange(buried.get()) && RowDefaults.owned(entity)) {
      return context.forbidden(entity.table());
    }
    Doc row = buried.map(doc -> Creation.keepServerFields(made.row(), doc)).orElse(made.row());
    if (ProspectRules.holder(context, row).isPresent()) {
      return ProspectRules.duplicate();
    }
    return insert(context, row);
  }

  static Result patch(Context context, Change.Patch patch) {
    Entity entity = patch.target().entity();
    RowKey target = resolved(context, patch.target());
    Optional<Doc> found = context.view().row(target);
    if (found.isEmpty()) {
      return context.gone("What you edited");
    }
    Doc before = found.get();
    if (RowDefaults.owned(entity) && !context.mayChange(before)) {
      return context.forbidden(entity.table());
    }
    Optional<Result> problem = PatchCheck.problem(entity, patch.set());
    if (problem.isPresent()) {
      return problem.get();
    }
    Merge merge = new Merge(context, before);
    patch.set().forEach(merge::field);
    Doc after = merge.row();
    for (String needed : EntitySpec.of(entity).required()) {
      if (after.get(needed).isEmpty()) {
        return Result.rejected(
            RejectCode.INVALID,
            needed,
            "A " + entity.table() + " cannot be without " + needed + ".");
      }
    }
    if (entity == Entity.CAMPAIGN_STEP && StepRules.problem(after).isPresent()) {
      return StepRules.problem(after).get();
    }
    if (ProspectRules.holder(context, after).isPresent()) {
      return ProspectRules.duplicate();
    }
    List<RowChange> rows = new ArrayList<>(merge.copies());
    if (!after.equals(before)) {
      rows.addFirst(context.change(before, touched(context, before, after)));
    }
    if (rows.isEmpty() && merge.conflicts().isEmpty()) {
      return Result.noOp();
    }
    return new Result(new Outcome.Applied(), rows, merge.conflicts(), List.of());
  }

  static Result delete(Context context, Change.Delete delete) {
    Entity entity = delete.target().entity();
    if (!RowDefaults.deletable(entity)) {
      return notThisWay(entity);
    }
    RowKey target = delete.target();
    if (!resolved(context, target).equals(target)) {
      return Result.noOp(); // it was merged, and the row that it became was not meant
    }
    Optional<Doc> found = context.view().row(target);
    if (found.isEmpty()) {
      // an unknown id leaves a tombstone too, or a create that comes later would revive it
      return context.view().grave(target).isPresent()
          ? Result.noOp()
          : Result.applied(new RowChange(target, Optional.empty(), Optional.empty()));
    }
    Doc row = found.get();
    if (RowDefaults.owned(entity) && !context.mayChange(row)) {
      return context.forbidden(entity.table());
    }
    if (entity == Entity.SUPPRESSION && SuppressionRules.keeps(context, delete, row).isPresent()) {
      return SuppressionRules.keeps(context, delete, row).get();
    }
    return new Result(
        new Outcome.Applied(),
        List.of(new RowChange(target, found, Optional.empty())),
        unseenEdit(context, delete, row).map(List::of).orElse(List.of()),
        List.of());
  }

  /// An edit that the remover had not seen belongs to somebody who should hear of it.
  private static Optional<Conflict> unseenEdit(Context context, Change.Delete delete, Doc row) {
    if (delete.rev().isEmpty() || row.rev() <= delete.rev().getAsLong()) {
      return Optional.empty();
    }
    return context
        .view()
        .lastWrite(row.key())
        .filter(write -> write.by() instanceof Actor.Member)
        .filter(write -> !Actor.sameDevice(write.by(), context.stamp().actor()))
        .map(
            write ->
                new Conflict(
                    ((Actor.Member) write.by()).user(),
                    Conflict.Kind.GONE,
                    write.mutationId(),
                    row.key(),
                    "",
                    Optional.empty(),
                    Optional.of(new Value.Fields(row.fields())),
                    Optional.empty(),
                    context.user(),
                    context.stamp().editedAt()));
  }

  private static Result insert(Context context, Doc row) {
    return switch (row.entity()) {
      case PROSPECT -> {
        Optional<Doc> holder =
            ProspectRules.holder(context, row).flatMap(id -> context.row(Entity.PROSPECT, id));
        yield holder.isPresent()
            ? ProspectRules.merge(context, row, holder.get())
            : Result.applied(context.added(row));
      }
      case CAMPAIGN_STEP ->
          StepRules.refusal(context, row).orElseGet(() -> StepRules.insert(context, row));
      case SUPPRESSION -> SuppressionRules.insert(context, row);
      case PROSPECT_ALIAS,
          COMPANY_DATA,
          CAMPAIGN,
          CAMPAIGN_PROSPECT,
          TEMPLATE,
          EMAIL,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          TASK,
          PROSPECT_IMPORT,
          CONFLICT ->
          Result.applied(context.added(row));
    };
  }

  private static RowKey resolved(Context context, RowKey target) {
    return target.entity() == Entity.PROSPECT
        ? new RowKey(Entity.PROSPECT, context.prospect(target.id()))
        : target;
  }

  /// The row with what follows from a change of its fields.
  private static Doc touched(Context context, Doc before, Doc after) {
    Doc row =
        RowDefaults.field(after.entity(), "updatedAt").isPresent()
            ? after.with("updatedAt", context.stamp().editedAt())
            : after;
    boolean rewritten =
        row.entity() == Entity.TEMPLATE
            && !(row.get("subject").equals(before.get("subject"))
                && row.get("content").equals(before.get("content")));
    return rewritten ? row.with("revision", row.whole("revision") + 1) : row;
  }

  private static Result notThisWay(Entity entity) {
    return Result.rejected(
        RejectCode.INVALID, "", "A row of " + entity.table() + " is not changed this way.");
  }

  /// Checks a patch as a whole before any field is merged.
  private static final class PatchCheck {
    private PatchCheck() {}

    static Optional<Result> problem(Entity entity, SortedMap<String, FieldPatch> set) {
      for (Map.Entry<String, FieldPatch> entry : set.entrySet()) {
        Optional<FieldSpec> spec = RowDefaults.field(entity, entry.getKey());
        Optional<Result> problem =
            switch (entry.getValue()) {
              case FieldPatch.Whole whole ->
                  Creation.problem(entity, entry.getKey(), whole.now(), FieldSpec.Writer.CLIENT);
              case FieldPatch.PerKey perKey ->
                  spec.filter(f -> f.kind() == FieldSpec.Kind.MAP).isEmpty()
                      ? Creation.unknown(entity, entry.getKey())
                      : Creation.problem(
                          entity,
                          entry.getKey(),
                          Optional.of(valuesOf(perKey)),
                          FieldSpec.Writer.CLIENT);
            };
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    }

    private static Value.Fields valuesOf(FieldPatch.PerKey perKey) {
      SortedMap<String, Value> values = new TreeMap<>();
      perKey.keys().forEach((key, patch) -> patch.now().ifPresent(v -> values.put(key, v)));
      return new Value.Fields(values);
    }
  }
}
