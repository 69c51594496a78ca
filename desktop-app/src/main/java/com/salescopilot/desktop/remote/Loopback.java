package com.salescopilot.desktop.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The place on this machine where a browser brings the code of a sign-in. It takes the one request
/// that knows the state; whatever else comes, perhaps from a page of a stranger, changes nothing.
final class Loopback implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String PATH = "/callback";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final CompletableFuture<String> code = new CompletableFuture<>();
  private final HttpServer http;
  private final String authority;
  private final String state;
  private final String thanks;

  private Loopback(HttpServer http, String state, String thanks) {
    this.http = http;
    this.authority = HOST + ":" + http.getAddress().getPort();
    this.state = state;
    this.thanks = thanks;
  }

  static Loopback listen(String state, String thanks) {
    try {
      HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(HOST), 0), 0);
      Loopback made = new Loopback(http, state, thanks);
      http.setExecutor(work -> Thread.ofVirtual().name("loopback").start(work));
      http.createContext("/", made::answer);
      http.start();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("no browser can come back to this machine", e);
    }
  }

  String address() {
    return "http://" + authority + PATH;
  }

  /// What the browser brings, or why it brings nothing.
  CompletableFuture<String> code() {
    return code;
  }

  private void answer(HttpExchange exchange) throws IOException {
    HttpUrl asked = HttpUrl.parse("http://" + authority + exchange.getRequestURI());
    boolean meant =
        asked != null
            && exchange.getRequestMethod().equals("GET")
            && exchange.getRequestURI().getRawPath().equals(PATH) // as sent: `asked` is smoothed
            // a name of somebody else's that leads here is not this address
            && authority.equals(exchange.getRequestHeaders().getFirst("Host"))
            && isState(asked.queryParameter("state"));
    if (asked == null || !meant) {
      say(exchange, BAD_REQUEST, "");
      return;
    }
    say(exchange, OK, thanks);
    Optional<String> brought = Optional.ofNullable(asked.queryParameter("code"));
    if (brought.isPresent()) {
      code.complete(brought.get());
    } else {
      String error = Optional.ofNullable(asked.queryParameter("error")).orElse("DENIED");
      code.completeExceptionally(
          new RemoteException.Refused(0, error, "The sign-in in the browser did not work."));
    }
  }

  private boolean isState(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
  }

  private static void say(HttpExchange exchange, int status, String words) throws IOException {
    byte[] page =
        "<!doctype html><meta charset=utf-8><title>Sales Copilot</title><p>%s"
            .formatted(words)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  @Override
  public void close() {
    code.cancel(false);
    http.stop(0);
  }
}
