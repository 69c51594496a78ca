package com.salescopilot.server.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes tokens byte by byte, for no library would make most of them.
final class ForgedTokens {
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"k3\"}";

  private final AuthDesk desk;
  private final String[] real;
  private final String claims;
  private final byte[] key;
  private final Map<String, String> table = new LinkedHashMap<>();

  /// @param token a real one, whose claims the forged ones take over
  ForgedTokens(AuthDesk desk, String token) {
    this.desk = desk;
    this.real = token.split("\\.", -1);
    this.claims = new String(Base64.getUrlDecoder().decode(real[1]), StandardCharsets.UTF_8);
    this.key = desk.keys().derive("k3", "jwt").orElseThrow();
  }

  /// One that differs in nothing.
  String genuine() {
    return signed(HEADER, claims, key);
  }

  /// All others, by what is wrong with them.
  Map<String, String> table() {
    table.clear();
    algorithms();
    signatures();
    headers();
    claims();
    times();
    forms();
    return table;
  }

  private void algorithms() {
    for (String alg : new String[] {"none", "None", "NONE", "nOnE", ""}) {
      String header = HEADER.replace("HS256", alg);
      table.put("alg " + alg + " without a signature", b64(header) + "." + b64(claims) + ".");
      table.put("alg " + alg + " with one", signed(header, claims, key));
    }
    for (String alg : new String[] {"RS256", "ES256", "EdDSA", "PS256", "hs256"}) {
      table.put("alg " + alg, signed(HEADER.replace("HS256", alg), claims, key));
    }
    table.put("alg HS384", with("HmacSHA384", HEADER.replace("HS256", "HS384"), claims, key));
    table.put("alg HS512", with("HmacSHA512", HEADER.replace("HS256", "HS512"), claims, key));
    table.put("alg a number", signed(HEADER.replace("\"HS256\"", "256"), claims, key));
  }

  private void signatures() {
    String head = real[0] + "." + real[1] + ".";
    table.put("no signature", head);
    table.put("half a signature", head + real[2].substring(0, 21));
    table.put("a signature of zeros", head + "A".repeat(43));
    table.put("another token's signature", head + genuine(claims + " ").split("\\.", -1)[2]);
    char last = real[2].charAt(42);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char spelt = alphabet.charAt(alphabet.indexOf(last) ^ 1);
    table.put("the same bits spelt otherwise", head + real[2].substring(0, 42) + spelt);
    for (int at : new int[] {0, 20, 41}) {
      char other = real[2].charAt(at) == 'A' ? 'B' : 'A';
      table.put(
          "a signature changed at " + at,
          head + real[2].substring(0, at) + other + real[2].substring(at + 1));
    }
    table.put("a key of zeros", signed(HEADER, claims, new byte[32]));
    for (String purpose : new String[] {"refresh", "pepper", "kek", "device", "track/open"}) {
      table.put(
          "the key for " + purpose,
          signed(HEADER, claims, desk.keys().derive("k3", purpose).orElseThrow()));
    }
    table.put(
        "another server's key",
        signed(HEADER, claims, AuthDesk.keysOf("other").derive("other", "jwt").orElseThrow()));
    table.put(
        "a key of three ago",
        signed(HEADER.replace("k3", "k1"), claims, desk.keys().derive("k1", "jwt").orElseThrow()));
    table.put(
        "the older key under the newer id",
        signed(HEADER, claims, desk.keys().derive("k2", "jwt").orElseThrow()));
  }

  private void headers() {
    for (String typ : new String[] {"JWT", "jwt", "rt+jwt", "AT+JWT", "application/at+jwt"}) {
      table.put("typ " + typ, signed(HEADER.replace("at+jwt", typ), claims, key));
    }
    table.put("no typ", signed(HEADER.replace("\"typ\":\"at+jwt\",", ""), claims, key));
    for (String kid : new String[] {"", "k9", "../../../dev/null", "k3' or '1'='1", "K3"}) {
      table.put("kid " + kid, signed(HEADER.replace("k3", kid), claims, key));
    }
    table.put("no kid", signed(HEADER.replace(",\"kid\":\"k3\"", ""), claims, key));
    for (String more :
        new String[] {
          "\"jku\":\"https://evil.example/keys\"",
          "\"x5u\":\"https://evil.example/cert\"",
          "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}",
          "\"crit\":[\"exp\"]",
          "\"b64\":false",
          "\"zip\":\"DEF\"",
          "\"cty\":\"JWT\"",
          "\"alg\":\"none\"",
          "\"kid\":\"k2\""
        }) {
      table.put("header with " + more, signed(HEADER.replace("}", "," + more + "}"), claims, key));
    }
    table.put("header null", signed("null", claims, key));
    table.put("header null with something behind", signed("null" + HEADER, claims, key));
    table.put("header no object", signed("[" + HEADER + "]", claims, key));
  }

