package com.salescopilot.server.auth;

import static com.salescopilot.server.http.Access.MEMBER;

import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;

/// The account as a whole: to take with one, and to delete.
final class AccountRoutes implements Routes {
  private final AccountExport export;
  private final DeleteAccount deletion;

  AccountRoutes(AccountExport export, DeleteAccount deletion) {
    this.export = export;
    this.deletion = deletion;
  }

  private record DeleteRequest(String password) {}

  @Override
  public void add(RouteTable table) {
    table.get("/auth/export", MEMBER, this::export).delete("/auth/me", MEMBER, this::delete);
  }

  private Answer export(Caller caller, Request request) {
    return Answer.ok(export.of(caller, request.address()))
        .with("Content-Disposition", "attachment; filename=\"account.json\"");
  }

  private Answer delete(Caller caller, Request request) {
    deletion.delete(caller, request.json(DeleteRequest.class).password(), request.address());
    return Answer.noContent();
  }
}
