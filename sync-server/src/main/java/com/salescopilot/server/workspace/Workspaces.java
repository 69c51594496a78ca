package com.salescopilot.server.workspace;

import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.Routes;
import java.time.InstantSource;
import java.util.List;

/// Everything about workspaces and their members, put together.
public final class Workspaces {
  private final List<Routes> routes;

  public Workspaces(
      Database database,
      Invites invites,
      Departures departures,
      Audit audit,
      Renewal renewal,
      InstantSource clock) {
    Members members = new Members();
    this.routes =
        List.of(
            new WorkspaceRoutes(new Roster(database, members, audit, renewal, clock)),
            new WholeRoutes(new Export(database, audit, clock), departures, renewal),
            new InviteRoutes(invites));
  }

  /// The routes below `/workspace`.
  public List<Routes> routes() {
    return routes;
  }
}
