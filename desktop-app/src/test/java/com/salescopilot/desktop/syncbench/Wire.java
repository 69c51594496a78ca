package com.salescopilot.desktop.syncbench;

import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// The protocol spoken by hand: what the server alone costs.
final class Wire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int BUFFER = 1 << 16;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Rig rig;
  private String token;
  private final UUID device = UUID.randomUUID();
  private ChainPosition reached = ChainPosition.START;

  Wire(Rig rig) throws IOException, InterruptedException {
    this.rig = rig;
    token = logIn();
  }

  private String logIn() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(rig.at("api").resolve("/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(rig.credentials()))
                .build(),
            BodyHandlers.ofString());
    return ValueJson.tree(answer.body()).path("token").asText();
  }

  /// A pull's answer.
  ///
  /// @param bytes of its body, compressed
  record Answer(int status, long bytes, Duration took) {}

  Answer pull(String body) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<InputStream> answer =
        http.send(post("/api/sync/pull", body), BodyHandlers.ofInputStream());
    long bytes = 0;
    try (InputStream in = answer.body()) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
      }
    }
    return new Answer(answer.statusCode(), bytes, Duration.ofNanos(System.nanoTime() - start));
  }

  CompletableFuture<HttpResponse<Void>> park(String body) {
    return http.sendAsync(post("/api/sync/pull", body), BodyHandlers.discarding());
  }

  Duration bareGet() throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<Void> _ =
        http.send(
            HttpRequest.newBuilder(rig.at("admin").resolve("/health/live")).build(),
            BodyHandlers.discarding());
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// Pushes a batch as a device does.
  void push(List<Change> changes) throws IOException, InterruptedException {
    List<PushRequest.Item> items = new ArrayList<>();
    for (Change change : changes) {
      items.add(
          new PushRequest.Item(
              reached.seq() + items.size() + 1, UUID.randomUUID(), 0, Codec.write(change)));
    }
    String body = new PushRequest(device, reached, items).json();
    HttpResponse<String> answer = http.send(post("/api/sync/push", body), BodyHandlers.ofString());
    if (answer.statusCode() == 401) { // a token lives shorter than a long run
      token = logIn();
      push(changes);
      return;
    }
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    ChainPosition through = PushReply.parseThrough(answer.body()).last();
    int taken = Math.toIntExact(through.seq() - reached.seq());
    reached = through;
    if (taken < changes.size()) {
      push(changes.subList(taken, changes.size()));
    }
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(rig.at("api").resolve(path))
        .header("Accept-Encoding", "gzip")
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
