package com.salescopilot.server.auth;

import static com.salescopilot.server.http.Access.PUBLIC;

import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;

/// `/auth/password/…` for who cannot sign in.
final class PasswordRoutes implements Routes {
  private final ForgottenPassword forgotten;

  PasswordRoutes(ForgottenPassword forgotten) {
    this.forgotten = forgotten;
  }

  private record ForgotRequest(String email) {}

  private record ResetRequest(String email, String code, String newPassword) {}

  @Override
  public void add(RouteTable table) {
    table
        .post("/auth/password/forgot", PUBLIC, this::forgot)
        .post("/auth/password/reset", PUBLIC, this::reset);
  }

  private Answer forgot(Caller caller, Request request) {
    forgotten.forgot(request.json(ForgotRequest.class).email(), request.address());
    return Answer.accepted();
  }

  private Answer reset(Caller caller, Request request) {
    ResetRequest wanted = request.json(ResetRequest.class);
    forgotten.reset(wanted.email(), wanted.code(), wanted.newPassword(), request.address());
    return Answer.noContent();
  }
}
