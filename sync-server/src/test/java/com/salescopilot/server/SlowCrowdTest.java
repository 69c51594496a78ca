package com.salescopilot.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.contract.WatchedClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Two thousand clients that are slow in four ways: everybody else is served as if they were not
/// there, and those who do nothing are cut off, but for those in the middle of a header.
final class SlowCrowdTest {
  private static final int CROWD = 2_000;
  private static final Duration WHOLE = Duration.ofSeconds(100);

  /// Of which a third are answers that nobody reads, some 200 KB each.
  private static final long MOST_MIB = 300;

  private static final List<Way> WAYS = List.of(Way.values());
  private static final byte[] DROP = {'x'};
  private static final String WHO =
      "{\"email\":\"ann@a.example\",\"password\":\"correct horse battery\"}";

  @TempDir Path directory;

  /// How one is slow.
  private enum Way {
    SILENT(""),
    HALF_A_HEADER("GET /api/workspace HTTP/1.1\r\nHost: x\r\nX-Slow: "),
    HALF_A_BODY("POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n{"),
    READS_NOTHING("GET /api/openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n".repeat(40));

    private final String beginning;

    Way(String beginning) {
      this.beginning = beginning;
    }
  }

  private record Slow(Way way, boolean drips, SocketChannel channel) {
    static Slow open(URI server, int number) throws IOException {
      Way way = WAYS.get(number % WAYS.size());
      SocketChannel channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
      channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      channel.configureBlocking(false);
      channel.write(ByteBuffer.wrap(way.beginning.getBytes(US_ASCII)));
      return new Slow(way, number / WAYS.size() % 2 == 1, channel);
    }

    /// One byte more, as somebody does who wants to stay.
    void drip() {
      if (drips && (way == Way.HALF_A_HEADER || way == Way.HALF_A_BODY)) {
        try {
          channel.write(ByteBuffer.wrap(DROP));
        } catch (IOException _) {
          // cut off, which is looked at in the end
        }
      }
    }

    boolean isCutOff() {
      ByteBuffer room = ByteBuffer.allocate(1 << 16);
      try {
        int read;
        do {
          read = channel.read(room.clear());
        } while (read > 0);
        return read < 0;
      } catch (IOException _) {
        return true;
      }
    }
  }

  @Test
  @Tag("long")
  @EnabledOnOs(OS.LINUX)
  void two_thousand_slow_clients_keep_nobody_waiting() throws Exception {
    Map<String, String> settings = Map.of("SC_DATA_DIR", directory.resolve("data").toString());
    List<Slow> crowd = new ArrayList<>();
    try (ServerProcess server =
            ServerProcess.start(ServerProcess.DISTRIBUTION, directory, settings, "serve")
                .awaitReady();
        HttpClient http = new WatchedClient()) {
      URI api = server.at("api");
      HttpRequest signUp =
          HttpRequest.newBuilder(api.resolve("/api/auth/signup"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(WHO))
              .build();
      String token =
          ValueJson.tree(http.send(signUp, BodyHandlers.ofString()).body()).path("token").asText();
      HttpRequest look =
          HttpRequest.newBuilder(api.resolve("/api/workspace"))
              .header("Authorization", "Bearer " + token)
              .build();
      List<Long> alone = serve(http, look, Duration.ofSeconds(20), List.of());
      long before = Math.round(server.residentMebibytes());
      for (int i = 0; i < CROWD; i++) {
        crowd.add(Slow.open(api, i));
      }
      List<Long> beside = serve(http, look, WHOLE, crowd);
      long more = Math.round(server.residentMebibytes()) - before;
      Map<Way, Integer> cut = new EnumMap<>(Way.class);
      crowd.stream().filter(Slow::isCutOff).forEach(one -> cut.merge(one.way, 1, Integer::sum));
      String told =
          "%d slow clients, cut off after %s: %s; memory %d MiB more; %d other calls, p99 %.1f ms beside %.1f ms alone"
              .formatted(CROWD, WHOLE, cut, more, beside.size(), p99(beside), p99(alone));
      System.getLogger(SlowCrowdTest.class.getName()).log(System.Logger.Level.INFO, told);
      int each = CROWD / WAYS.size();
      assertThat(cut.getOrDefault(Way.SILENT, 0)).as(told).isEqualTo(each);
      assertThat(cut.getOrDefault(Way.READS_NOTHING, 0)).as(told).isEqualTo(each);
      assertThat(cut.getOrDefault(Way.HALF_A_BODY, 0)).as(told).isEqualTo(each);
      // who is in the middle of a header keeps a connection, and nothing else
      assertThat(cut.getOrDefault(Way.HALF_A_HEADER, 0)).as(told).isZero();
      assertThat(more).as(told).isLessThanOrEqualTo(MOST_MIB);
    } finally {
      for (Slow one : crowd) {
        one.channel.close();
      }
    }
  }

  /// Calls one after the other, and lets the crowd drip every few seconds.
  ///
  /// @return how long each call took, in nanoseconds
  private static List<Long> serve(
      HttpClient http, HttpRequest look, Duration span, List<Slow> crowd) throws Exception {
    List<Long> took = new ArrayList<>();
    long start = System.nanoTime();
    long dripped = start;
    while (System.nanoTime() - start < span.toNanos()) {
      long call = System.nanoTime();
      assertThat(http.send(look, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      took.add(System.nanoTime() - call);
      if (System.nanoTime() - dripped > Duration.ofSeconds(5).toNanos()) {
        dripped = System.nanoTime();
        crowd.forEach(Slow::drip);
      }
    }
    return took;
  }

  private static double p99(List<Long> nanos) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1) / 1e6;
  }
}
