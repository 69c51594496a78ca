package com.salescopilot.server.walls;

import static java.util.Objects.requireNonNull;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.contract.WatchedClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The way to the server: real HTTP, whatever the request looks like.
final class Door implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LiveServer server;
  private final HttpClient http = new WatchedClient();
  private final AtomicLong sent = new AtomicLong();
  private @Nullable Superuser superuser;

  Door(LiveServer server) {
    this.server = server;
  }

  LiveServer server() {
    return server;
  }

  /// From now on what is too dear to be done over HTTP is done behind it.
  void opened(Superuser behind) {
    superuser = behind;
  }

  Superuser superuser() {
    return requireNonNull(superuser);
  }

  /// How many requests went through.
  long sent() {
    return sent.get();
  }

  Reply send(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.at(call.surface()).resolve(call.path()))
            .timeout(PATIENCE)
            .method(
                call.method(),
                call.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    if (!call.body().isEmpty() && !call.headers().containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      sent.incrementAndGet();
      return new Reply(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new AssertionError(call + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
