package com.salescopilot.server.stream;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;

/// Rows that are gone, or were never made, because somebody was erased.
record ErasedRows(Tx tx, Scope scope, Statements statements, Instant now) {

  void keepOut(RowKey key) {
    if (key.entity() != Entity.EMAIL) { // a mail is known by what it was made from
      tx.later(
          statements.get("keepOut"),
          args(key).and("owner", RowTables.owner(key.entity().stream(), scope)).and("at", now));
    }
  }

  boolean contains(RowKey key) {
    return tx.maybe(statements.get("wasErased"), args(key), row -> true).isPresent();
  }

  private Args args(RowKey key) {
    return Args.of("ws", scope.workspace()).and("entity", key.entity().table()).and("id", key.id());
  }
}
