package com.salescopilot.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.oidc.OpenIdProvider;
import com.salescopilot.server.oidc.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an app asks for when it sends a browser: where the browser comes back to, and the challenge
/// that only this app can meet (RFC 8252, RFC 7636).
///
/// @param redirect a loopback address, spelt out: a name could lead elsewhere (RFC 8252 §8.3)
/// @param state the app's own, which comes back to it
record Browser(Provider provider, String redirect, String state, String challenge) {
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(?:127\\.0\\.0\\.1|\\[::1\\]):([1-9]\\d{0,4})/callback");
  private static final Pattern STATE = Pattern.compile("[A-Za-z0-9._~-]{8,512}");
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
  private static final int HIGHEST_PORT = 65_535;

  /// What is wrong with it, with pointers that begin like this.
  ///
  /// @param method of the challenge
  List<FieldError> faults(String before, Optional<String> method) {
    List<FieldError> faults = new ArrayList<>();
    if (!loopback(redirect)) {
      faults.add(
          new FieldError(
              before + "redirect_uri",
              "must be http://127.0.0.1:PORT/callback or the same of [::1]."));
    }
    if (!STATE.matcher(state).matches()) {
      faults.add(
          new FieldError(
              before + "state", "must be 8 to 512 letters, digits, '.', '_', '~' or '-'."));
    }
    if (!CHALLENGE.matcher(challenge).matches()) {
      faults.add(new FieldError(before + "code_challenge", "must be a SHA-256 in base64url."));
    }
    if (method.filter("S256"::equals).isEmpty()) {
      faults.add(new FieldError(before + "code_challenge_method", "must be S256."));
    }
    return faults;
  }

  private static boolean loopback(String redirect) {
    var matcher = LOOPBACK.matcher(redirect);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) <= HIGHEST_PORT;
  }

  /// Whether this app is the one that brings the verifier.
  boolean isMetBy(String verifier, String at) {
    return VERIFIER.matcher(verifier).matches()
        && at.equals(redirect)
        && MessageDigest.isEqual(
            challenge.getBytes(StandardCharsets.US_ASCII),
            OpenIdProvider.s256(verifier).getBytes(StandardCharsets.US_ASCII));
  }

  /// Where the browser is sent back to. All of its parts are of letters that need no escape.
  ///
  /// @param name `code` or `error`
  String back(String name, String value) {
    return redirect + "?" + name + "=" + value + "&state=" + state;
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("provider", provider.name())
        .put("redirect", redirect)
        .put("state", state)
        .put("challenge", challenge);
  }

  static Browser of(JsonNode data) {
    return new Browser(
        Provider.valueOf(data.path("provider").asText()),
        data.path("redirect").asText(),
        data.path("state").asText(),
        data.path("challenge").asText());
  }

  /// What a code says that is wrong, old, or another's: one answer for all.
  static AppError refused() {
    return new AppError.Malformed(
        "BAD_CODE", "This sign-in is over, or another app began it; begin again.", Map.of());
  }
}
