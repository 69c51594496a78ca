package com.salescopilot.server.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Pieces;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.keys.TestKeys;
import com.salescopilot.server.keys.Tokens;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A report counts as proved if its bearer is the secret, its signature is one by the secret over
/// these very bytes at this time, or its token is this mail's own; not by anything near it.
///
/// An input is authorization, id, time, signatures and body. What stands for `$sig`, `$secret` and
/// the like is put in, so that the search begins beside what is right.
final class SignatureFuzzedTest implements Fuzzed {
  private static final Instant NOW = Instant.ofEpochSecond(1_772_366_400);
  private static final UUID MAIL = UUID.fromString("0198f2a4-1111-7222-8333-444455556666");
  private static final WorkspaceId WORKSPACE =
      new WorkspaceId(UUID.fromString("0198f2a4-1111-7222-8333-000000000001"));
  private static final String OPERATOR =
      "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
  private static final long APART = 300;

  private final MasterKeys keys = TestKeys.of("k2", "k1");
  private final Tokens tokens = new Tokens(keys);
  private final Proofs proofs = new Proofs(keys, tokens, Optional.of(OPERATOR), () -> NOW);
  private final String workspaceSecret = proofs.secret(WORKSPACE);
  private final Json json = new Json();

  @Override
  public void attack(byte[] input) {
    assertThat(proved(input, OPERATOR)).isEqualTo(deserved(input, OPERATOR, true));
    assertThat(proved(input, workspaceSecret)).isEqualTo(deserved(input, workspaceSecret, false));
  }

  /// What the server says.
  private boolean proved(byte[] input, String secret) {
    Call call = call(input, secret);
    var report = new Proofs.Report(call::header, call::body);
    return secret.equals(OPERATOR)
        ? proofs.withoutLooking(report, tree(call.body()), MAIL).isPresent()
        : proofs.ofWorkspace(report, WORKSPACE).isPresent();
  }

  /// What is true, said once more by the JDK alone.
  private boolean deserved(byte[] input, String secret, boolean tokensCount) {
    Call call = call(input, secret);
    String token = tree(call.body()).path("token").asText("");
    boolean named =
        token.equals(tokens.of(Tokens.Kind.OPEN, MAIL))
            || token.equals(tokens.of(Tokens.Kind.REPLY, MAIL));
    String bearer = call.authorization();
    boolean borne =
        bearer.toLowerCase(Locale.ROOT).startsWith("bearer ")
            && bearer.substring(7).strip().equals(secret);
    return (tokensCount && named) || borne || signed(call, secret);
  }

  private static boolean signed(Call call, String secret) {
    String good = "v1," + mac(secret, call.id() + "." + call.time() + ".", call.body());
    try {
      long apart = Math.abs(Math.subtractExact(Long.parseLong(call.time()), NOW.getEpochSecond()));
      List<String> signatures = List.of(call.signatures().split(" ", -1));
      int at = signatures.indexOf(good);
      return apart <= APART
          && at >= 0
          && at < 20
          && call.id().length() <= 256
          && !call.id().isEmpty();
    } catch (NumberFormatException | ArithmeticException e) {
      return false;
    }
  }

  /// A report. A header that is empty is none.
  private record Call(
      String authorization, String id, String time, String signatures, String text) {

    byte[] body() {
      return text.getBytes(UTF_8);
    }

    Optional<String> header(String name) {
      Map<String, String> headers =
          Map.of(
              "Authorization", authorization,
              "webhook-id", id,
              "webhook-timestamp", time,
              "webhook-signature", signatures);
      return Optional.ofNullable(headers.get(name)).filter(text -> !text.isEmpty());
    }
  }

  private Call call(byte[] input, String secret) {
    Pieces pieces = new Pieces(input);
    String authorization = pieces.next().replace("$secret", secret);
    String id = pieces.next();
    String time = pieces.next().replace("$now", Long.toString(NOW.getEpochSecond()));
    String signatures = pieces.next();
    String body =
        pieces
            .next()
            .replace("$open", tokens.of(Tokens.Kind.OPEN, MAIL))
            .replace("$reply", tokens.of(Tokens.Kind.REPLY, MAIL))
            .replace("$way", tokens.of(Tokens.Kind.UNSUBSCRIBE, MAIL));
    String good = mac(secret, id + "." + time + ".", body.getBytes(UTF_8));
    return new Call(authorization, id, time, signatures.replace("$sig", good), body);
  }

  private JsonNode tree(byte[] body) {
    try {
      return json.tree(body);
    } catch (AppError.Malformed | AppError.Invalid e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private static String mac(String secret, String head, byte[] body) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Pieces.join("Bearer $secret", "", "", "", "{}"),
        Pieces.join("bearer  $secret ", "", "", "", "{}"),
        Pieces.join("Bearer $secre", "msg_1", "$now", "v1,AAAA", "{\"email_id\":\"x\"}"),
        Pieces.join("", "msg_1", "$now", "v1,$sig", "{\"email_id\":\"x\"}"),
        Pieces.join("", "msg_1", "$now", "v1a,x v1,$sig", "{}"),
        Pieces.join("", "msg_1", "1772366101", "v1,$sig", "{}"),
        Pieces.join("", "msg_1", "1772366099", "v1,$sig", "{}"),
        Pieces.join("", "", "", "", "{\"token\":\"$open\"}"),
        Pieces.join("", "", "", "", "{\"token\":\"$reply\"}"),
        Pieces.join("", "", "", "", "{\"token\":\"$way\"}"));
  }

  @Override
  public List<String> words() {
    return List.of(
        "$secret",
        "$sig",
        "$now",
        "$open",
        "$reply",
        "$way",
        "v1,",
        "v1,$sig ",
        "Bearer ",
        "whsec_",
        "\n%%\n",
        "-9223372036854775808",
        "+1772366400",
        "{\"token\":\"",
        "=",
        "\\u0000");
  }

  @Override
  public List<String> watched() {
    return List.of("com.salescopilot.server.tracking.**", "com.salescopilot.server.keys.**");
  }

  @Override
  public void judge(List<byte[]> inputs) {
    long good = inputs.stream().filter(input -> proved(input, OPERATOR)).count();
    assertThat(good).isBetween(6L, (long) inputs.size() - 3);
    assertThat(inputs.stream().filter(input -> proved(input, workspaceSecret)).count())
        .isGreaterThanOrEqualTo(4);
  }
}
