package com.salescopilot.server.http;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.contract.WatchedClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Listeners with routes of a test, no database, and two tokens: `admin` and `user`.
final class Probe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final UUID SOMEBODY = UUID.fromString("01990000-0000-7000-8000-000000000001");

  private final HttpClient http = new WatchedClient();
  private final Listeners listeners;

  Probe(int permits, Routes api, Routes hooks, Routes tracking, Routes admin) {
    this(
        List.of(),
        permits,
        new Surfaces(List.of(api), List.of(hooks), List.of(tracking), List.of(admin)));
  }

  private Probe(List<Network> trusted, int permits, Surfaces surfaces) {
    Random random = new Random(1);
    listeners =
        new Listeners(
            new Listening(
                "127.0.0.1", "127.0.0.1", 0, 0, 0, trusted, permits, Duration.ofSeconds(5)),
            surfaces,
            Probe::authenticate,
            new Json(),
            new UuidV7(Clock.systemUTC(), random),
            random);
    listeners.start();
  }

  static Probe of(int permits, Routes api) {
    return new Probe(permits, api, _ -> {}, _ -> {}, _ -> {});
  }

  /// Behind proxies that are believed.
  static Probe trusting(List<Network> trusted, Routes api) {
    return new Probe(trusted, 64, new Surfaces(List.of(api), List.of(), List.of(), List.of()));
  }

  private static Caller authenticate(String token) {
    Role role =
        switch (token) {
          case "admin" -> Role.ADMIN;
          case "user" -> Role.USER;
          default -> throw new AppError.Unauthenticated();
        };
    return new Caller(new WorkspaceId(SOMEBODY), new UserId(SOMEBODY), role, SOMEBODY);
  }

  Listeners.Addresses at() {
    return listeners.addresses();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at().api().resolve(path)).timeout(PATIENCE);
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).timeout(PATIENCE));
  }

  HttpResponse<String> post(String path, String mediaType, String body) {
    return send(
        request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Sends these very bytes to the API and reads until the server ends the connection.
  String raw(String bytes) {
    try (Socket socket = new Socket(at().api().getHost(), at().api().getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    listeners.stop();
    http.close();
  }
}
