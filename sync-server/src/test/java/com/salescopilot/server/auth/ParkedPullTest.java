package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.LiveServer;
import com.salescopilot.server.contract.WatchedClient;
import com.salescopilot.server.db.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A device that waits for news when its session ends.
final class ParkedPullTest {
  private static final int WAIT = 25;
  private static final String DEVICE = UUID.randomUUID().toString();

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  private static HttpRequest post(String path, String body, String token) {
    return HttpRequest.newBuilder(server.at(LiveServer.Surface.API).resolve("/api" + path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String pull(String cursors, int wait) {
    return "{\"protocol\":1,\"device\":\"%s\",\"cursors\":%s,\"acked\":0,\"wait\":%d}"
        .formatted(DEVICE, cursors, wait);
  }

  @Test
  void the_wait_ends_at_once_with_401_when_the_session_does() throws Exception {
    try (HttpClient http = new WatchedClient()) {
      String person = "{\"email\":\"parked@a.example\",\"password\":\"correct horse battery\"}";
      String first = token(http.send(post("/auth/signup", person, ""), BodyHandlers.ofString()));
      String other = token(http.send(post("/auth/login", person, ""), BodyHandlers.ofString()));
      String[] lines =
          http.send(post("/sync/pull", pull("{}", 0), first), BodyHandlers.ofString())
              .body()
              .strip()
              .split("\n", -1);
      JsonNode cursors = ValueJson.tree(lines[lines.length - 1]).path("cursors");
      CompletableFuture<HttpResponse<String>> parked =
          http.sendAsync(
              post("/sync/pull", pull(cursors.toString(), WAIT), first), BodyHandlers.ofString());
      CompletableFuture<HttpResponse<String>> stays =
          http.sendAsync(
              post("/sync/pull", pull(cursors.toString(), WAIT), other), BodyHandlers.ofString());
      await()
          .during(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(30))
          .until(() -> !parked.isDone() && !stays.isDone());
      long ended = System.nanoTime();
      assertThat(http.send(post("/auth/logout", "", first), BodyHandlers.ofString()).statusCode())
          .isEqualTo(204);
      assertThat(parked.join().statusCode()).isEqualTo(401);
      assertThat(Duration.ofNanos(System.nanoTime() - ended))
          .isLessThan(Duration.ofSeconds(WAIT / 2));
      assertThat(stays.isDone()).as("another session of the account waits on").isFalse();
      http.send(post("/auth/logout", "", other), BodyHandlers.ofString());
      assertThat(stays.join().statusCode()).isEqualTo(401);
    }
  }

  private static String token(HttpResponse<String> signedIn) {
    return ValueJson.tree(signedIn.body()).path("token").asText();
  }
}
