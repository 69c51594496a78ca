package com.salescopilot.server.workspace;

import static com.salescopilot.server.http.Access.ADMIN;
import static com.salescopilot.server.http.Access.MEMBER;

import com.salescopilot.model.mail.Address;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.codes.OneTimeCodes.Issued;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `/workspace/invites` and `/workspace/join`.
final class InviteRoutes implements Routes {
  private final Invites invites;

  InviteRoutes(Invites invites) {
    this.invites = invites;
  }

  private record InviteRequest(@Nullable String email, @Nullable Role role) {}

  private record Invited(
      UUID id, String code, Optional<String> email, Role role, Instant expiresAt) {}

  private record Listed(List<Invites.Open> items) {}

  private record JoinRequest(String inviteCode) {}

  private record Joined(UUID id, String name, Role role) {}

  @Override
  public void add(RouteTable table) {
    table
        .post("/workspace/invites", ADMIN, this::invite)
        .get("/workspace/invites", ADMIN, this::list)
        .delete("/workspace/invites/{id}", ADMIN, this::withdraw)
        .post("/workspace/join", MEMBER, this::join);
  }

  private Answer invite(Caller caller, Request request) {
    InviteRequest wanted = request.json(InviteRequest.class);
    Optional<Address> to = Optional.ofNullable(wanted.email()).map(InviteRoutes::address);
    Role role = wanted.role() == null ? Role.USER : wanted.role();
    Issued issued = invites.invite(caller, to, role, request.address());
    return Answer.created(
        new Invited(
            issued.id(), issued.code(), to.map(Address::toString), role, issued.expiresAt()));
  }

  private static Address address(String typed) {
    return switch (Address.parse(typed.strip())) {
      case Address.Accepted accepted -> accepted.address();
      case Address.Refused refused -> throw new AppError.Invalid("/email", refused.reason());
    };
  }

  private Answer list(Caller caller, Request request) {
    return Answer.ok(new Listed(invites.open(caller)));
  }

  private Answer withdraw(Caller caller, Request request) {
    invites.withdraw(caller, request.id("id"), request.address());
    return Answer.noContent();
  }

  private Answer join(Caller caller, Request request) {
    Invites.Place place = invites.join(caller, request.json(JoinRequest.class).inviteCode());
    return Answer.ok(new Joined(place.workspace().value(), place.name(), place.role()));
  }
}
