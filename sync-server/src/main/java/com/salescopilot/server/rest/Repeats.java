package com.salescopilot.server.rest;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Hash128;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tells a request that repeats an earlier one by its `Idempotency-Key`. What was asked for is kept
/// in the commit that does it, so a request that was refused, or whose commit failed, may come
/// again.
final class Repeats {
  private final Sql keep;
  private final Sql kept;
  private final InstantSource clock;

  Repeats(InstantSource clock) {
    this.clock = clock;
    Statements statements = Statements.load(Repeats.class);
    keep = statements.get("keep");
    kept = statements.get("kept");
  }

  /// Whether the request was done before. With the streams locked, so of two that come together one
  /// is the repeat.
  ///
  /// @throws AppError.Invalid if its key was used for another request
  boolean of(Tx tx, Caller caller, Request request) {
    Optional<String> key = IdempotencyKey.of(request);
    if (key.isEmpty()) {
      return false;
    }
    UUID id = DerivedId.keyed(caller.user(), key.get());
    Args args = Args.of("ws", caller.workspace()).and("id", id);
    String fingerprint = fingerprint(request);
    boolean fresh =
        tx.exec(keep, args.and("fingerprint", fingerprint).and("at", clock.instant())) == 1;
    if (!fresh && !fingerprint.equals(tx.one(kept, args, row -> row.text("fingerprint")))) {
      throw new AppError.Invalid(
          "IDEMPOTENCY_KEY",
          "This Idempotency-Key was used for another request; use a new one.",
          List.of());
    }
    return !fresh;
  }

  private static String fingerprint(Request request) {
    return Hash128.of(
            String.join(
                " ", request.method(), request.path(), HexFormat.of().formatHex(request.body())))
        .hex();
  }
}
