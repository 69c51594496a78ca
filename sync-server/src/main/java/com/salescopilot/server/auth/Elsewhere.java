package com.salescopilot.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.server.codes.Grant;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.codes.Taken;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.oidc.Identity;
import com.salescopilot.server.oidc.OpenIdProvider;
import com.salescopilot.server.oidc.Provider;
import com.salescopilot.server.oidc.ProviderTrouble;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The way of a browser from the app to a provider and back.
///
/// The provider's answer reaches the server alone; what the browser brings to the app is a code
/// that is good once, for a minute, and only for the app that began. Nonce and verifier of the
/// sign-in at the provider are derived from the state, so nothing secret is kept while the browser
/// is away.
final class Elsewhere {
  private static final Logger LOG = System.getLogger(Elsewhere.class.getName());
  private static final Duration AWAY = Duration.ofMinutes(10);
  private static final String INFO = "oauth";

  private final Database database;
  private final Map<Provider, OpenIdProvider> providers;
  private final OneTimeCodes codes;
  private final MasterKeys keys;
  private final Supplier<URI> apiUrl;
  private final Arrivals arrivals;
  private final InstantSource clock;

  /// @param apiUrl where browsers reach this server; asked once it listens
  Elsewhere(
      Database database,
      Map<Provider, OpenIdProvider> providers,
      OneTimeCodes codes,
      MasterKeys keys,
      Supplier<URI> apiUrl,
      Arrivals arrivals,
      InstantSource clock) {
    this.database = database;
    this.providers = providers;
    this.codes = codes;
    this.keys = keys;
    this.apiUrl = apiUrl;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /// Refuses a provider that this server is not registered at.
  ///
  /// @throws AppError.NotFound as for an address that does not exist
  void require(Provider provider) {
    OpenIdProvider _ = at(provider);
  }

  private OpenIdProvider at(Provider provider) {
    return Optional.ofNullable(providers.get(provider)).orElseThrow(AppError.NotFound::new);
  }

  /// Refuses if this server is registered nowhere.
  ///
  /// @throws AppError.NotFound as for an address that does not exist
  void requireAny() {
    if (providers.isEmpty()) {
      throw new AppError.NotFound();
    }
  }

  /// Begins.
  ///
  /// @param user who wants to be linked; empty: who wants to sign in
  /// @return where to send the browser: to the provider, or back with what went wrong
  String begin(Browser browser, Optional<UserId> user, Request request) {
    Instant now = clock.instant();
    String kid = keys.active();
    String state =
        database.asUser(
            user,
            tx ->
                codes
                    .issue(
                        tx,
                        new Grant(
                            Grant.Kind.OAUTH_STATE,
                            user,
                            Optional.empty(),
                            browser.toJson().put("kid", kid)),
                        AWAY,
                        now)
                    .code());
    try {
      OpenIdProvider provider = at(browser.provider());
      return waiting(
          request,
          () -> provider.authorization(attempt(browser.provider(), kid, state)).toString());
    } catch (ProviderTrouble e) {
      return trouble(browser, e);
    }
  }

  /// A browser comes back from a provider.
  ///
  /// @return where to send it: to the app, with a code or with what went wrong
  /// @throws AppError.Malformed `BAD_CODE` if nobody sent it, or too long ago: it must not be sent
  ///   on
  String come(Provider from, Request request) {
    Instant now = clock.instant();
    String state = request.query("state").orElse("");
    Taken taken =
        database.asUser(Optional.empty(), tx -> codes.take(tx, Grant.Kind.OAUTH_STATE, state, now));
    if (!(taken instanceof Taken.Fresh(Taken.Code sent))) {
      throw Browser.refused();
    }
    JsonNode data = sent.grant().data();
    Browser browser = Browser.of(data);
    if (browser.provider() != from) {
      throw Browser.refused();
    }
    Optional<String> code = request.query("code");
    if (code.isEmpty()) {
      boolean declined = request.query("error").filter("access_denied"::equals).isPresent();
      return browser.back("error", declined ? "access_denied" : "provider_refused");
    }
    try {
      OpenIdProvider provider = at(from);
      OpenIdProvider.Attempt attempt = attempt(from, data.path("kid").asText(), state);
      Identity identity = waiting(request, () -> provider.identity(attempt, code.get()));
      return browser.back("code", arrivals.arrived(browser, sent.grant().user(), identity));
    } catch (ProviderTrouble e) {
      return trouble(browser, e);
    }
  }

  private OpenIdProvider.Attempt attempt(Provider provider, String kid, String state) {
    byte[] key = keys.derive(kid, INFO).orElseThrow(Browser::refused);
    return new OpenIdProvider.Attempt(
        state,
        derived(key, "nonce " + state),
        derived(key, "verifier " + state),
        URI.create(apiUrl.get() + "/api/auth/" + provider.word() + "/callback"));
  }

  private static String derived(byte[] key, String what) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Passwords.hmac(key, what.getBytes(StandardCharsets.UTF_8)));
  }

  private static String trouble(Browser browser, ProviderTrouble e) {
    LOG.log(Level.WARNING, "{0}: {1}", browser.provider(), e.getMessage());
    return switch (e.kind()) {
      case AWAY -> browser.back("error", "provider_away");
      case NOT_BELIEVED -> browser.back("error", "provider_refused");
    };
  }

  private interface Question<T> {
    T ask() throws ProviderTrouble;
  }

  private sealed interface Said<T> {
    record Answer<T>(T value) implements Said<T> {}

    record Trouble<T>(ProviderTrouble trouble) implements Said<T> {}
  }

  /// Asks the provider while this request counts as no load.
  private static <T> T waiting(Request request, Question<T> question) throws ProviderTrouble {
    Said<T> said =
        request.park(
            () -> {
              try {
                return new Said.Answer<>(question.ask());
              } catch (ProviderTrouble e) {
                return new Said.Trouble<T>(e);
              }
            });
    return switch (said) {
      case Said.Answer<T>(T value) -> value;
      case Said.Trouble<T>(ProviderTrouble trouble) -> throw trouble;
    };
  }
}
