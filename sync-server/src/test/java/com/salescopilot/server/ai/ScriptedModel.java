package com.salescopilot.server.ai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// A server on this machine that answers what a test says, in the format of a provider.
final class ScriptedModel implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Scene> scenes = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  /// What it does with one request.
  interface Scene {
    void play(HttpExchange exchange) throws IOException;
  }

  /// A request that came.
  record Heard(String path, String body, String key) {}

  ScriptedModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What comes next; without any, every request is an error.
  ScriptedModel then(Scene scene) {
    scenes.add(scene);
    return this;
  }

  /// The requests that came, taken out.
  BlockingQueue<Heard> heard() {
    return heard;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String key = String.valueOf(exchange.getRequestHeaders().getFirst("x-api-key"));
    heard.add(new Heard(exchange.getRequestURI().getPath(), body, key));
    Scene scene = scenes.poll();
    try (exchange) {
      (scene == null ? status(500) : scene).play(exchange);
    }
  }

  /// 200 with these lines, each flushed.
  static Scene lines(String... lines) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      for (String line : lines) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      out.close();
    };
  }

  static Scene status(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
