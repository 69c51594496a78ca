package com.salescopilot.server.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.mail.Address;
import com.salescopilot.server.egress.WebClient;
import com.salescopilot.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A provider, to whom this server is a confidential client (OpenID Connect Core, code flow).
///
/// Its methods wait for the network, up to half a minute.
public final class OpenIdProvider {
  private static final int LONGEST_TOKEN = 8_192;
  private static final int LONGEST_NAME = 100;
  private static final long LONGEST_LIFE = 366L * 24 * 3_600;

  private final Registration registration;
  private final Directory directory;
  private final IdTokens idTokens;
  private final WebClient web;
  private final InstantSource clock;

  /// A provider that is asked when it is needed.
  public OpenIdProvider(Registration registration, WebClient web, Json json, InstantSource clock) {
    this.registration = registration;
    this.web = web;
    this.clock = clock;
    this.directory = new Directory(registration.issuer(), web, json, clock);
    this.idTokens = new IdTokens(registration, directory, json, clock);
  }

  /// What belongs to one sign-in; the provider learns the verifier last.
  ///
  /// @param state comes back with the browser
  /// @param nonce comes back in the token
  /// @param callback where the browser comes back to
  public record Attempt(String state, String nonce, String verifier, URI callback) {}

  /// Where to send the browser.
  public URI authorization(Attempt attempt) throws ProviderTrouble {
    Directory.Described at = directory.description();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", registration.clientId());
    query.put("redirect_uri", attempt.callback().toString());
    query.put("scope", "openid email profile");
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    if (at.pkce()) {
      query.put("code_challenge", s256(attempt.verifier()));
      query.put("code_challenge_method", "S256");
    }
    String before = at.authorization().getRawQuery() == null ? "?" : "&";
    return URI.create(
        at.authorization()
            + before
            + query.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&")));
  }

  /// Who came back with a code.
  public Identity identity(Attempt attempt, String code) throws ProviderTrouble {
    Directory.Described at = directory.description();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", attempt.callback().toString());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", Json.MEDIA_TYPE);
    if (at.pkce()) {
      form.put("code_verifier", attempt.verifier());
    }
    if (at.basicOnly()) {
      headers.put("Authorization", basic());
    } else {
      form.put("client_id", registration.clientId());
      form.put("client_secret", registration.clientSecret());
    }
    try {
      JsonNode answer = directory.read(web.post(at.token(), headers, form));
      JsonNode claims = idTokens.verify(answer.path("id_token").asText(), attempt.nonce());
      return identity(claims, answer);
    } catch (IOException e) {
      throw ProviderTrouble.away(e.toString());
    }
  }

  private Identity identity(JsonNode claims, JsonNode answer) {
    boolean verified = claims.path("email_verified").asBoolean(false); // some write it as a text
    Optional<String> email =
        verified && claims.path("email").isTextual()
            ? accepted(claims.path("email").textValue())
            : Optional.empty();
    Optional<Instant> end =
        Optional.of(answer.path("expires_in").asLong(0))
            .filter(seconds -> seconds > 0 && seconds < LONGEST_LIFE)
            .map(seconds -> clock.instant().plusSeconds(seconds));
    return new Identity(
        claims.path("sub").textValue(),
        email,
        name(claims.path("given_name").asText("")),
        name(claims.path("family_name").asText("")),
        new Identity.Grant(token(answer, "access_token"), token(answer, "refresh_token"), end));
  }

  private static Optional<String> accepted(String text) {
    return switch (Address.parse(text)) {
      case Address.Accepted accepted -> Optional.of(accepted.address().key());
      case Address.Refused _ -> Optional.empty();
    };
  }

  private static Optional<String> token(JsonNode answer, String name) {
    return Optional.ofNullable(answer.path(name).textValue())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TOKEN);
  }

  private static String name(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    int length = line.codePointCount(0, line.length());
    return length <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)).strip();
  }

  private String basic() {
    String both = encoded(registration.clientId()) + ":" + encoded(registration.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
  }

  /// The challenge of a verifier (RFC 7636 §4.2).
  public static String s256(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
