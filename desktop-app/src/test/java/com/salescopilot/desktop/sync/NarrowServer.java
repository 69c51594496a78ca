package com.salescopilot.desktop.sync;

import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.ServerCore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A server behind a proxy that takes no request longer than so many bytes, as some companies have
/// them. It says so as proxies do: with a page for people.
final class NarrowServer implements AutoCloseable {
  private static final String LOGIN =
      """
      {"token":"t","refreshToken":"r","expiresIn":900,"user":{"id":"%s","workspaceId":"%s",\
      "email":"ada@desk.example","firstName":"Ada","lastName":"Byron","role":"admin"}}\
      """
          .formatted(new UUID(1, 1), new UUID(2, 2));

  private final HttpServer http;
  private final int longest;
  private final List<UUID> taken = new ArrayList<>();
  private int refused;

  NarrowServer(int longest) throws IOException {
    this.longest = longest;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/api/auth/login", exchange -> answer(exchange, 200, "application/json", LOGIN));
    http.createContext("/api/sync/push", this::push);
    http.start();
  }

  /// A server that refuses every pull with this problem.
  static NarrowServer refusing(int status, String code) throws IOException {
    NarrowServer server = new NarrowServer(0);
    server.http.createContext(
        "/api/sync/pull",
        exchange -> {
          server.refuse();
          answer(
              exchange,
              status,
              "application/problem+json",
              "{\"code\":\"%s\",\"detail\":\"No.\"}".formatted(code));
        });
    return server;
  }

  private synchronized void refuse() {
    refused++;
  }

  Session session(InstantSource clock) {
    ServerAddress address = ServerAddress.parse("http://127.0.0.1:" + http.getAddress().getPort());
    return Session.logIn(address, "ada@desk.example", "correct horse", clock);
  }

  /// The mutations that came through, in order.
  synchronized List<UUID> taken() {
    return List.copyOf(taken);
  }

  /// How many requests were too long.
  synchronized int refused() {
    return refused;
  }

  private synchronized void push(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (body.length > longest) {
      refused++;
      answer(exchange, 413, "text/html", "<h1>413 Request Entity Too Large</h1>");
      return;
    }
    PushRequest push = PushRequest.parse(new String(body, StandardCharsets.UTF_8));
    push.mutations().forEach(item -> taken.add(item.id()));
    answer(exchange, 200, "application/json", PushReply.json(ServerCore.after(push)));
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
