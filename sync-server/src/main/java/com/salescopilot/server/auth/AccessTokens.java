package com.salescopilot.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.keys.MasterKeys;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;

/// Makes and checks access tokens: JWT with HS256, of which we are the only issuer and reader.
///
/// So exactly one form is right, and everything beside it is refused before it can be interpreted.
final class AccessTokens {
  /// How long a token is good for.
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String KEY = "jwt";
  private static final String ISSUER = "sales-copilot";
  private static final String AUDIENCE = "sales-copilot-api";
  private static final String TYPE = "at+jwt";
  private static final int LONGEST = 2_048;
  private static final int NEWEST_KIDS = 2;

  /// Other processes' clocks may run ahead of ours by this.
  private static final long SKEW_SECONDS = 30;

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");

  private final MasterKeys keys;
  private final InstantSource clock;
  private final UuidV7 ids;
  private final Json json;

  AccessTokens(MasterKeys keys, InstantSource clock, UuidV7 ids, Json json) {
    this.keys = keys;
    this.clock = clock;
    this.ids = ids;
    this.json = json;
  }

  private record Header(String alg, String typ, String kid) {}

  /// A token for a session as it is now.
  String issue(Session session) {
    long now = clock.instant().getEpochSecond();
    Claims claims =
        new Claims(
            ISSUER,
            AUDIENCE,
            session.user().value(),
            session.id(),
            session.generation(),
            session.workspace().value(),
            session.role(),
            now,
            now + LIFE.toSeconds(),
            ids.next());
    String kid = keys.active();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(TYPE)).keyID(kid).build();
    try {
      JWSObject token = new JWSObject(header, new Payload(json.write(claims)));
      token.sign(new MACSigner(keys.derive(kid, KEY).orElseThrow()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }

  /// What a token says, if it is ours and of this time; nothing is said of its session.
  ///
  /// @throws AppError.Unauthenticated for every other text
  Claims verify(String token) {
    if (token.length() > LONGEST || !FORM.matcher(token).matches()) {
      throw new AppError.Unauthenticated();
    }
    try {
      // before the library, which fails on a header that is null as it does not declare
      String kid = checkHeader(new Base64URL(token.substring(0, token.indexOf('.'))));
      JWSObject parsed = JWSObject.parse(token);
      checkSignature(parsed, kid);
      Claims claims = json.read(parsed.getPayload().toBytes(), Claims.class);
      checkClaims(claims);
      return claims;
    } catch (ParseException
        | JOSEException
        | IllegalArgumentException
        | AppError.Malformed
        | AppError.Invalid _) {
      throw new AppError.Unauthenticated();
    }
  }

  /// The library reads more headers than we write; a member more is a request to treat it
  /// otherwise.
  ///
  /// @return the id of the key
  private String checkHeader(Base64URL part) {
    Header header = json.read(part.decode(), Header.class);
    boolean right =
        header.alg().equals(JWSAlgorithm.HS256.getName())
            && header.typ().equals(TYPE)
            && (verifies(header.kid()) || (keys.look() && verifies(header.kid())));
    if (!right) {
      throw new AppError.Unauthenticated();
    }
    return header.kid();
  }

  private boolean verifies(String kid) {
    return keys.kids().stream().limit(NEWEST_KIDS).anyMatch(kid::equals);
  }

  private void checkSignature(JWSObject token, String kid) throws JOSEException {
    byte[] key = keys.derive(kid, KEY).orElseThrow(AppError.Unauthenticated::new);
    Base64URL signature = token.getSignature();
    // the last letter of 43 has bits that decode to nothing: only one spelling is right
    boolean canonical = Base64URL.encode(signature.decode()).equals(signature);
    if (!canonical || !token.verify(new MACVerifier(key))) {
      throw new AppError.Unauthenticated();
    }
  }

  private void checkClaims(Claims claims) {
    long now = clock.instant().getEpochSecond();
    boolean right =
        claims.iss().equals(ISSUER)
            && claims.aud().equals(AUDIENCE)
            && claims.iat() <= now + SKEW_SECONDS
            && claims.exp() > now
            && claims.exp() - claims.iat() == LIFE.toSeconds();
    if (!right) {
      throw new AppError.Unauthenticated();
    }
  }
}
