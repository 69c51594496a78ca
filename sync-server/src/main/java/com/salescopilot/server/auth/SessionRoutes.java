package com.salescopilot.server.auth;

import static com.salescopilot.server.http.Access.MEMBER;

import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `/auth/…` of who is signed in: the sessions and their ends, and the password.
final class SessionRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final ChangePassword changePassword;
  private final Audit audit;
  private final InstantSource clock;

  SessionRoutes(
      Database database,
      Sessions sessions,
      ChangePassword changePassword,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.changePassword = changePassword;
    this.audit = audit;
    this.clock = clock;
  }

  private record Listed(List<Item> items) {}

  private record Item(
      UUID id,
      String device,
      String source,
      UUID workspaceId,
      Instant createdAt,
      Instant usedAt,
      boolean current) {}

  private record PasswordRequest(String oldPassword, String newPassword) {}

  @Override
  public void add(RouteTable table) {
    table
        .post("/auth/logout", MEMBER, this::logOut)
        .get("/auth/sessions", MEMBER, this::list)
        .delete("/auth/sessions/{id}", MEMBER, this::end)
        .post("/auth/password", MEMBER, this::changePassword);
  }

  private Answer logOut(Caller caller, Request request) {
    end(caller, caller.session(), Act.LOG_OUT, request.address());
    return Answer.noContent();
  }

  private Answer list(Caller caller, Request request) {
    List<Sessions.Shown> open =
        database.asUser(
            Optional.of(caller.user()), tx -> sessions.list(tx, caller.user(), clock.instant()));
    return Answer.ok(new Listed(open.stream().map(shown -> item(shown, caller)).toList()));
  }

  private static Item item(Sessions.Shown shown, Caller caller) {
    return new Item(
        shown.id(),
        shown.device(),
        shown.source(),
        shown.workspaceId(),
        shown.createdAt(),
        shown.usedAt(),
        shown.id().equals(caller.session()));
  }

  private Answer end(Caller caller, Request request) {
    if (!end(caller, request.id("id"), Act.SESSION_ENDED, request.address())) {
      throw new AppError.NotFound();
    }
    return Answer.noContent();
  }

  private boolean end(Caller caller, UUID session, Act act, String address) {
    Instant now = clock.instant();
    return database.asUser(
        Optional.of(caller.user()),
        tx -> {
          boolean ended = sessions.end(tx, caller.user(), session, now);
          if (ended) {
            audit.write(
                tx,
                Entry.of(act).by(caller.user()).during(caller.session()).to(session).from(address),
                now);
          }
          return ended;
        });
  }

  private Answer changePassword(Caller caller, Request request) {
    PasswordRequest wanted = request.json(PasswordRequest.class);
    changePassword.change(caller, wanted.oldPassword(), wanted.newPassword(), request.address());
    return Answer.noContent();
  }
}
