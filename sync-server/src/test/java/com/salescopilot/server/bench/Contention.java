package com.salescopilot.server.bench;

import com.salescopilot.server.BenchServer;
import com.salescopilot.server.demo.TestMailbox;
import com.salescopilot.server.keys.Tokens;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// One workspace, everything at once: people edit while its campaign sends at full speed, opens
/// arrive, and an import runs. Prints commits per second and how long edits take.
public final class Contention {
  private static final int EDITORS = 8;
  private static final int BATCH = 500;
  private static final int OPENS_A_SECOND = 100;
  private static final long SEED = 20_261_128;

  private final BenchServer server;
  private final Account account;
  private final HttpClient http;
  private final Reference reference;
  private final int seconds;
  private final AtomicLong refused = new AtomicLong();
  private final List<UUID> edited = Work.ids(EDITORS);
  private int edits;

  private Contention(BenchServer server, HttpClient http, int seconds) throws Exception {
    this.server = server;
    this.http = http;
    this.seconds = seconds;
    this.account = new Account(http, server.at().api());
    this.reference = new Reference(server.login());
  }

  /// Runs it.
  ///
  /// @param args the seconds of each part (10), mails of the campaign (4000), offline edits (20000)
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    int mails = args.length > 1 ? Integer.parseInt(args[1]) : 4_000;
    int offline = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
    Path directory = Files.createTempDirectory("contention");
    try (TestMailbox mailbox = TestMailbox.start("sales@relay.example");
        BenchServer server = BenchServer.start(directory, mailbox.settings());
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      new Contention(server, http, seconds).run(mails, offline);
    }
    System.exit(0);
  }

  private void run(int mails, int offline) throws Exception {
    say(
        String.format(
            Locale.ROOT,
            "data directory on a durable PostgreSQL, fsync on; load of the machine %.1f",
            load()));
    double commits = reference.commitsASecond(Math.max(2, seconds / 4));
    double rows = reference.rowsASecond(Math.max(2, seconds / 4), BATCH);
    say(
        String.format(
            Locale.ROOT,
            "reference: bare insert + commit %.0f/s; bare insert of %d rows %.0f rows/s",
            commits,
            BATCH,
            rows));
    new Device(account, refused).push(Work.prospects(edited));
    editing(Math.max(20, seconds)); // what a server does all day is compiled; a new one's is not
    say(String.format(Locale.ROOT, "edits alone: %s", measured(commits, () -> editing(seconds))));
    offline(offline, rows);
    campaign(mails);
    say(String.format(Locale.ROOT, "everything at once: %s", measured(commits, this::everything)));
    say(
        String.format(
            Locale.ROOT,
            "references after: bare insert + commit %.0f/s; load of the machine %.1f",
            reference.commitsASecond(2),
            load()));
    reference.close();
  }

  private interface Part {
    String run() throws Exception;
  }

  private String measured(double commits, Part part) throws Exception {
    long before = reference.count("head");
    long start = System.nanoTime();
    double cpu = cpuMillis();
    String words = part.run();
    long made = reference.count("head") - before;
    double rate = made * 1e9 / (System.nanoTime() - start);
    return String.format(
        Locale.ROOT,
        "%.0f commits/s (%.2f of the reference), %.1f ms CPU of this process each; %s",
        rate,
        rate / commits,
        (cpuMillis() - cpu) / Math.max(1, made),
        words);
  }

  /// Several people edit, each the next thing as soon as the last is taken.
  private String editing(int duration) throws Exception {
    Latencies latencies = new Latencies();
    long end = System.nanoTime() + Duration.ofSeconds(duration).toNanos();
    int first = edits;
    AtomicInteger most = new AtomicInteger(first);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (UUID prospect : edited) {
        all.add(people.submit(() -> edit(prospect, first, end, latencies, most)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    edits = most.get();
    return "edits " + latencies.words();
  }

  private Void edit(UUID prospect, int first, long end, Latencies latencies, AtomicInteger most)
      throws Exception {
    Device device = new Device(account, refused);
    int time = first;
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      device.push(List.of(Work.edit(prospect, time++)));
      latencies.add(System.nanoTime() - start);
    }
    most.accumulateAndGet(time, Math::max);
    return null;
  }

  /// Somebody comes back from a long flight.
  private void offline(int many, double rows) throws Exception {
    List<UUID> prospects = Work.ids(many / 2);
    Device device = new Device(account, refused);
    double cpu = cpuMillis();
    long start = System.nanoTime();
    for (int i = 0; i < prospects.size(); i += BATCH) {
      device.push(Work.prospects(prospects.subList(i, Math.min(prospects.size(), i + BATCH))));
    }
    double created = prospects.size() * 1e9 / (System.nanoTime() - start);
    start = System.nanoTime();
    for (int i = 0; i < prospects.size(); i += BATCH) {
      device.push(
          prospects.subList(i, Math.min(prospects.size(), i + BATCH)).stream()
              .map(id -> Work.edit(id, 0))
              .toList());
    }
    double patched = prospects.size() * 1e9 / (System.nanoTime() - start);
    say(
        String.format(
            Locale.ROOT,
            "push of %d offline changes: %.0f creates/s, %.0f edits/s (%.3f of the reference's"
                + " rows), %.2f ms CPU of this process each",
            2 * prospects.size(),
            created,
            patched,
            patched / rows,
            (cpuMillis() - cpu) / (2 * prospects.size())));
  }

  private void campaign(int mails) throws Exception {
    UUID campaign = UUID.randomUUID();
    Device device = new Device(account, refused);
    device.push(Work.campaign(campaign));
    Instant start = Clock.systemUTC().instant().plusSeconds(15);
    long began = System.nanoTime();
    for (int i = 0; i < mails; i += BATCH) {
      List<com.salescopilot.model.sync.Change> batch = new ArrayList<>();
      for (int n = i; n < Math.min(mails, i + BATCH); n++) {
        batch.add(Work.mail(account.user(), n, campaign, edited.get(n % EDITORS), start));
      }
      device.push(batch);
    }
    say(
        String.format(
            Locale.ROOT,
            "%d mails queued, %.0f/s",
            mails,
            mails * 1e9 / (System.nanoTime() - began)));
    long wait = Duration.between(Clock.systemUTC().instant(), start).toNanos();
    if (wait > 0) {
      LockSupport.parkNanos(wait);
    }
    this.mails = mails;
  }

  private int mails;

  private String everything() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    long sent = reference.count("sent");
    long opens = reference.count("opens");
    long imported = reference.count("prospects");
    long start = System.nanoTime();
    String words;
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Void> importing = others.submit(() -> importing(over));
      Future<Void> opening = others.submit(() -> opening(over));
      words = editing(seconds);
      over.set(true);
      importing.get();
      opening.get();
    }
    double took = (System.nanoTime() - start) / 1e9;
    return words
        + String.format(
            Locale.ROOT,
            "; mails sent %.0f/s, opens counted %.0f/s, imported %.0f rows/s, %d pushes refused",
            (reference.count("sent") - sent) / took,
            (reference.count("opens") - opens) / took,
            (reference.count("prospects") - imported) / took,
            refused.get());
  }

  private Void importing(AtomicBoolean over) throws Exception {
    Device device = new Device(account, refused);
    while (!over.get()) {
      device.push(Work.prospects(Work.ids(BATCH)));
    }
    return null;
  }

  private Void opening(AtomicBoolean over) throws Exception {
    Tokens tokens = new Tokens(server.keys());
    Random random = new Random(SEED);
    URI tracking = server.at().tracking();
    while (!over.get()) {
      UUID mail = Work.mailId(account.user(), random.nextInt(mails));
      URI pixel = tracking.resolve("/o/" + tokens.of(Tokens.Kind.OPEN, mail) + ".gif");
      var _ =
          http.sendAsync(
              HttpRequest.newBuilder(pixel).header("User-Agent", "Mozilla/5.0 (X11)").build(),
              BodyHandlers.discarding());
      LockSupport.parkNanos(1_000_000_000L / OPENS_A_SECOND);
    }
    return null;
  }

  /// Of server, clients and mailbox together.
  private static double cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
