package com.salescopilot.desktop.harness;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// A server that lets Ada in, says once that there is nothing new, and from then on makes everybody
/// wait: what a window shows between the states of sync can be looked at.
public final class QuietServer implements AutoCloseable {
  private static final String LOGIN =
      """
      {"token":"t","refreshToken":"r","expiresIn":900,"user":{"id":"%s","workspaceId":"%s",\
      "email":"ada@desk.example","firstName":"Ada","lastName":"Byron","role":"admin"}}\
      """
          .formatted(DeskFixture.ADA.user(), DeskFixture.ADA.workspace());

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger pulls = new AtomicInteger();

  public QuietServer() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(threads);
    http.createContext("/api/auth/login", exchange -> answer(exchange, 200, LOGIN));
    http.createContext("/api/sync", this::sync);
    http.start();
  }

  /// Where it is.
  public String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /// Answers a path, and all below it, so; nothing at all to what is not only asked for.
  public QuietServer answering(String path, String json) {
    http.createContext(
        path,
        exchange -> {
          boolean asks = exchange.getRequestMethod().equals("GET");
          answer(exchange, asks ? 200 : 204, asks ? json : "");
        });
    return this;
  }

  /// Takes whatever is sent to a path, or refuses it.
  ///
  /// @param status of the answer, asked each time
  public QuietServer taking(String path, IntSupplier status) {
    http.createContext(
        path,
        exchange -> {
          int now = status.getAsInt();
          answer(exchange, now, now < 300 ? "" : "{\"code\":\"REFUSED\",\"detail\":\"No.\"}");
        });
    return this;
  }

  /// Lets Ada in.
  public void signIn(Desk desk) {
    ServerAddress address = ServerAddress.parse(address());
    desk.signedIn(Session.logIn(address, "ada@desk.example", "correct horse", desk.clock()));
  }

  private void sync(HttpExchange exchange) throws IOException {
    if (pulls.getAndIncrement() == 0) {
      answer(exchange, 204, "");
      return;
    }
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    over.countDown();
    http.stop(0);
    threads.shutdownNow();
  }
}
