package com.salescopilot.server.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.keys.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What proves a report: the secret of the operator or of the e-mail's workspace, as a bearer or as
/// a signature (Standard Webhooks), or a token of the e-mail itself.
final class Proofs {
  static final String PREFIX = "whsec_";
  private static final String BEARER = "Bearer ";
  private static final String VERSION = "v1,";
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final MasterKeys keys;
  private final Tokens tokens;
  private final Optional<String> operator;
  private final InstantSource clock;

  Proofs(MasterKeys keys, Tokens tokens, Optional<String> operator, InstantSource clock) {
    this.keys = keys;
    this.tokens = tokens;
    this.operator = operator;
    this.clock = clock;
  }

  /// A report as it came.
  ///
  /// @param header the first value of a header
  /// @param body the bytes that a signature is of
  record Report(Function<String, Optional<String>> header, Supplier<byte[]> body) {
    static Report of(Request request) {
      return new Report(request::header, request::body);
    }
  }

  /// A report is proved.
  ///
  /// @param receipt the id under which it was signed, by which a repeat is known
  record Proof(Optional<String> receipt) {}

  /// What can be checked before the database is asked: a token, or the operator's secret.
  Optional<Proof> withoutLooking(Report report, JsonNode body, UUID email) {
    String token = body.path("token").asText("");
    boolean named =
        !token.isEmpty()
            && (tokens.read(Tokens.Kind.OPEN, token).equals(Optional.of(email))
                || tokens.read(Tokens.Kind.REPLY, token).equals(Optional.of(email)));
    return named
        ? Optional.of(new Proof(Optional.empty()))
        : operator.flatMap(secret -> bySecret(report, secret));
  }

  /// The secrets that admins of the workspace made.
  Optional<Proof> byMade(Report report, List<String> secrets) {
    return secrets.stream().flatMap(secret -> bySecret(report, secret).stream()).findFirst();
  }

  /// The workspace's own secret, which nobody made.
  Optional<Proof> ofWorkspace(Report report, WorkspaceId workspace) {
    return keys.all(info(workspace)).stream()
        .flatMap(key -> bySecret(report, text(key)).stream())
        .findFirst();
  }

  /// Derived, so it is nowhere to be stolen from. A new master key brings a new one, beside which
  /// the old one counts as long as the old key is there.
  String secret(WorkspaceId workspace) {
    return text(keys.derive(info(workspace)));
  }

  private static String info(WorkspaceId workspace) {
    return "webhook/" + workspace;
  }

  private static String text(byte[] key) {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  private Optional<Proof> bySecret(Report report, String secret) {
    boolean bearer =
        report
            .header
            .apply("Authorization")
            .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .filter(text -> same(text.substring(BEARER.length()).strip(), secret))
            .isPresent();
    return bearer ? Optional.of(new Proof(Optional.empty())) : bySignature(report, secret);
  }

  private Optional<Proof> bySignature(Report report, String secret) {
    Optional<String> id = report.header.apply("webhook-id").filter(text -> text.length() <= 256);
    Optional<String> time = report.header.apply("webhook-timestamp");
    Optional<String> signatures = report.header.apply("webhook-signature");
    if (id.isEmpty() || time.isEmpty() || signatures.isEmpty() || !isNow(time.get())) {
      return Optional.empty();
    }
    byte[] wanted = sign(secret, id.get() + "." + time.get() + ".", report.body.get());
    boolean ours = false;
    for (String signature : signatures.get().split(" ", 20)) {
      ours |=
          signature.startsWith(VERSION)
              && MessageDigest.isEqual(
                  bytes(VERSION + Base64.getEncoder().encodeToString(wanted)), bytes(signature));
    }
    return ours ? Optional.of(new Proof(id)) : Optional.empty();
  }

  private boolean isNow(String seconds) {
    try {
      Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
      return Duration.between(signed, clock.instant()).abs().compareTo(CLOCKS_APART) <= 0;
    } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException _) {
      return false;
    }
  }

  private static byte[] sign(String secret, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      mac.update(bytes(head));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }

  /// Secrets are Base64 behind their prefix; an operator's may be any text.
  private static byte[] key(String secret) {
    if (secret.startsWith(PREFIX)) {
      try {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      } catch (IllegalArgumentException _) {
        return bytes(secret);
      }
    }
    return bytes(secret);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(bytes(one), bytes(other));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
