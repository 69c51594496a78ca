package com.salescopilot.server.http;

import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.log.LogScope;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The way of every request: request id, method, token, role, admission, handler, answer.
final class Dispatch {
  private static final String BEARER = "bearer ";
  private static final List<String> ODD =
      List.of("//", "/.", "%2e", "%2f", "%5c", "%00", "\\", ";");

  private final Authenticator authenticator;
  private final Admission admission;
  private final Proxies proxies;
  private final Problems problems;
  private final Json json;
  private final Stalls stalls;
  private final Delivery delivery;
  private final UuidV7 ids;

  Dispatch(
      Authenticator authenticator,
      Admission admission,
      Proxies proxies,
      Problems problems,
      Json json,
      Stalls stalls,
      UuidV7 ids) {
    this.authenticator = authenticator;
    this.admission = admission;
    this.proxies = proxies;
    this.problems = problems;
    this.json = json;
    this.stalls = stalls;
    this.delivery = new Delivery(json, stalls);
    this.ids = ids;
  }

  void installInto(HttpRouting.Builder routing, List<RouteTable.Route> routes) {
    routing.addFilter(this::prepare);
    RouteTable.byPattern(routes)
        .forEach(
            (pattern, methods) ->
                routing.any(pattern, (request, response) -> serve(methods, request, response)));
  }

  /// Names the request, and refuses spellings of a path that only an attack needs.
  private void prepare(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    RequestId id = RequestId.of(request, () -> RequestId.fresh(ids));
    response.header(RequestId.HEADER, id.text());
    boolean last = Framing.isLast(request.headers());
    if (last) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    if (!Framing.isSound(request.headers())) {
      problems.answer(
          request,
          response,
          AppError.Malformed.lastOnConnection(
              "The request does not say in one way how long it is."));
    } else if (isSpeltOddly(request.prologue().uriPath().rawPath())) {
      problems.answer(request, response, new AppError.NotFound());
    } else {
      chain.proceed();
    }
    if (last || request.context().get(Problems.LastOnConnection.class).isPresent()) {
      throw new CloseConnectionException("this was the last request");
    }
  }

  private static boolean isSpeltOddly(String rawPath) {
    String path = rawPath.toLowerCase(Locale.ROOT);
    return ODD.stream().anyMatch(path::contains);
  }

  private void serve(
      Map<String, RouteTable.Route> methods, ServerRequest request, ServerResponse response) {
    String method = request.prologue().method().text();
    RouteTable.Route route = methods.get(method.equals("HEAD") ? "GET" : method);
    if (route == null) {
      throw new AppError.NotAllowed(allow(methods));
    }
    admission.look();
    String id = RequestId.of(request, () -> RequestId.fresh(ids)).text();
    Caller caller = caller(route, request);
    LogScope.of(id, caller.stranger() ? "" : caller.workspace().toString(), userOf(caller))
        .run(() -> admit(route, caller, request, response, id));
  }

  private static String userOf(Caller caller) {
    return caller.stranger() ? "" : caller.user().toString();
  }

  private void admit(
      RouteTable.Route route,
      Caller caller,
      ServerRequest request,
      ServerResponse response,
      String id) {
    String address = proxies.client(request);
    Runnable standing = caller.stranger() ? () -> {} : () -> authenticated(request);
    Object tenant = caller.stranger() ? address : caller.workspace();
    try (Turn turn = new Turn(admission, tenant, standing)) {
      Answer answer =
          route.handler().handle(caller, new Request(request, json, id, address, turn, stalls));
      delivery.send(answer, request, response, turn);
    }
  }

  private Caller caller(RouteTable.Route route, ServerRequest request) {
    return switch (route.access()) {
      case PUBLIC -> Caller.STRANGER;
      case MEMBER -> authenticated(request);
      case ADMIN -> {
        Caller caller = authenticated(request);
        if (caller.role() != Role.ADMIN) {
          throw new AppError.Forbidden();
        }
        yield caller;
      }
    };
  }

  private Caller authenticated(ServerRequest request) {
    List<String> headers = request.headers().all(HeaderNames.AUTHORIZATION, List::of);
    String header = headers.size() == 1 ? headers.getFirst() : "";
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new AppError.Unauthenticated();
    }
    return authenticator.authenticate(header.substring(BEARER.length()).strip());
  }

  private static String allow(Map<String, RouteTable.Route> methods) {
    List<String> names = new ArrayList<>(methods.keySet());
    if (names.contains("GET")) {
      names.add("HEAD");
    }
    names.sort(null);
    return String.join(", ", names);
  }

  /// A permit for as long as a request runs, except while it is parked.
  private static final class Turn implements Request.Permit, AutoCloseable {
    private final Admission admission;
    private final Object tenant;
    private final Runnable standing;
    private boolean held;

    /// @param standing refuses a caller who may no longer go on
    Turn(Admission admission, Object tenant, Runnable standing) {
      this.admission = admission;
      this.tenant = tenant;
      this.standing = standing;
      enter();
    }

    private void enter() {
      admission.enter(tenant);
      held = true;
    }

    /// A session may have ended while its request waited.
    @Override
    public void takeAgain() {
      enter();
      check();
    }

    @Override
    public void goOn() {
      admission.resume(tenant);
      held = true;
    }

    @Override
    public void check() {
      standing.run();
    }

    @Override
    public void giveBack() {
      if (held) {
        held = false;
        admission.leave(tenant);
      }
    }

    @Override
    public void close() {
      giveBack();
    }
  }
}
