package com.salescopilot.server.auth;

import static com.salescopilot.server.http.Access.MEMBER;
import static com.salescopilot.server.http.Access.PUBLIC;

import com.salescopilot.server.auth.SignIns.Origin;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `/auth/…`: signing up, signing in, going on, and who one is.
final class AuthRoutes implements Routes {
  private static final int LONGEST_DEVICE = 200;

  private final Options options;
  private final SignUp signUp;
  private final LogIn logIn;
  private final Refresh refresh;
  private final Throttle throttle;
  private final Accounts accounts;
  private final Database database;

  AuthRoutes(
      Options options,
      SignUp signUp,
      LogIn logIn,
      Refresh refresh,
      Throttle throttle,
      Accounts accounts,
      Database database) {
    this.options = options;
    this.signUp = signUp;
    this.logIn = logIn;
    this.refresh = refresh;
    this.throttle = throttle;
    this.accounts = accounts;
    this.database = database;
  }

  private record SignUpRequest(
      String email,
      String password,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String inviteCode) {}

  private record LogInRequest(String email, String password, @Nullable String device) {}

  private record RefreshRequest(String refreshToken, @Nullable UUID workspaceId) {}

  @Override
  public void add(RouteTable table) {
    table
        .post("/auth/signup", PUBLIC, this::signUp)
        .post("/auth/login", PUBLIC, this::logIn)
        .post("/auth/refresh", PUBLIC, this::refresh)
        .get("/auth/me", MEMBER, this::me)
        .get("/auth/options", PUBLIC, (_, _) -> Answer.ok(options));
  }

  private Answer signUp(Caller caller, Request request) {
    SignUpRequest wanted = request.json(SignUpRequest.class);
    Optional<String> code =
        Optional.ofNullable(wanted.inviteCode()).filter(text -> !text.isBlank());
    if (options.signup() == SignUpPolicy.INVITED && code.isEmpty()) {
      throw new AppError.Forbidden(
          "INVITED_ONLY", "Accounts on this server are made by invitation; ask a member for one.");
    }
    throttle.signUp(request.address());
    return Answer.created(
        signUp.signUp(
            new SignUp.Wanted(
                wanted.email(),
                wanted.password(),
                orEmpty(wanted.firstName()),
                orEmpty(wanted.lastName()),
                code),
            origin(request)));
  }

  private Answer logIn(Caller caller, Request request) {
    LogInRequest wanted = request.json(LogInRequest.class);
    return Answer.ok(
        logIn.logIn(
            wanted.email(),
            wanted.password(),
            Optional.ofNullable(wanted.device()),
            origin(request)));
  }

  private Answer refresh(Caller caller, Request request) {
    RefreshRequest wanted = request.json(RefreshRequest.class);
    return Answer.ok(
        refresh.refresh(wanted.refreshToken(), Optional.ofNullable(wanted.workspaceId())));
  }

  private Answer me(Caller caller, Request request) {
    Accounts.Account account =
        database.asUser(Optional.of(caller.user()), tx -> accounts.get(tx, caller.user()));
    Session session =
        new Session(caller.session(), caller.user(), caller.workspace(), 0, caller.role());
    return Answer.ok(SignIns.user(account, session));
  }

  static Origin origin(Request request) {
    String device = request.header("User-Agent").orElse("");
    return new Origin(
        device.substring(0, Math.min(device.length(), LONGEST_DEVICE)), request.address());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
