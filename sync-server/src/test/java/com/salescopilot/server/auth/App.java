package com.salescopilot.server.auth;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.oidc.OpenIdProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A desktop app that signs in by a browser: it listens on the loopback, keeps a verifier, and
/// exchanges what the browser brings. The browser is here too, and does as it is told.
final class App implements AutoCloseable {
  private final AuthDesk desk;
  private final ServerSocket listener;
  private final HttpClient browser =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final String verifier = random();
  private final String state = random();

  App(AuthDesk desk) throws IOException {
    this.desk = desk;
    this.listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
  }

  String redirect() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/callback";
  }

  String verifier() {
    return verifier;
  }

  String state() {
    return state;
  }

  String challenge() {
    return OpenIdProvider.s256(verifier);
  }

  /// Where the browser is sent first.
  Reply begin(String provider) {
    return desk.get("/auth/" + provider + query());
  }

  String query() {
    return "?redirect_uri="
        + URLEncoder.encode(redirect(), StandardCharsets.UTF_8)
        + "&state="
        + state
        + "&code_challenge="
        + challenge()
        + "&code_challenge_method=S256";
  }

  /// The whole way of a browser, from the server to the provider and back to the app.
  ///
  /// @return what the app gets to see
  Map<String, String> browse(String provider) throws Exception {
    return browseFrom(at(begin(provider)));
  }

  /// The way from the provider on.
  Map<String, String> browseFrom(String atProvider) throws Exception {
    return followed(callback(atProvider));
  }

  /// Where the provider sends the browser.
  String callback(String atProvider) throws Exception {
    return location(fetch(atProvider));
  }

  /// What arrives at the app when the browser goes there.
  Map<String, String> followed(String callback) throws Exception {
    Reply come = desk.get(callback.substring(callback.indexOf("/api/") + 4));
    String end = at(come);
    CompletableFuture<String> arrived = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> listen(arrived));
    String _ = fetch(end).body();
    Map<String, String> seen = form(arrived.get(30, TimeUnit.SECONDS));
    if (!state.equals(seen.get("state"))) {
      throw new AssertionError("another state came back: " + seen);
    }
    return seen;
  }

  /// Exchanges a code, as this app.
  Reply exchange(String code) {
    return exchange(code, verifier, redirect());
  }

  Reply exchange(String code, String otherVerifier, String otherRedirect) {
    return desk.post("/auth/token", body(code, otherVerifier, otherRedirect));
  }

  String body(String code) {
    return body(code, verifier, redirect());
  }

  private static String body(String code, String verifier, String redirect) {
    return "{\"code\":\"%s\",\"codeVerifier\":\"%s\",\"redirectUri\":\"%s\"}"
        .formatted(code, verifier, redirect);
  }

  /// Where an answer of our server sends the browser.
  static String at(Reply reply) {
    if (reply.status() != 303) {
      throw new AssertionError("no redirect: " + reply.status() + " " + reply.json());
    }
    return reply.whole().headers().firstValue("Location").orElseThrow();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> fetch(String address) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private void listen(CompletableFuture<String> arrived) {
    try (var socket = listener.accept()) {
      StringBuilder heard = new StringBuilder();
      while (heard.indexOf("\r\n\r\n") < 0) {
        heard.append((char) socket.getInputStream().read());
      }
      String target = heard.substring(0, heard.indexOf("\r\n")).split(" ", -1)[1];
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      arrived.complete(target.substring(target.indexOf('?') + 1));
    } catch (IOException e) {
      arrived.completeExceptionally(e);
    }
  }

  private static Map<String, String> form(String query) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      form.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return form;
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() throws IOException {
    browser.close();
    listener.close();
  }
}
