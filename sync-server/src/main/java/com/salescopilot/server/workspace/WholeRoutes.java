package com.salescopilot.server.workspace;

import static com.salescopilot.server.http.Access.ADMIN;

import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import java.nio.file.Files;
import java.nio.file.Path;

/// `/workspace` as a whole: to take with one, and to delete.
final class WholeRoutes implements Routes {
  private final Export export;
  private final Departures departures;
  private final Renewal renewal;

  WholeRoutes(Export export, Departures departures, Renewal renewal) {
    this.export = export;
    this.departures = departures;
    this.renewal = renewal;
  }

  private record DeleteRequest(String name) {}

  @Override
  public void add(RouteTable table) {
    table.get("/workspace/export", ADMIN, this::export).delete("/workspace", ADMIN, this::delete);
  }

  private Answer export(Caller caller, Request request) {
    if (request.method().equals("HEAD")) {
      return Answer.zip("workspace.zip", _ -> {});
    }
    Path file = export.write(caller, request.address());
    return Answer.zip(
        "workspace.zip",
        out -> {
          try {
            Files.copy(file, out);
          } finally {
            Files.deleteIfExists(file);
          }
        });
  }

  private Answer delete(Caller caller, Request request) {
    departures.delete(caller, request.json(DeleteRequest.class).name(), renewal, request.address());
    return Answer.noContent();
  }
}
