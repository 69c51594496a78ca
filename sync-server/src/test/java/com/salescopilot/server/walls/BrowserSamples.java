package com.salescopilot.server.walls;

import static com.salescopilot.server.walls.Sample.api;

import java.util.List;

/// Calls of the routes for signing in at a provider. None is registered at the server of the walls,
/// so all but the list are answered as if they were not there.
final class BrowserSamples {
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /// An app that wants to sign in by a browser.
  private static final String APP =
      "?redirect_uri=http%3A%2F%2F127.0.0.1%3A4000%2Fcallback&state=12345678&code_challenge="
          + CHALLENGE
          + "&code_challenge_method=S256";

  private static final String BROUGHT =
      """
      {"code":"c","codeVerifier":"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
       "redirectUri":"http://127.0.0.1:4000/callback"}\
      """;

  private static final String LINK =
      """
      {"provider":"google","redirectUri":"http://127.0.0.1:4000/callback","state":"12345678",
       "codeChallenge":"%s"}\
      """
          .formatted(CHALLENGE);

  private BrowserSamples() {}

  static List<Sample> all() {
    String came = "/callback?state=s&code=c";
    return List.of(
        api("GET", "/auth/google", _ -> Call.api("GET", "/auth/google" + APP)),
        api("GET", "/auth/google/callback", _ -> Call.api("GET", "/auth/google" + came)),
        api("GET", "/auth/linkedin", _ -> Call.api("GET", "/auth/linkedin" + APP)),
        api("GET", "/auth/linkedin/callback", _ -> Call.api("GET", "/auth/linkedin" + came)),
        api("POST", "/auth/token", _ -> Call.api("POST", "/auth/token", BROUGHT)),
        api("GET", "/auth/links", _ -> Call.api("GET", "/auth/links")),
        api("POST", "/auth/links", _ -> Call.api("POST", "/auth/links", LINK)),
        api("POST", "/auth/links/confirm", _ -> Call.api("POST", "/auth/links/confirm", BROUGHT)),
        api("DELETE", "/auth/links/{provider}", _ -> Call.api("DELETE", "/auth/links/google")));
  }
}
