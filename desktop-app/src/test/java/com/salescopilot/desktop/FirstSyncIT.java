package com.salescopilot.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.desktop.network.TestServer;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ServerProcess;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two packed clients of one person: what one does the other shows live, and a new one takes in a
/// large workspace while one already works in it.
final class FirstSyncIT {
  @RegisterExtension static final TestServer server = new TestServer();

  private static final int PROSPECTS = 20_000;
  private static final int EDITS = 40;
  private static final Duration LIVE = Duration.ofSeconds(5);
  private static final Duration FIRST_SYNC = Duration.ofSeconds(30);

  @TempDir Path scratch;

  private final String email = TestServer.newAddress();
  private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random());

  private Map<String, String> who() {
    return Map.of(
        "server", server.api().toString(), "email", email, "password", TestServer.PASSWORD);
  }

  @Test
  void two_clients_show_each_others_edits_live() {
    try (ClientProcess desk = ClientProcess.start(scratch.resolve("desk"));
        ClientProcess laptop = ClientProcess.start(scratch.resolve("laptop"))) {
      desk.done("signup", who());
      laptop.done("login", who());
      String id =
          desk.done("create", Map.of("entity", "prospect", "fields", Map.of("email", "ana@b.io")))
              .path("id")
              .asText();
      await().atMost(LIVE).until(() -> laptop.row("prospect", id).has("rev"));
      List<Duration> times = new ArrayList<>();
      for (int i = 0; i < EDITS; i++) {
        ClientProcess from = i % 2 == 0 ? desk : laptop;
        ClientProcess to = i % 2 == 0 ? laptop : desk;
        String company = "Acme " + i;
        from.done(
            "patch", Map.of("entity", "prospect", "id", id, "fields", Map.of("company", company)));
        long acknowledged = System.nanoTime();
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(2))
            .atMost(LIVE)
            .until(() -> to.row("prospect", id).path("company").asText().equals(company));
        times.add(Duration.ofNanos(System.nanoTime() - acknowledged));
      }
      Collections.sort(times);
      System.out.println(
          "FirstSyncIT: an edit is seen on the other client after %d ms (median of %d), at most %d ms"
              .formatted(times.get(EDITS / 2).toMillis(), EDITS, times.getLast().toMillis()));
      desk.done("sync");
      laptop.done("sync");
      assertThat(laptop.dump()).isEqualTo(desk.dump());
    }
  }

  @Test
  void a_new_client_takes_in_20000_prospects_and_edits_go_on_meanwhile() {
    try (ClientProcess desk = ClientProcess.start(scratch.resolve("desk"));
        ClientProcess laptop = ClientProcess.start(scratch.resolve("laptop"))) {
      desk.done("signup", who());
      long pushed = System.nanoTime();
      push();
      System.out.println(
          "FirstSyncIT: %d prospects pushed in %d ms, a client following live"
              .formatted(PROSPECTS, Duration.ofNanos(System.nanoTime() - pushed).toMillis()));
      long begun = System.nanoTime();
      laptop.done("login", who());
      List<Duration> acks = new ArrayList<>();
      for (int i = 0; i < EDITS; i++) {
        long asked = System.nanoTime();
        laptop.done(
            "create", Map.of("entity", "prospect", "fields", Map.of("email", "new" + i + "@b.io")));
        acks.add(Duration.ofNanos(System.nanoTime() - asked));
      }
      laptop.done("sync");
      Duration firstSync = Duration.ofNanos(System.nanoTime() - begun);
      System.out.println(
          "FirstSyncIT: login and first sync of %d prospects in %d ms, an edit meanwhile acknowledged in at most %d ms"
              .formatted(PROSPECTS, firstSync.toMillis(), Collections.max(acks).toMillis()));
      assertThat(firstSync).isLessThan(FIRST_SYNC);
      desk.done("sync");
      for (ClientProcess client : List.of(desk, laptop)) {
        assertThat(total(client)).isEqualTo(PROSPECTS + EDITS);
      }
      assertThat(server.get(email, "prospects").path("total").asInt()).isEqualTo(PROSPECTS + EDITS);
      assertThat(laptop.dump()).hasSize(PROSPECTS + EDITS).isEqualTo(desk.dump());
      JsonNode found =
          laptop.done("list", Map.of("entity", "prospect", "search", "first19777 last19777"));
      assertThat(found.path("total").asInt()).isEqualTo(1);
    }
  }

  private static int total(ClientProcess client) {
    return client.done("list", Map.of("entity", "prospect", "limit", 1)).path("total").asInt();
  }

  /// A third device of the same person sends the prospects, as an outbox would.
  private void push() {
    String token = server.token(email);
    ChainPosition after = ChainPosition.START;
    try (HttpClient http = HttpClient.newHttpClient()) {
      var device = ids.next();
      for (int from = 0; from < PROSPECTS; from += PushRequest.MOST) {
        List<PushRequest.Item> items = new ArrayList<>();
        for (int i = from; i < Math.min(from + PushRequest.MOST, PROSPECTS); i++) {
          items.add(new PushRequest.Item(i + 1, ids.next(), 0, creation(i)));
        }
        HttpRequest.Builder request =
            HttpRequest.newBuilder(server.api().resolve("/api/sync/push"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new PushRequest(device, after, items).json()));
        after = PushReply.parseThrough(ServerProcess.send(http, request).body()).last();
      }
    }
    assertThat(after.seq()).isEqualTo(PROSPECTS);
  }

  private Value.Fields creation(int i) {
    return new Value.Fields(
        ValueJson.members(
            ValueJson.object(
                """
                {"op":"create","entity":"prospect","key":"%2$s","fields":{
                  "email":"p%1$d@company%1$d.example","firstName":"First%1$d","lastName":"Last%1$d",
                  "company":"Company %1$d","jobTitle":"Head of sales","customFields":{"plan":"pro","seats":%1$d}}}
                """
                    .formatted(i, ids.next()))));
  }
}
