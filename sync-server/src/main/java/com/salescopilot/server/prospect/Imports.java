package com.salescopilot.server.prospect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.csv.CsvFile;
import com.salescopilot.model.csv.ErrorFile;
import com.salescopilot.model.csv.HeaderMapping;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ImportPreview;
import com.salescopilot.model.csv.ImportRow;
import com.salescopilot.model.csv.ImportRows;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.RowChange;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.rest.Refusals;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Imports files in portions that each commit, so that nobody waits for a large one as a whole, and
/// one that was broken off goes on where it was when it comes again.
final class Imports {
  private final Statements statements = Statements.load(Imports.class);
  private final Database database;
  private final Streams streams;
  private final RowTables tables;
  private final InstantSource clock;

  Imports(Database database, Streams streams, RowTables tables, InstantSource clock) {
    this.database = database;
    this.streams = streams;
    this.tables = tables;
    this.clock = clock;
  }

  /// What an import of the file would do.
  ObjectNode preview(Caller caller, byte[] file, ImportMode mode) {
    CsvFile read = CsvFile.read(file);
    return ImportAnswer.of(preview(caller, rows(read), mode));
  }

  /// Imports the file.
  ///
  /// @param id of the import; one that is known goes on
  /// @throws AppError.Invalid if the id stands for another file
  ObjectNode run(Caller caller, UUID id, byte[] file, ImportMode mode) {
    CsvFile read = CsvFile.read(file);
    ImportRows rows = rows(read);
    ImportPreview preview = preview(caller, rows, mode);
    keepErrors(caller, id, Packed.hash(file), ErrorFile.of(read.header(), preview.rows().bad()));
    Scope scope = caller.scope();
    Actor actor = new Actor.Member(caller.user(), caller.role(), caller.session());
    int chunk = 0;
    for (List<ImportRow> portion : rows.chunks()) {
      int number = chunk++;
      Refusals.told(
          () ->
              streams.writeKnown(
                  scope, actor, tx -> mutation(tx, caller, id, number, mode, portion)));
    }
    return ImportAnswer.of(id, preview, portions(caller, id));
  }

  /// The rows that an import could not take.
  ///
  /// @throws AppError.NotFound if the caller has made no such import here
  byte[] errors(Caller caller, UUID id) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.maybe(
                    statements.get("errors"),
                    key(caller, id),
                    row -> Packed.unpacked(row.bytes("content")))
                .orElseThrow(AppError.NotFound::new));
  }

  /// Takes an import back, the last portion first.
  ///
  /// @throws AppError.NotFound if the caller has made no such import
  /// @throws AppError.Conflict if a part of it is too old for that; then nothing was taken back
  ObjectNode undo(Caller caller, UUID id) {
    List<Doc> portions = portions(caller, id);
    if (portions.isEmpty()) {
      throw new AppError.NotFound();
    }
    // all of it or nothing: the portion that is too old is asked first, and refuses
    portions.stream()
        .filter(portion -> ImportCommand.isForGood(portion, clock.instant()))
        .findFirst()
        .ifPresent(portion -> undo(caller, portion));
    int deleted = 0;
    int restored = 0;
    for (Doc portion : portions.reversed()) {
      for (RowChange change : undo(caller, portion)) {
        if (change.key().entity() == Entity.PROSPECT) {
          deleted += change.after().isEmpty() ? 1 : 0;
          restored += change.after().isPresent() ? 1 : 0;
        }
      }
    }
    return undone(caller, id, deleted, restored);
  }

  private List<RowChange> undo(Caller caller, Doc portion) {
    Actor actor = new Actor.Member(caller.user(), caller.role(), caller.session());
    ImportCommand.Undo undo = new ImportCommand.Undo(portion.id(), ImportCommand.imported(portion));
    return Refusals.told(() -> streams.write(caller.scope(), actor, List.of(undo)))
        .getFirst()
        .rows();
  }

  private ObjectNode undone(Caller caller, UUID id, int deleted, int restored) {
    List<UUID> kept = new ArrayList<>();
    portions(caller, id).forEach(portion -> kept.addAll(ImportCommand.kept(portion)));
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("importId", id.toString())
            .put("deleted", deleted)
            .put("restored", restored);
    ArrayNode list = answer.putArray("kept");
    database.inWorkspace(
        caller.scope(),
        tx -> {
          for (Doc row : tables.find(tx, caller.scope(), Entity.PROSPECT, kept)) {
            list.addObject()
                .put("id", row.id().toString())
                .put("email", row.text("email").orElse(""));
          }
          return true;
        });
    return answer;
  }

  private static ImportRows rows(CsvFile file) {
    return ImportRows.of(file, HeaderMapping.guess(file.header()));
  }

  private ImportPreview preview(Caller caller, ImportRows rows, ImportMode mode) {
    return database.snapshot(
        caller.scope(), tx -> ImportPreview.of(rows, mode, keys -> known(tx, caller, keys)));
  }

  /// The change that imports a portion; none if it was imported before.
  private List<Mutation> mutation(
      Tx tx, Caller caller, UUID id, int chunk, ImportMode mode, List<ImportRow> portion) {
    UUID portionId = DerivedId.importChunk(caller.user(), id, chunk);
    if (tables.find(tx, caller.scope(), Entity.PROSPECT_IMPORT, portionId).isPresent()) {
      return List.of();
    }
    Map<String, Doc> known = known(tx, caller, portion.stream().map(ImportRow::key).toList());
    List<ImportCommand.Person> people = new ArrayList<>();
    for (ImportRow row : portion) {
      UUID person =
          Optional.ofNullable(known.get(row.key()))
              .map(Doc::id)
              .orElseGet(() -> DerivedId.imported(caller.user(), id, row.key()));
      people.add(new ImportCommand.Person(person, row.fields()));
    }
    ImportCommand.Run run =
        ImportCommand.Run.of(caller.user(), id, chunk, mode, Optional.empty(), people);
    return List.of(new Mutation(run.portion(), run));
  }

  private Map<String, Doc> known(Tx tx, Caller caller, Collection<String> keys) {
    Map<String, Doc> known = new HashMap<>();
    tx.scan(
        statements.get("known"),
        Args.of("ws", caller.workspace()).and("keys", List.copyOf(keys)),
        row -> known.put(row.text("email_key"), RowTables.doc(Entity.PROSPECT, row)));
    return known;
  }

  private List<Doc> portions(Caller caller, UUID id) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.list(
                statements.get("portions"),
                key(caller, id),
                row -> RowTables.doc(Entity.PROSPECT_IMPORT, row)));
  }

  private void keepErrors(Caller caller, UUID id, String hash, String errors) {
    database.inWorkspace(
        caller.scope(),
        tx -> {
          Args args =
              key(caller, id)
                  .and("hash", hash)
                  .and("content", Packed.of(errors.getBytes(StandardCharsets.UTF_8)))
                  .and("at", clock.instant());
          boolean fresh = tx.exec(statements.get("keepErrors"), args) == 1;
          if (!fresh
              && !hash.equals(
                  tx.one(statements.get("hash"), key(caller, id), row -> row.text("file_hash")))) {
            throw new AppError.Invalid(
                "IDEMPOTENCY_KEY",
                "This Idempotency-Key was used for another file; use a new one.",
                List.of());
          }
          return true;
        });
  }

  private static Args key(Caller caller, UUID id) {
    return Args.of("ws", caller.workspace()).and("owner", caller.user()).and("id", id);
  }
}
