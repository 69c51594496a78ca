package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Stands between a client and its server, and notes the secrets that the server gives away.
final class Eavesdropper implements AutoCloseable {
  private static final Set<String> SECRETS = Set.of("token", "refreshToken", "device");
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", ":status");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> heard = new ConcurrentHashMap<>();
  private final HttpServer http;
  private final URI server;

  Eavesdropper(URI server) throws IOException {
    this.server = server;
    http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::pass);
    http.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /// The secrets, each with what it is.
  Map<String, String> heard() {
    return Map.copyOf(heard);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest.Builder asked =
          HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> asked.header(name, value));
                }
              });
      HttpResponse<byte[]> answer = client.send(asked.build(), BodyHandlers.ofByteArray());
      if (exchange.getRequestURI().getPath().startsWith("/api/auth/")) {
        note(new String(answer.body(), StandardCharsets.UTF_8));
      }
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name)) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      boolean empty = answer.body().length == 0;
      exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(String body) {
    if (body.startsWith("{")) {
      JsonNode answer = ValueJson.tree(body);
      for (String name : SECRETS) {
        String secret = answer.path(name).asText();
        if (!secret.isEmpty()) {
          heard.put(secret, name);
        }
      }
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
