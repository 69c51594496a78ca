package com.salescopilot.server.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Result;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.time.InstantSource;
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
  private final Database database;
  private final Streams streams;
  private final RowTables tables;
  private final Supplier<UUID> ids;
  private final Repeats repeats;

  public Rows(
      Database database,
      Streams streams,
      RowTables tables,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.database = database;
    this.streams = streams;
    this.tables = tables;
    this.ids = ids;
    this.repeats = new Repeats(clock);
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
    UUID id =
        IdempotencyKey.of(request).map(key -> DerivedId.keyed(caller.user(), key)).orElseGet(ids);
    write(caller, tx -> repeats.of(tx, caller, request) ? List.of() : changes.apply(id));
    return id;
  }

  /// Changes a row that exists, as the request's `If-Match` allows. A request that repeats an
  /// earlier one by its `Idempotency-Key` changes nothing, and its `If-Match` was good then.
  ///
  /// @param changes from the locked row
  /// @throws AppError.Precondition if the row is no longer what the caller has read
  public List<Result> change(
      Caller caller, Request request, RowKey key, BiFunction<Tx, Doc, List<Change>> changes) {
    Optional<Long> expected = request.ifMatch();
    return write(
        caller,
        tx -> {
          if (repeats.of(tx, caller, request)) {
            return List.of();
          }
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
