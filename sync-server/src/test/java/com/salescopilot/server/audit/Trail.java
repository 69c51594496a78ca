package com.salescopilot.server.audit;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import java.util.List;

/// Reads what was written down, as far as a member may.
public final class Trail {
  private final Database database;
  private final Statements statements = Statements.load(Trail.class);

  public Trail(Database database) {
    this.database = database;
  }

  /// What somebody did to the own account, oldest first, as `ACT target {detail}`.
  public List<String> own(Scope person) {
    return read(person, statements.get("own"));
  }

  /// What was done in a workspace, oldest first.
  public List<String> in(Scope member) {
    return read(member, statements.get("workspace"));
  }

  private List<String> read(Scope scope, Sql sql) {
    return database.inWorkspace(
        scope,
        tx ->
            tx.list(sql, Args.of("user", scope.user()).and("ws", scope.workspace()), Trail::line));
  }

  private static String line(Row row) {
    String detail = row.json("detail").toString();
    return (row.text("action")
            + " "
            + row.text("target")
            + " "
            + (detail.equals("{}") ? "" : detail))
        .strip();
  }
}
