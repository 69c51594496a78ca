package com.salescopilot.server.auth;

import static com.salescopilot.server.http.Access.MEMBER;
import static com.salescopilot.server.http.Access.PUBLIC;

import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.oidc.Provider;
import java.util.List;
import java.util.Optional;

/// `/auth/…` of those who sign in at a provider, with the browser that carries them there.
final class BrowserRoutes implements Routes {
  private final Elsewhere elsewhere;
  private final ExchangeCode exchange;
  private final Links links;
  private final Throttle throttle;

  BrowserRoutes(Elsewhere elsewhere, ExchangeCode exchange, Links links, Throttle throttle) {
    this.elsewhere = elsewhere;
    this.exchange = exchange;
    this.links = links;
    this.throttle = throttle;
  }

  private record TokenRequest(String code, String codeVerifier, String redirectUri) {
    ExchangeCode.Brought brought() {
      return new ExchangeCode.Brought(code, codeVerifier, redirectUri);
    }
  }

  private record LinkRequest(
      String provider, String redirectUri, String state, String codeChallenge) {}

  private record Sent(String url) {}

  @Override
  public void add(RouteTable table) {
    for (Provider provider : Provider.values()) {
      String path = "/auth/" + provider.word();
      table
          .get(path, PUBLIC, (_, request) -> begin(provider, request))
          .get(path + "/callback", PUBLIC, (_, request) -> come(provider, request));
    }
    table
        .post("/auth/token", PUBLIC, this::exchange)
        .get("/auth/links", MEMBER, (caller, _) -> Answer.ok(links.list(caller)))
        .post("/auth/links", MEMBER, this::link)
        .post("/auth/links/confirm", MEMBER, this::confirm)
        .delete("/auth/links/{provider}", MEMBER, this::unlink);
  }

  private Answer begin(Provider provider, Request request) {
    elsewhere.require(provider);
    Browser browser =
        new Browser(
            provider,
            request.query("redirect_uri").orElse(""),
            request.query("state").orElse(""),
            request.query("code_challenge").orElse(""));
    List<FieldError> faults = browser.faults("?", request.query("code_challenge_method"));
    if (!faults.isEmpty()) {
      throw new AppError.Malformed(faults);
    }
    throttle.browser(request.address());
    return Answer.seeOther(elsewhere.begin(browser, Optional.empty(), request));
  }

  private Answer come(Provider provider, Request request) {
    elsewhere.require(provider);
    return Answer.seeOther(elsewhere.come(provider, request));
  }

  private Answer exchange(Caller caller, Request request) {
    elsewhere.requireAny();
    TokenRequest wanted = request.json(TokenRequest.class);
    return Answer.ok(exchange.exchange(wanted.brought(), AuthRoutes.origin(request)));
  }

  private Answer link(Caller caller, Request request) {
    LinkRequest wanted = request.json(LinkRequest.class);
    Provider provider =
        Provider.of(wanted.provider())
            .orElseThrow(() -> new AppError.Invalid("/provider", "is not one that is known."));
    elsewhere.require(provider);
    Browser browser =
        new Browser(provider, wanted.redirectUri(), wanted.state(), wanted.codeChallenge());
    List<FieldError> faults =
        browser.faults("/", Optional.of("S256")).stream().map(BrowserRoutes::inBody).toList();
    if (!faults.isEmpty()) {
      throw new AppError.Invalid(faults);
    }
    throttle.browser(request.address());
    return Answer.ok(new Sent(elsewhere.begin(browser, Optional.of(caller.user()), request)));
  }

  private static FieldError inBody(FieldError fault) {
    return new FieldError(
        fault
            .pointer()
            .replace("redirect_uri", "redirectUri")
            .replace("code_challenge", "codeChallenge"),
        fault.message());
  }

  private Answer confirm(Caller caller, Request request) {
    elsewhere.requireAny();
    links.confirm(caller, request.json(TokenRequest.class).brought(), request.address());
    return Answer.noContent();
  }

  private Answer unlink(Caller caller, Request request) {
    Provider provider = Provider.of(request.path("provider")).orElseThrow(AppError.NotFound::new);
    links.unlink(caller, provider, request.address());
    return Answer.noContent();
  }
}
