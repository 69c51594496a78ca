package com.salescopilot.server.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;

/// Reads ID tokens: RS256 by a key of the provider, of this provider, for us, for this sign-in, and
/// of now (OpenID Connect Core §3.1.3.7). A key that a token names or brings along is not looked
/// at.
final class IdTokens {
  private static final int LONGEST = 16_384;
  private static final long SKEW_SECONDS = 60;

  private final Registration registration;
  private final Directory directory;
  private final Json json;
  private final InstantSource clock;

  IdTokens(Registration registration, Directory directory, Json json, InstantSource clock) {
    this.registration = registration;
    this.directory = directory;
    this.json = json;
    this.clock = clock;
  }

  /// The claims of a token that is to be believed.
  ///
  /// @param nonce that this sign-in began with
  JsonNode verify(String token, String nonce) throws ProviderTrouble {
    if (token.length() > LONGEST) {
      throw ProviderTrouble.notBelieved("its token is too long");
    }
    try {
      // the library fails on a header that is null as it does not declare
      if (!json.tree(new Base64URL(token.split("\\.", 2)[0]).decode()).isObject()) {
        throw ProviderTrouble.notBelieved("its token cannot be read");
      }
      JWSObject parsed = JWSObject.parse(token);
      String kid = parsed.getHeader().getKeyID();
      if (!JWSAlgorithm.RS256.equals(parsed.getHeader().getAlgorithm()) || kid == null) {
        throw ProviderTrouble.notBelieved("its token is not signed as we read it");
      }
      if (!parsed.verify(new RSASSAVerifier(directory.key(kid).toRSAPublicKey()))) {
        throw ProviderTrouble.notBelieved("its token has another's signature");
      }
      JsonNode claims = json.tree(parsed.getPayload().toBytes());
      check(claims, nonce);
      return claims;
    } catch (ParseException | JOSEException | IllegalArgumentException | AppError e) {
      throw ProviderTrouble.notBelieved("its token cannot be read");
    }
  }

  private void check(JsonNode claims, String nonce) throws ProviderTrouble {
    long now = clock.instant().getEpochSecond();
    holds(
        claims.path("iss").isTextual()
            && claims.path("iss").textValue().equals(registration.issuer().toString()),
        "iss");
    holds(forUs(claims), "aud");
    holds(
        claims.path("exp").isIntegralNumber()
            && claims.path("exp").longValue() > now - SKEW_SECONDS,
        "exp");
    holds(
        claims.path("iat").isIntegralNumber()
            && claims.path("iat").longValue() <= now + SKEW_SECONDS,
        "iat");
    holds(
        claims.path("nonce").isMissingNode()
            ? !registration.provider().saysTheNonceBack()
            : claims.path("nonce").isTextual() && same(claims.path("nonce").textValue(), nonce),
        "nonce");
    String subject = claims.path("sub").isTextual() ? claims.path("sub").textValue() : "";
    holds(subject.matches("[\\x21-\\x7E]{1,255}"), "sub");
  }

  private boolean forUs(JsonNode claims) {
    JsonNode aud = claims.path("aud");
    List<String> audiences =
        aud.isTextual()
            ? List.of(aud.textValue())
            : aud.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    boolean named =
        claims.path("azp").isMissingNode()
            ? audiences.size() == 1
            : claims.path("azp").asText().equals(registration.clientId());
    return named && audiences.contains(registration.clientId());
  }

  private static void holds(boolean right, String claim) throws ProviderTrouble {
    if (!right) {
      throw ProviderTrouble.notBelieved("its token's " + claim + " is not right");
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
