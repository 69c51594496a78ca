package com.salescopilot.server.housekeeping;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/// Counts the mails of every workspace anew and compares with the numbers that are kept. They must
/// differ nowhere; where they do, the mails are right, the numbers are mended and it is said.
public final class Recount {
  private static final System.Logger LOG = System.getLogger(Recount.class.getName());

  private final Database database;
  private final Statements statements = Statements.load(Recount.class);

  public Recount(Database database) {
    this.database = database;
  }

  /// Looks through all workspaces.
  ///
  /// @return how many numbers were wrong
  public long run() {
    long wrong = 0;
    for (WorkspaceId workspace : workspaces()) {
      Args at = Args.of("ws", workspace);
      long here =
          database.inWorkspace(
              Scope.ofSystem(workspace),
              tx -> tx.one(statements.get("mend"), at, row -> row.whole("n")));
      if (here > 0) {
        LOG.log(
            Level.WARNING, "{0} kept numbers of workspace {1} were wrong", here, workspace.value());
      }
      wrong += here;
    }
    return wrong;
  }

  private List<WorkspaceId> workspaces() {
    List<WorkspaceId> all = new ArrayList<>();
    database.asWorker(
        tx ->
            tx.scan(
                statements.get("workspaces"),
                Args.none(),
                row -> all.add(new WorkspaceId(row.uuid("workspace_id")))));
    return all;
  }
}
