package com.salescopilot.server.tracking;

import static com.salescopilot.server.http.Access.ADMIN;

import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import java.util.List;

/// `/workspace/hook-secrets`, for admins.
final class HookSecretRoutes implements Routes {
  private final HookSecrets secrets;

  HookSecretRoutes(HookSecrets secrets) {
    this.secrets = secrets;
  }

  private record Listed(List<HookSecrets.Known> items) {}

  @Override
  public void add(RouteTable table) {
    table
        .get("/workspace/hook-secrets", ADMIN, this::list)
        .post("/workspace/hook-secrets", ADMIN, this::make)
        .delete("/workspace/hook-secrets/{id}", ADMIN, this::remove);
  }

  private Answer list(Caller caller, Request request) {
    return Answer.ok(new Listed(secrets.known(caller)));
  }

  private Answer make(Caller caller, Request request) {
    return Answer.created(secrets.make(caller, request.address()));
  }

  private Answer remove(Caller caller, Request request) {
    secrets.remove(caller, request.id("id"), request.address());
    return Answer.noContent();
  }
}
