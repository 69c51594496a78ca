package com.salescopilot.server.bench;

import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Durability;
import com.salescopilot.server.db.LocalPostgres;
import com.salescopilot.server.demo.ScratchDirectory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// How the server behaves when twice and ten times as much is asked of it as it can do, and when
/// one workspace floods it beside another. The server is a process of its own with the options of
/// the distribution; capacity C is the highest rate at which 99 of 100 answers take 100 ms at most.
public final class Overload {
  private static final int WORKSPACES = 8;
  private static final int PROSPECTS = 200;
  private static final double CAPACITY_MILLIS = 100;
  private static final Duration STEP = Duration.ofSeconds(4);
  private static final int BISECTIONS = 4;

  private final ServerProcess server;
  private final OpenLoop loop;
  private final List<List<byte[]>> requests;
  private final Random random = new Random(20_261_128);

  private Overload(ServerProcess server, OpenLoop loop, List<List<byte[]>> requests) {
    this.server = server;
    this.loop = loop;
    this.requests = requests;
  }

  /// Measures and prints.
  ///
  /// @param args seconds of each overload (30), and C, if it is not to be measured: on a machine
  ///   that others use it says more about them, and two servers are compared at one C and one time
  public static void main(String[] args) throws Exception {
    Duration span = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 30);
    Path binaries = Path.of("target", "postgres", "binaries").toAbsolutePath();
    try (ScratchDirectory directory = ScratchDirectory.make();
        LocalPostgres postgres =
            LocalPostgres.start(
                directory.path().resolve("postgres"), binaries, Durability.DURABLE)) {
      DatabaseLogin login = postgres.database("bench");
      Map<String, String> settings =
          Map.of(
              "SC_DATA_DIR", directory.path().resolve("server").toString(),
              "SC_DATABASE_URL", login.url(),
              "SC_DATABASE_USER", login.user(),
              "SC_DATABASE_PASSWORD", login.password());
      try (ServerProcess server =
              ServerProcess.start(ServerProcess.DISTRIBUTION, directory.path(), settings)
                  .awaitReady();
          OpenLoop loop = new OpenLoop(server.at("api"))) {
        new Overload(server, loop, requests(server.at("api")))
            .run(span, args.length > 1 ? Double.parseDouble(args[1]) : 0);
      }
    }
    System.exit(0);
  }

  private void run(Duration span, double known) throws IOException {
    say("load of the machine before %.1f", load());
    part("warm-up", this::any, 100, Duration.ofSeconds(25));
    double capacity = known > 0 ? known : capacity();
    say("capacity C: %.0f requests a second with p99 <= %.0f ms", capacity, CAPACITY_MILLIS);
    double alone = part("one workspace alone at C/20", of(0), capacity / 20, STEP.multipliedBy(2));
    double memory = server.residentMebibytes();
    overload(2, capacity, span, memory);
    overload(10, capacity, span, memory);
    double beside = beside(capacity, span);
    say(
        "a quiet workspace's p99 beside one that asks for C in bursts: %.2f x alone (limit 2)",
        beside / alone);
  }

  private double capacity() throws IOException {
    double good = 50;
    double bad = 0;
    for (double rate = 2 * good; bad == 0; rate *= 2) {
      if (holds(rate)) {
        good = rate;
      } else {
        bad = rate;
      }
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double rate = (good + bad) / 2;
      if (holds(rate)) {
        good = rate;
      } else {
        bad = rate;
      }
    }
    return good;
  }

  private boolean holds(double rate) throws IOException {
    OpenLoop.Result result = loop.run(this::any, rate, STEP);
    settle();
    return result.refused().count() == 0
        && result.wrong().isEmpty()
        && result.accepted().millis(0.99) <= CAPACITY_MILLIS;
  }

  private void overload(int times, double capacity, Duration span, double memory)
      throws IOException {
    Duration before = worked();
    OpenLoop.Result result = loop.run(this::any, times * capacity, span);
    double millis = worked().minus(before).toMillis();
    double most = server.residentMebibytes();
    say(
        "%d C, %d s: goodput %.2f C; accepted %s; refused %s; wrong %s; memory %.0f MiB above idle;"
            + " %.2f ms of the server a request",
        times,
        span.toSeconds(),
        result.goodput() / capacity,
        result.accepted().words(),
        result.refused().words(),
        result.wrong(),
        most - memory,
        millis / result.offered());
    if (!result.wrong().isEmpty()) {
      server.stderr().lines().filter(line -> line.contains("ERROR")).limit(3).forEach(this::quote);
    }
    settle();
    part("afterwards at C/4", this::any, capacity / 4, STEP);
  }

  /// A quiet workspace's p99 in milliseconds while another asks ten times as often as it may.
  private double beside(double capacity, Duration span) throws IOException {
    try (OpenLoop flood = new OpenLoop(server.at("api"))) {
      Thread flooding = Thread.ofPlatform().start(() -> flood(flood, capacity, span));
      double quiet = part("beside a flood", of(0), capacity / 20, span.minusSeconds(1));
      while (flooding.isAlive()) {
        LockSupport.parkNanos(10_000_000);
      }
      return quiet;
    }
  }

  private void flood(OpenLoop flood, double capacity, Duration span) {
    OpenLoop.Result result = flood.run(of(1), capacity, span);
    say(
        "the flood: accepted %s; refused %s; wrong %s",
        result.accepted().words(), result.refused().words(), result.wrong());
  }

  private double part(String name, Supplier<byte[]> next, double rate, Duration span)
      throws IOException {
    OpenLoop.Result result = loop.run(next, rate, span);
    say(
        "%s, %.0f/s: accepted %s; refused %d; wrong %s",
        name, rate, result.accepted().words(), result.refused().count(), result.wrong());
    settle();
    return result.accepted().millis(0.99);
  }

  private void settle() throws IOException {
    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    loop.rest();
  }

  private byte[] any() {
    List<byte[]> own = requests.get(random.nextInt(requests.size()));
    return own.get(random.nextInt(own.size()));
  }

  private Supplier<byte[]> of(int workspace) {
    Random own = new Random(workspace);
    List<byte[]> all = requests.get(workspace);
    return () -> all.get(own.nextInt(all.size()));
  }

  /// Of each workspace: seven pages of its list or single prospects, two edits, one look at the
  /// numbers, each ready for the wire.
  private static List<List<byte[]>> requests(URI api) throws IOException, InterruptedException {
    List<List<byte[]>> all = new ArrayList<>();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int w = 0; w < WORKSPACES; w++) {
        Account account = new Account(http, api, "owner" + w);
        List<byte[]> own = new ArrayList<>();
        for (int i = 0; i < PROSPECTS; i++) {
          HttpResponse<String> made =
              account.post(
                  "/api/prospects",
                  "{\"email\":\"p%d@w%d.example\",\"firstName\":\"Ana\",\"company\":\"C%d\"}"
                      .formatted(i, w, i % 40));
          String id = ValueJson.tree(made.body()).path("id").asText();
          String one = "/api/prospects/" + id;
          String kind =
              switch (i % 10) {
                case 0, 1 ->
                    wire(api, account, "PATCH " + one, "{\"jobTitle\":\"Buyer " + i + "\"}");
                case 2 -> wire(api, account, "GET /api/dashboard/stats", "");
                case 3, 4, 5 -> wire(api, account, "GET " + one, "");
                default -> wire(api, account, "GET /api/prospects?limit=50&offset=" + i / 2, "");
              };
          own.add(kind.getBytes(StandardCharsets.UTF_8));
        }
        all.add(List.copyOf(own));
      }
    }
    return all;
  }

  private static String wire(URI api, Account account, String methodAndPath, String body) {
    return "%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(methodAndPath, api.getAuthority(), account.token(), body.length(), body);
  }

  private void quote(String line) {
    say("%s", line);
  }

  /// The server's share of the processors so far, without its database.
  private Duration worked() {
    return ProcessHandle.of(server.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void say(String words, Object... values) {
    System.out.println(String.format(Locale.ROOT, words, values));
  }
}
