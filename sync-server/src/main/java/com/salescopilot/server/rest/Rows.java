package com.salescopilot.server.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Result;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Rows as REST routes use them: found, shown, and changed through the streams like every other
/// change of shared data.
public final class Rows {
  private final Statements statements = Statements.load(Rows.class);
  private final Database database;
  private final Streams streams;
  private final RowTables tables;
  private final Supplier<UUID> ids;

  public Rows(Database database, Streams streams, RowTables tables, Supplier<UUID> ids) {
    this.database = database;
    this.streams = streams;
    this.tables = tables;
    this.ids = ids;
  }

  /// The row as its readers see it.
  public static ObjectNode shown(Caller caller, Doc row) {
    ObjectNode json = RowJson.write(row);
    json.put("workspaceId", caller.workspace().toString());
    return json;
  }

  /// The row with this id.
  ///
  /// @throws AppError.NotFound if there is none that the caller may see
  public Doc get(Caller caller, Entity entity, UUID id) {
    return database.inWorkspace(caller.scope(), tx -> get(tx, caller.scope(), entity, id));
  }

  /// The same inside a transaction. A prospect that was merged into another is the other.
  public Doc get(Tx tx, Scope scope, Entity entity, UUID id) {
    return tables
        .find(tx, scope, entity, id)
        .or(
            () ->
                entity == Entity.PROSPECT
                    ? tables
                        .find(tx, scope, Entity.PROSPECT_ALIAS, id)
                        .flatMap(alias -> alias.uuid("toId"))
                        .flatMap(to -> tables.find(tx, scope, entity, to))
                    : Optional.empty())
        .orElseThrow(AppError.NotFound::new);
  }

  /// Makes a row, and with it what else the changes say, all or nothing. A request that repeats an
  /// earlier one by its `Idempotency-Key` makes nothing.
  ///
  /// @param changes from the new row's id
  /// @return the new row's id; it may be merged into another row by now
  /// @throws AppError if the rules refuse a change, or the key was used for something else
  public UUID create(Caller caller, Request request, Function<UUID, List<Change>> changes) {
    Optional<String> key = IdempotencyKey.of(request);
    if (key.isEmpty()) {
      UUID id = ids.get();
      write(caller, _ -> changes.apply(id));
      return id;
    }
    UUID id = DerivedId.keyed(caller.user(), key.get());
    List<Mutation> mutations = new ArrayList<>();
    for (Change change : changes.apply(id)) {
      mutations.add(new Mutation(nth(caller, key.get(), mutations.size()), change));
    }
    UUID beyond = nth(caller, key.get(), mutations.size());
    Refusals.told(
        () ->
            streams.writeKnown(
                caller.scope(),
                actor(caller),
                tx -> unlessRepeated(tx, caller.scope(), mutations, beyond)));
    return id;
  }

  private static UUID nth(Caller caller, String key, int n) {
    return DerivedId.keyed(caller.user(), n == 0 ? key : key + '\0' + n);
  }

  private List<Mutation> unlessRepeated(Tx tx, Scope scope, List<Mutation> mutations, UUID beyond) {
    List<Optional<String>> known =
        mutations.stream().map(mutation -> logged(tx, scope, mutation.id())).toList();
    if (known.getFirst().isEmpty()) {
      return mutations;
    }
    for (int i = 0; i < mutations.size(); i++) {
      String hash = Codec.hash(mutations.get(i).change()).hex();
      if (!known.get(i).equals(Optional.of(hash))) {
        throw usedOtherwise();
      }
    }
    if (logged(tx, scope, beyond).isPresent()) {
      throw usedOtherwise();
    }
    return List.of();
  }

  private static AppError usedOtherwise() {
    return new AppError.Invalid(
        "IDEMPOTENCY_KEY",
        "This Idempotency-Key was used for another request; use a new one.",
        List.of());
  }

  private Optional<String> logged(Tx tx, Scope scope, UUID mutation) {
    return tx.maybe(
        statements.get("logged"),
        Args.of("ws", scope.workspace()).and("id", mutation),
        row -> row.text("body_hash"));
  }

  /// Changes a row that exists, as the request's `If-Match` allows.
  ///
  /// @param changes from the locked row
  /// @throws AppError.Precondition if the row is no longer what the caller has read
  public List<Result> change(
      Caller caller, Request request, RowKey key, BiFunction<Tx, Doc, List<Change>> changes) {
    Optional<Long> expected = request.ifMatch();
    return write(
        caller,
        tx -> {
          Doc row = get(tx, caller.scope(), key.entity(), key.id());
          if (expected.isPresent() && expected.get() != row.rev()) {
            throw new AppError.Precondition();
          }
          return changes.apply(tx, row);
        });
  }

  /// Deletes a row.
  public void delete(Caller caller, Request request, RowKey key) {
    change(
        caller,
        request,
        key,
        (_, row) -> List.of(new Change.Delete(row.key(), OptionalLong.of(row.rev()))));
  }

  /// Makes the changes that a look at the locked rows leads to, all or nothing.
  ///
  /// @throws AppError if the rules refuse one
  public List<Result> write(Caller caller, Function<Tx, List<Change>> changes) {
    return Refusals.told(() -> streams.write(caller.scope(), actor(caller), changes));
  }

  private static Actor actor(Caller caller) {
    return new Actor.Member(caller.user(), caller.role(), caller.session());
  }
}
