package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What importing people does, and what takes it back.
final class ImportRules {
  private ImportRules() {}

  static Result apply(Context context, ImportCommand command) {
    return switch (command) {
      case ImportCommand.Run run -> new Running(context, run).result();
      case ImportCommand.Undo undo -> ImportUndo.apply(context, undo);
      case ImportCommand.Forget forget -> forget(context, forget);
    };
  }

  private static Result forget(Context context, ImportCommand.Forget command) {
    Optional<Doc> portion = context.view().row(command.target());
    Optional<Doc> left =
        portion.flatMap(
            row ->
                row.get("undo")
                    .map(undo -> row.with("undo", UndoData.without(undo, command.prospectIds()))));
    return left.isEmpty() || left.equals(portion)
        ? Result.noOp()
        : Result.applied(context.change(portion.get(), left.get()));
  }

  /// One portion that is imported.
  private static final class Running {
    private final Context context;
    private final ImportCommand.Run run;
    private final List<RowChange> rows = new ArrayList<>();
    private final UndoData undo = new UndoData();
    private int created;
    private int updated;
    private int unchanged;

    Running(Context context, ImportCommand.Run run) {
      this.context = context;
      this.run = run;
    }

    Result result() {
      Optional<UserId> user = context.user();
      if (user.isEmpty()) {
        return Result.rejected(RejectCode.FORBIDDEN, "", "Only a person imports people.");
      }
      Optional<Result> problem = problem(user.get());
      if (problem.isPresent()) {
        return problem.get();
      }
      if (context.view().row(run.target()).isPresent()
          || context.view().grave(run.target()).isPresent()) {
        return Result.noOp(); // a portion is imported once
      }
      for (ImportCommand.Person person : run.people()) {
        take(user.get(), person);
      }
      rows.add(context.added(remembered()));
      return new Result(new Outcome.Applied(), rows, List.of(), List.of());
    }

    private Optional<Result> problem(UserId user) {
      if (!run.portion().equals(DerivedId.importChunk(user, run.importId(), run.chunk()))) {
        return Optional.of(
            Result.rejected(RejectCode.INVALID, "key", "This is no portion of your import."));
      }
      if (run.people().isEmpty() || run.people().size() > ImportCommand.Run.MOST) {
        return Optional.of(
            Result.rejected(
                RejectCode.INVALID,
                "people",
                "A portion has between 1 and " + ImportCommand.Run.MOST + " people."));
      }
      Set<String> seen = new HashSet<>();
      for (ImportCommand.Person person : run.people()) {
        Optional<Result> problem = ImportedPerson.problem(person.fields());
        if (problem.isPresent()) {
          return problem;
        }
        if (!seen.add(ImportedPerson.key(person)) || !seen.add(person.id().toString())) {
          return Optional.of(
              Result.rejected(RejectCode.INVALID, "people", "A portion names a person once."));
        }
      }
      return Optional.empty();
    }

    private void take(UserId user, ImportCommand.Person person) {
      String key = ImportedPerson.key(person);
      Optional<Doc> known = known(person, key);
      if (known.isPresent()) {
        change(person, known.get());
        return;
      }
      if (SuppressionRules.wasErased(context, key)) {
        unchanged++; // a list from before does not bring back who was erased
        return;
      }
      // the id may have come to mean somebody with another address
      UUID id = isTaken(person.id()) ? DerivedId.imported(user, run.importId(), key) : person.id();
      RowKey target = new RowKey(Entity.PROSPECT, id);
      if (isTaken(id) || context.view().grave(target).isPresent()) {
        unchanged++; // who was removed meanwhile is not made again
        return;
      }
      Doc row =
          RowDefaults.complete(
              context, new Doc(Entity.PROSPECT, id, 0, ImportedPerson.stored(person.fields())));
      rows.add(context.added(row));
      undo.made(row);
      created++;
    }

    private boolean isTaken(UUID id) {
      return context.row(Entity.PROSPECT, id).isPresent()
          || context.row(Entity.PROSPECT_ALIAS, id).isPresent();
    }

    /// Who has the address; a client, which cannot tell, believes the author.
    private Optional<Doc> known(ImportCommand.Person person, String key) {
      return context
          .view()
          .find(new NaturalKey.ProspectEmail(key))
          .flatMap(id -> context.row(Entity.PROSPECT, id))
          .or(
              () ->
                  context
                      .row(Entity.PROSPECT, context.prospect(person.id()))
                      .filter(
                          row ->
                              row.text("email")
                                  .flatMap(ProspectRules::key)
                                  .equals(Optional.of(key))));
    }

    private void change(ImportCommand.Person person, Doc before) {
      standFor(person.id(), before.id());
      SortedMap<String, Value> fields = ImportedPerson.stored(person.fields());
      Doc after = run.mode().merged(before, fields);
      if (after.equals(before)) {
        unchanged++;
        return;
      }
      rows.add(context.change(before, after.with("updatedAt", context.stamp().editedAt())));
      undo.changed(before, after);
      updated++;
    }

    /// Where the author sees a new person under an id of their own, it comes to mean the known one.
    private void standFor(UUID id, UUID known) {
      RowKey alias = new RowKey(Entity.PROSPECT_ALIAS, id);
      boolean unknown =
          !id.equals(known)
              && context.row(Entity.PROSPECT, id).isEmpty()
              && context.view().row(alias).isEmpty()
              && context.view().grave(new RowKey(Entity.PROSPECT, id)).isEmpty();
      if (unknown) {
        rows.add(
            context.added(
                new Doc(Entity.PROSPECT_ALIAS, id, 0, new TreeMap<>()).with("toId", known)));
      }
    }

    private Doc remembered() {
      Doc row =
          new Doc(Entity.PROSPECT_IMPORT, run.portion(), 0, new TreeMap<>())
              .with("importId", run.importId())
              .with("chunk", run.chunk())
              .with("mode", run.mode().name())
              .with("created", created)
              .with("updated", updated)
              .with("unchanged", unchanged)
              .with("undo", undo.value())
              .with("createdAt", context.stamp().editedAt());
      return row.with("file", run.file().map(Value::text));
    }
  }
}
