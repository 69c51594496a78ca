package com.salescopilot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.value.ValueJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Everybody signs in at once, to a server with the options of the distribution: memory stays. How
/// long the calls of who is signed in take is printed; on a quiet machine it says something.
final class LogInStormTest {
  private static final int LOG_INS = 200;
  private static final long MOST_MIB = 150;

  private static final String WHO =
      "{\"email\":\"ann@a.example\",\"password\":\"correct horse battery\"}";

  @TempDir Path directory = Path.of("target");

  private static HttpRequest request(URI api, String path, String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve("/api" + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token);
    return (body.isEmpty() ? request : request.POST(BodyPublishers.ofString(body))).build();
  }

  @Test
  @Tag("long")
  @EnabledOnOs(OS.LINUX)
  void two_hundred_at_once_take_little_memory() throws Exception {
    Map<String, String> settings = Map.of("SC_DATA_DIR", directory.resolve("data").toString());
    try (ServerProcess server =
            ServerProcess.start(ServerProcess.DISTRIBUTION, directory, settings, "serve")
                .awaitReady();
        HttpClient http = HttpClient.newHttpClient()) {
      URI api = server.at("api");
      String token =
          ValueJson.tree(
                  http.send(request(api, "/auth/signup", "", WHO), BodyHandlers.ofString()).body())
              .path("token")
              .asText();
      for (int i = 0; i < 500; i++) {
        http.send(request(api, "/workspace", token, ""), BodyHandlers.discarding());
      }
      long before = Math.round(server.residentMebibytes());
      List<CompletableFuture<HttpResponse<String>>> storm = new ArrayList<>();
      for (int i = 0; i < LOG_INS; i++) {
        storm.add(http.sendAsync(request(api, "/auth/login", "", WHO), BodyHandlers.ofString()));
      }
      long peak = before;
      List<Long> others = new ArrayList<>();
      int unwell = 0;
      while (storm.stream().anyMatch(one -> !one.isDone())) {
        long start = System.nanoTime();
        HttpResponse<String> seen =
            http.send(request(api, "/workspace", token, ""), BodyHandlers.ofString());
        others.add(System.nanoTime() - start);
        unwell += seen.statusCode() == 200 ? 0 : 1;
        peak = Math.max(peak, Math.round(server.residentMebibytes()));
      }
      Map<Integer, Integer> statuses = new TreeMap<>();
      storm.forEach(one -> statuses.merge(one.join().statusCode(), 1, Integer::sum));
      Collections.sort(others);
      double p99 = others.get((int) Math.ceil(0.99 * others.size()) - 1) / 1e6;
      String told =
          "%d log-ins: %s; memory %d MiB, at most %d more; %d other calls, %d refused, p99 %.1f ms"
              .formatted(LOG_INS, statuses, before, peak - before, others.size(), unwell, p99);
      System.getLogger(LogInStormTest.class.getName()).log(System.Logger.Level.INFO, told);
      assertThat(statuses.keySet()).as(told).isSubsetOf(200, 503);
      assertThat(statuses).as(told).containsKey(200);
      assertThat(peak - before).as(told).isLessThanOrEqualTo(MOST_MIB);
    }
  }
}
