package com.salescopilot.desktop.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The way between a client and the real server, on which things go wrong as a test likes.
public final class Relay implements AutoCloseable {
  public static final String PUSH = "/api/sync/push";
  public static final String PULL = "/api/sync/pull";
  public static final String REFRESH = "/api/auth/refresh";

  private static final List<String> CARRIED =
      List.of("Authorization", "Content-Type", "Accept-Encoding", "User-Agent");
  private static final List<String> RETURNED =
      List.of("Content-Type", "Content-Encoding", "Retry-After");

  private final Supplier<URI> server;
  private final HttpServer front;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Queue<Fault>> once = new ConcurrentHashMap<>();
  private final Map<String, Fault> lasting = new ConcurrentHashMap<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /// Opens a way to a server.
  public Relay(URI server) throws IOException {
    this(() -> server);
  }

  /// Opens a way to servers, asked for each request.
  public Relay(Supplier<URI> server) throws IOException {
    this.server = server;
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setExecutor(threads);
    front.createContext("/", this::carry);
    front.start();
  }

  /// What the client takes for the server.
  public String address() {
    return "http://127.0.0.1:" + front.getAddress().getPort();
  }

  /// These happen to the next requests of a path, one each.
  public void next(String path, Fault... faults) {
    once.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(faults));
  }

  /// This happens to every request of a path.
  public void always(String path, Fault fault) {
    lasting.put(path, fault);
  }

  /// Nothing happens any more.
  public void heal() {
    once.clear();
    lasting.clear();
  }

  /// How many requests of a path came here.
  public long count(String path) {
    return seen.stream().filter(path::equals).count();
  }

  private void carry(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      seen.add(path);
      Queue<Fault> queue = once.get(path);
      Fault fault = queue == null ? null : queue.poll();
      if (fault == null) {
        fault = lasting.get(path);
      }
      switch (fault) {
        case null -> pass(exchange, body);
        case Fault.Answered answered -> answer(exchange, answered);
        case Fault.RequestLost() -> {}
        case Fault.AnswerLost() -> {
          HttpResponse<byte[]> _ = http.send(request(exchange, body), BodyHandlers.ofByteArray());
        }
        case Fault.AnswerCut(int bytes) -> {
          HttpResponse<byte[]> whole = whole(exchange, body);
          exchange.sendResponseHeaders(whole.statusCode(), whole.body().length);
          exchange.getResponseBody().write(whole.body(), 0, Math.min(bytes, whole.body().length));
        }
        case Fault.BitFlipped() -> {
          HttpResponse<byte[]> whole = whole(exchange, body);
          byte[] flipped = whole.body();
          flipped[flipped.length / 2] ^= 4;
          exchange.sendResponseHeaders(whole.statusCode(), flipped.length);
          exchange.getResponseBody().write(flipped);
        }
        case Fault.Stalled(var until) -> {
          until.await();
          pass(exchange, body);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, Fault.Answered answered) throws IOException {
    byte[] body = answered.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answered.type());
    answered.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answered.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private HttpResponse<byte[]> whole(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> whole = http.send(request(exchange, body), BodyHandlers.ofByteArray());
    copyHeaders(whole, exchange);
    return whole;
  }

  private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request(exchange, body), BodyHandlers.ofInputStream());
    copyHeaders(response, exchange);
    exchange.sendResponseHeaders(response.statusCode(), response.statusCode() == 204 ? -1 : 0);
    try (InputStream from = response.body();
        OutputStream to = exchange.getResponseBody()) {
      from.transferTo(to);
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.get().resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String name : CARRIED) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    return request.build();
  }

  private static void copyHeaders(HttpResponse<?> from, HttpExchange to) {
    for (String name : RETURNED) {
      from.headers().firstValue(name).ifPresent(v -> to.getResponseHeaders().set(name, v));
    }
  }

  @Override
  public void close() {
    front.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