  private void claims() {
    for (String name :
        new String[] {"iss", "aud", "sub", "sid", "gen", "ws", "role", "iat", "exp", "jti"}) {
      changed("no " + name, c -> c.remove(name));
      changed(name + " null", c -> c.putNull(name));
    }
    changed("another issuer", c -> c.put("iss", "sales-copilot.evil"));
    changed("another audience", c -> c.put("aud", "sales-copilot-web"));
    changed("two audiences", c -> c.putArray("aud").add("sales-copilot-api").add("x"));
    changed("a role that is none", c -> c.put("role", "OWNER"));
    changed("a role in small letters", c -> c.put("role", "admin"));
    changed("a role by number", c -> c.put("role", 0));
    changed("a user that is no id", c -> c.put("sub", "admin"));
    changed("a generation as text", c -> c.put("gen", "0"));
    changed("a later generation", c -> c.put("gen", -1).put("exp", 0));
    changed("a claim more", c -> c.put("scope", "all"));
    changed("a time before which it does not hold", c -> c.put("nbf", 0));
    String doubled =
        claims.replaceFirst("\\{", "{\"sub\":\"00000000-0000-7000-8000-000000000001\",");
    table.put("two users", genuine(doubled));
  }

  private void times() {
    long now = desk.clock().instant().getEpochSecond();
    changed("over for an hour", c -> c.put("iat", now - 4_200).put("exp", now - 3_600));
    changed("over this second", c -> c.put("iat", now - 600).put("exp", now));
    changed("from the future", c -> c.put("iat", now + 31).put("exp", now + 631));
    changed("good for a day", c -> c.put("exp", now + 86_400));
    changed("good for ever", c -> c.put("exp", Long.MAX_VALUE));
    changed(
        "an end that overflows",
        c -> c.put("iat", Long.MIN_VALUE + 600).put("exp", Long.MIN_VALUE));
    changed("an end as text", c -> c.put("exp", Instant.ofEpochSecond(now + 600).toString()));
    changed("an end with a fraction", c -> c.put("exp", now + 600.5));
  }

  private void forms() {
    String token = genuine();
    table.put("empty", "");
    table.put("dots", "..");
    table.put("two parts", real[0] + "." + real[1]);
    table.put("four parts", token + ".x");
    table.put("five parts", token + ".x.y");
    table.put("something behind it", token + "A");
    table.put("a dot behind it", token + ".");
    table.put("a blank in it", real[0] + ". " + real[1] + "." + real[2]);
    table.put("a line end behind it", token + "\n");
    table.put("padded", real[0] + "=." + real[1] + "." + real[2]);
    table.put("claims no JSON", genuine("claims"));
    table.put("claims no object", genuine("[]"));
    table.put("claims null", genuine("null"));
    table.put("claims with something behind", genuine(claims + "{}"));
    table.put("too long", genuine(claims.replaceFirst("\\{", "{" + " ".repeat(2_000))));
    table.put("a mebibyte", "A".repeat(1 << 20) + "." + real[1] + "." + real[2]);
    table.put("a refresh token", "A".repeat(43));
  }

  private void changed(String what, Consumer<ObjectNode> change) {
    ObjectNode node = ValueJson.object(claims);
    change.accept(node);
    table.put(what, genuine(node.toString()));
  }

  private String genuine(String otherClaims) {
    return signed(HEADER, otherClaims, key);
  }

  private static String signed(String header, String claims, byte[] key) {
    return with("HmacSHA256", header, claims, key);
  }

  private static String with(String algorithm, String header, String claims, byte[] key) {
    try {
      String input = b64(header) + "." + b64(claims);
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      byte[] tag = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String b64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
