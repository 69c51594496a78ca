package com.salescopilot.server.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;

/// Writes acts down, in the transaction that does them: what is not done is not told, and what is
/// done is.
public final class Audit {
  private final Sql insert = Statements.load(Audit.class).get("insert");

  /// Writes an act down.
  ///
  /// @param tx inside the entry's workspace, if it names one
  public void write(Tx tx, Entry entry, Instant now) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    entry.detail().forEach(detail::put);
    tx.exec(
        insert,
        Args.of("workspace", entry.workspace())
            .and("now", now)
            .and("actor", entry.actor())
            .and("session", entry.session())
            .and("act", entry.act())
            .and("target", entry.target())
            .and("detail", detail)
            .and("source", entry.source()));
  }
}
