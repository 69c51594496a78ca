package com.salescopilot.server.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.salescopilot.server.egress.WebClient;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a provider says of itself: where to go, and the keys that it signs with. Asked when it is
/// needed, and remembered for a while.
final class Directory {
  private static final Duration FRESH = Duration.ofHours(1);

  /// Whoever sends unknown key ids must not make us ask without end.
  private static final Duration BETWEEN_KEYS = Duration.ofSeconds(10);

  private final URI issuer;
  private final WebClient web;
  private final Json json;
  private final InstantSource clock;
  private @Nullable Described described;
  private @Nullable Keys keys;

  Directory(URI issuer, WebClient web, Json json, InstantSource clock) {
    this.issuer = issuer;
    this.web = web;
    this.json = json;
    this.clock = clock;
  }

  /// Where a provider is to be talked to.
  ///
  /// @param basicOnly whether it takes our secret in a header alone
  /// @param pkce whether it knows PKCE; one that does not may refuse whoever uses it
  record Described(
      URI authorization, URI token, URI keys, boolean basicOnly, boolean pkce, Instant at) {}

  private record Keys(JWKSet set, Instant at) {}

  synchronized Described description() throws ProviderTrouble {
    Described known = described;
    Instant now = clock.instant();
    if (known == null || known.at().plus(FRESH).isBefore(now)) {
      known = describe(now);
      described = known;
    }
    return known;
  }

  /// The key of an id.
  synchronized RSAKey key(String kid) throws ProviderTrouble {
    Instant now = clock.instant();
    Keys known = keys;
    Optional<RSAKey> found = known == null ? Optional.empty() : find(known.set(), kid);
    boolean stale = known == null || known.at().plus(FRESH).isBefore(now);
    boolean mayAsk = known == null || !known.at().plus(BETWEEN_KEYS).isAfter(now);
    if (stale || (found.isEmpty() && mayAsk)) {
      known = new Keys(fetchKeys(), now);
      keys = known;
      found = find(known.set(), kid);
    }
    return found.orElseThrow(() -> ProviderTrouble.notBelieved("no key has the id of the token"));
  }

  private static Optional<RSAKey> find(JWKSet set, String kid) {
    List<RSAKey> usable =
        set.getKeys().stream()
            .filter(key -> KeyType.RSA.equals(key.getKeyType()))
            .filter(key -> key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
            .map(key -> key.toRSAKey())
            .filter(key -> key.size() >= 2_048)
            .filter(key -> kid.equals(key.getKeyID()))
            .toList();
    return usable.size() == 1 ? Optional.of(usable.getFirst()) : Optional.empty();
  }

  private Described describe(Instant now) throws ProviderTrouble {
    String base = issuer.toString().replaceFirst("/+$", "");
    JsonNode said = fetch(URI.create(base + "/.well-known/openid-configuration"));
    if (!said.path("issuer").asText().equals(issuer.toString())) {
      throw ProviderTrouble.notBelieved("it calls itself " + said.path("issuer"));
    }
    List<String> secrets = texts(said.path("token_endpoint_auth_methods_supported"));
    return new Described(
        address(said, "authorization_endpoint"),
        address(said, "token_endpoint"),
        address(said, "jwks_uri"),
        // without a word the standard means the header
        !secrets.contains("client_secret_post"),
        texts(said.path("code_challenge_methods_supported")).contains("S256"),
        now);
  }

  /// The guard judges where it leads; here only what is no address of the web at all is refused.
  private URI address(JsonNode said, String name) throws ProviderTrouble {
    try {
      URI address = URI.create(said.path(name).asText());
      boolean same = "https".equals(address.getScheme()) || "http".equals(issuer.getScheme());
      if (address.getHost() != null && address.getUserInfo() == null && same) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // answered below
    }
    throw ProviderTrouble.notBelieved("its " + name + " is no address");
  }

  private JWKSet fetchKeys() throws ProviderTrouble {
    JsonNode read = fetch(description().keys());
    try {
      // the library fails on a key that is null as it does not declare
      if (read.path("keys").valueStream().allMatch(JsonNode::isObject)) {
        return JWKSet.parse(read.toString());
      }
    } catch (ParseException _) {
      // answered below
    }
    throw ProviderTrouble.notBelieved("its keys cannot be read");
  }

  private JsonNode fetch(URI address) throws ProviderTrouble {
    try {
      return read(web.get(address, Map.of("Accept", Json.MEDIA_TYPE)));
    } catch (IOException e) {
      throw ProviderTrouble.away(e.toString());
    }
  }

  /// The object in a good answer.
  JsonNode read(WebClient.Answer answer) throws ProviderTrouble {
    if (answer.status() >= 500 || answer.status() == 429) {
      throw ProviderTrouble.away("it answers " + answer.status());
    }
    if (answer.status() != 200) {
      throw ProviderTrouble.notBelieved("it answers " + answer.status());
    }
    try {
      JsonNode read = json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
      if (read.isObject()) {
        return read;
      }
    } catch (AppError _) {
      // answered below
    }
    throw ProviderTrouble.notBelieved("its answer is no JSON object");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
