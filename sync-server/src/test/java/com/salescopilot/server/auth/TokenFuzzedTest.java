package com.salescopilot.server.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Pieces;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.keys.TestKeys;
import com.salescopilot.server.keys.Tokens;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Of all texts the token that we made is accepted, and no other: neither one that is changed nor
/// one that somebody with the key writes in another way. The same is true of the tokens in links.
///
/// An input is a text that is tried as it stands, a header and claims that are signed by our key,
/// and a text that is tried as each kind of token in links.
final class TokenFuzzedTest implements Fuzzed {
  private static final Instant NOW = Instant.ofEpochSecond(1_772_366_400);
  private static final UUID ID = UUID.fromString("0198f2a4-1111-7222-8333-444455556666");
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"k2\"}";

  private final MasterKeys keys = TestKeys.of("k2", "k1");
  private final Tokens links = new Tokens(keys);
  private final Json json = new Json();
  private final AccessTokens tokens =
      new AccessTokens(keys, () -> NOW, new UuidV7(() -> NOW, new Random(1)), json);
  private final String real =
      tokens.issue(new Session(ID, new UserId(ID), new WorkspaceId(ID), 3, Role.USER));
  private final String claims = part(1);
  private final byte[] key = keys.derive("k2", "jwt").orElseThrow();

  private String part(int number) {
    return new String(Base64.getUrlDecoder().decode(real.split("\\.", -1)[number]), UTF_8);
  }

  @Override
  public void attack(byte[] input) {
    Pieces pieces = new Pieces(input);
    String tried = pieces.next().replace("$real", real);
    assertThat(accepted(tried).isPresent()).isEqualTo(tried.equals(real));
    signed(pieces.next().replace("$header", HEADER), pieces.next().replace("$claims", claims));
    for (String text : pieces.rest()) {
      for (Tokens.Kind made : Tokens.Kind.values()) {
        link(text.replace("$" + made, links.of(made, ID)));
      }
    }
  }

  private Optional<Claims> accepted(String token) {
    try {
      return Optional.of(tokens.verify(token));
    } catch (AppError.Unauthenticated e) {
      return Optional.empty();
    }
  }

  /// Whoever has the key still gets through with nothing but the members that we write, each once
  /// and of its type.
  private void signed(String header, String said) {
    String token = sign(header, said);
    Optional<Claims> through = accepted(token);
    if (through.isPresent()) {
      assertThat(json.read(header, JsonNode.class)).isIn(header("k1"), header("k2"));
      assertThat(json.read(said, JsonNode.class))
          .isEqualTo(json.read(json.text(through.get()), JsonNode.class));
      assertThat(through.get().exp()).isGreaterThan(NOW.getEpochSecond());
      assertThat(through.get().exp() - through.get().iat()).isEqualTo(600);
    }
  }

  private JsonNode header(String kid) {
    return json.read(HEADER.replace("k2", kid), JsonNode.class);
  }

  private void link(String text) {
    for (Tokens.Kind kind : Tokens.Kind.values()) {
      links.read(kind, text).ifPresent(id -> assertThat(links.of(kind, id)).isEqualTo(text));
    }
  }

  private String sign(String header, String said) {
    try {
      String input = b64(header) + "." + b64(said);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return input
          + "."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(mac.doFinal(input.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String b64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Pieces.join("$real", "$header", "$claims", "$OPEN"),
        Pieces.join(real, HEADER, claims, links.of(Tokens.Kind.OPEN, ID)),
        Pieces.join("$real.", HEADER.replace("k2", "k1"), claims, links.of(Tokens.Kind.REPLY, ID)),
        Pieces.join("a.b.c", "{\"alg\":\"none\"}", "[]", links.of(Tokens.Kind.UNSUBSCRIBE, ID)),
        Pieces.join("", HEADER.replace("}", ",\"crit\":[\"exp\"]}"), claims, "$MESSAGE_ID"),
        Pieces.join("", HEADER, claims.replace("3", "3.0"), "$REPLY="),
        Pieces.join("", HEADER, claims.replace("USER", "ADMIN"), "$UNSUBSCRIBE", "$OPEN"));
  }

  @Override
  public List<String> words() {
    return List.of(
        "$real",
        "$header",
        "$claims",
        "$OPEN",
        "$REPLY",
        "$UNSUBSCRIBE",
        "$MESSAGE_ID",
        ".",
        "=",
        "\"alg\":\"none\"",
        "\"jwk\":{",
        "\"crit\":",
        "\"b64\":false",
        "\"iss\":",
        "\"aud\":",
        "\"exp\":",
        "\"iat\":",
        "\"role\":\"ADMIN\"",
        "null",
        "1e3",
        "\n%%\n",
        "\\u0000",
        "sales-copilot");
  }

  @Override
  public List<String> watched() {
    return List.of("com.salescopilot.server.**", "com.nimbusds.jose.**", "com.nimbusds.jwt.**");
  }

  @Override
  public void judge(List<byte[]> inputs) {
    assertThat(accepted(real)).isPresent();
    assertThat(accepted(sign(HEADER, claims))).isPresent();
    assertThat(inputs).hasSizeGreaterThanOrEqualTo(7);
  }
}
