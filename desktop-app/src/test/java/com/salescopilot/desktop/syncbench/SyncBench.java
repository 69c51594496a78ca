package com.salescopilot.desktop.syncbench;

import com.salescopilot.model.sync.Change;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.demo.ScratchDirectory;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Measures the sync engine, each figure beside its goal and beside the least that this machine
/// needs for the same, measured in the same run: `mvn -q -Pbench -Dbench=sync`. The server is a
/// process of its own, the client is in this one.
public final class SyncBench {
  private static final int BATCH = 500;
  private static final int OFFLINE = 10_000;
  private static final int LIVE_EDITS = 300;
  private static final int WARM_EDITS = 100;
  private static final int PARKED = 2_000;
  private static final int PARKED_SECONDS = 20;
  private static final int ARRIVE_TOGETHER = 20;
  private static final long BETWEEN_ARRIVALS_NANOS = 50_000_000;
  private static final int ROUNDS = 10;

  private final Path scratch;
  private final Rig rig;
  private final Wire wire;
  private final Population people = new Population();
  private final int rows;
  private final int runs;

  private SyncBench(Path scratch, Rig rig, Wire wire, int rows, int runs) {
    this.scratch = scratch;
    this.rig = rig;
    this.wire = wire;
    this.rows = rows;
    this.runs = runs;
  }

  /// Measures and prints.
  ///
  /// @param args first syncs (5), prospects (100000), and the parts to measure: `first`, `live`,
  ///   `offline`, `delta`, `parked`, `million`; all but the last if none is named
  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int rows = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    Set<String> parts =
        args.length > 2
            ? Set.copyOf(Arrays.asList(args).subList(2, args.length))
            : Set.of("first", "live", "offline", "delta", "parked");
    try (ScratchDirectory directory = ScratchDirectory.make();
        Rig rig = Rig.start(directory.path())) {
      rig.signUp().close();
      try (Wire wire = new Wire(rig)) {
        new SyncBench(directory.path(), rig, wire, rows, runs).run(parts);
      }
    }
    System.exit(0);
  }

  private void run(Set<String> parts) throws Exception {
    say("%d prospects of 10 columns; load of the machine %.1f", rows, load());
    say("references: two bare fdatasync %s", words(Bare.twoSyncs(scratch)));
    say("            bare GET over loopback %s", words(gets()));
    Duration copy = Bare.copy(rig.login(), rows);
    say("            COPY of as many rows into bare PostgreSQL %d ms", copy.toMillis());
    fill();
    if (parts.contains("first")) {
      firstSync(copy);
    }
    if (parts.contains("delta")) {
      delta();
    }
    if (parts.contains("live")) {
      live();
    }
    if (parts.contains("offline")) {
      offline();
    }
    if (parts.contains("parked")) {
      parked();
    }
    if (parts.contains("million")) {
      million();
    }
    say("load of the machine at the end %.1f", load());
  }

  private List<Duration> gets() throws Exception {
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Duration one = wire.bareGet();
      if (i >= 100) {
        all.add(one);
      }
    }
    return all;
  }

  private void fill() throws Exception {
    double cpu = rig.cpuSeconds();
    double database = rig.databaseCpuSeconds();
    long start = System.nanoTime();
    for (int from = 0; from < rows; from += BATCH) {
      List<Change> batch = new ArrayList<>();
      for (int i = from; i < Math.min(rows, from + BATCH); i++) {
        batch.add(people.create());
      }
      wire.push(batch);
    }
    say(
        "push of %d creations: %.0f mutations/s (goal 5000), %.3f ms CPU of the server and %.3f ms"
            + " of PostgreSQL each",
        rows,
        rows * 1e9 / (System.nanoTime() - start),
        (rig.cpuSeconds() - cpu) * 1_000 / rows,
        (rig.databaseCpuSeconds() - database) * 1_000 / rows);
  }

  private void firstSync(Duration copy) throws Exception {
    List<Duration> all = new ArrayList<>();
    List<Duration> alone = new ArrayList<>();
    long bytes = 0;
    double serverCpu = 0;
    double clientCpu = 0;
    double databaseCpu = 0;
    for (int i = 0; i < runs; i++) {
      serverCpu = rig.cpuSeconds();
      databaseCpu = rig.databaseCpuSeconds();
      try (BenchDesk desk = desk("first" + i)) {
        double before = cpuSeconds();
        long start = System.nanoTime();
        desk.pull(_ -> {});
        all.add(Duration.ofNanos(System.nanoTime() - start));
        clientCpu = cpuSeconds() - before;
        serverCpu = rig.cpuSeconds() - serverCpu;
        databaseCpu = rig.databaseCpuSeconds() - databaseCpu;
      }
      Wire.Answer answer = wire.pull(everything());
      alone.add(answer.took());
      bytes = answer.bytes();
    }
    say(
        "first sync: %s (goal 2000; %.1f x COPY), the last with %.2f s CPU of the client, %.2f of"
            + " the server, %.2f of PostgreSQL",
        words(all),
        median(all).toNanos() / (double) copy.toNanos(),
        clientCpu,
        serverCpu,
        databaseCpu);
    say("            the server's answer alone %s", words(alone));
    say("            %.0f bytes a row on the wire (goal 150)", bytes / (double) rows);
    try (BenchDesk desk = desk("memory")) {
      long idle = liveHeap();
      List<Long> most = new ArrayList<>(List.of(0L));
      List<Integer> pages = new ArrayList<>(List.of(0));
      desk.pull(
          _ -> {
            pages.set(0, pages.getFirst() + 1);
            if (pages.getFirst() % 10 == 0) {
              most.set(0, Math.max(most.getFirst(), liveHeap() - idle));
            }
          });
      say(
          "            client's heap %.0f MB above idle at the most (goal 64)",
          most.getFirst() / 1e6);
    }
  }

  private void delta() throws Exception {
    UUID device = UUID.randomUUID();
    List<Duration> ten = new ArrayList<>();
    List<Duration> nothing = new ArrayList<>();
    long bytes = 0;
    try (BenchDesk desk = desk("delta")) {
      desk.pull(_ -> {});
      for (int i = 0; i < 4 * ROUNDS; i++) {
        List<Change> edits = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
          edits.add(people.edit((i * 7_919 + n * 13) % rows));
        }
        wire.push(edits);
        Wire.Answer delta = wire.pull(desk.request(device, 0));
        desk.pull(_ -> {});
        Wire.Answer none = wire.pull(desk.request(device, 0));
        if (i >= 2 * ROUNDS) {
          ten.add(delta.took());
          nothing.add(none.took());
        }
        bytes = none.bytes();
      }
    }
    say("delta of 10 in %d: %s, request and answer (goal 3)", rows, words(ten));
    say("nothing new: %d bytes of body (goal 300), %s", bytes, words(nothing));
  }

  private void live() throws Exception {
    try (BenchDesk one = desk("one");
        BenchDesk other = desk("other")) {
      one.pull(_ -> {});
      other.pull(_ -> {});
      one.goLive();
      other.goLive();
      one.engine().syncNow();
      other.engine().syncNow();
      List<Duration> durable = new ArrayList<>();
      List<Duration> arrived = new ArrayList<>();
      for (int i = 0; i < WARM_EDITS + LIVE_EDITS; i++) {
        int person = i % 50;
        Change edit = people.edit(person);
        Value expected = people.title(people.edits(person));
        long start = System.nanoTime();
        one.submit(edit);
        long kept = System.nanoTime();
        one.engine().edited();
        while (!other
            .row(people.key(person))
            .flatMap(row -> row.get("jobTitle"))
            .equals(Optional.of(expected))) {
          LockSupport.parkNanos(100_000);
          if (System.nanoTime() - start > 30_000_000_000L) {
            throw new IllegalStateException("an edit did not arrive");
          }
        }
        if (i >= WARM_EDITS) {
          durable.add(Duration.ofNanos(kept - start));
          arrived.add(Duration.ofNanos(System.nanoTime() - kept));
        }
      }
      say("edit durable here: %s (goal p99 15)", words(durable));
      say("edit to another client's store: %s (goal p50 8, p99 40)", words(arrived));
    }
  }

  private void offline() throws Exception {
    try (BenchDesk desk = desk("offline")) {
      desk.pull(_ -> {});
      int many = Math.min(OFFLINE, rows);
      long begun = System.nanoTime();
      for (int i = 0; i < many; i++) {
        desk.submit(people.edit(i));
      }
      say("%d offline edits made in %d ms", many, (System.nanoTime() - begun) / 1_000_000);
      double cpu = rig.cpuSeconds();
      double own = cpuSeconds();
      long start = System.nanoTime();
      desk.goLive();
      desk.engine().syncNow();
      long took = System.nanoTime() - start;
      say(
          "push of %d offline edits until all are confirmed: %d ms (goal 2000), %.3f ms CPU of the"
              + " server and %.3f ms of the client each",
          many,
          took / 1_000_000,
          (rig.cpuSeconds() - cpu) * 1_000 / many,
          (cpuSeconds() - own) * 1_000 / many);
    }
  }

  private void parked() throws Exception {
    String body;
    String device = UUID.randomUUID().toString();
    try (BenchDesk desk = desk("parked")) {
      desk.pull(_ -> {});
      body = desk.request(UUID.fromString(device), 30);
    }
    double memory = rig.residentMegabytes();
    List<CompletableFuture<HttpResponse<Void>>> waiting = new ArrayList<>();
    for (int i = 0; i < PARKED; i++) {
      waiting.add(wire.park(body.replace(device, UUID.randomUUID().toString())));
      if (i % ARRIVE_TOGETHER == 0) {
        // more at once than it lets wait are told to come again
        LockSupport.parkNanos(BETWEEN_ARRIVALS_NANOS);
      }
    }
    LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
    long answered = waiting.stream().filter(CompletableFuture::isDone).count();
    double cpu = rig.cpuSeconds();
    long start = System.nanoTime();
    LockSupport.parkNanos(Duration.ofSeconds(PARKED_SECONDS).toNanos());
    say(
        "%d parked clients (%d refused): server %.0f MB above idle, %.1f %% of a core",
        PARKED,
        answered,
        rig.residentMegabytes() - memory,
        (rig.cpuSeconds() - cpu) * 1e11 / (System.nanoTime() - start));
    waiting.forEach(one -> one.cancel(true));
  }

  private void million() throws Exception {
    String body = everything();
    List<Duration> fresh = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      fresh.add(wire.pull(body).took());
    }
    long start = System.nanoTime();
    for (int i = 0; i < 10 * rows; i += BATCH) {
      List<Change> batch = new ArrayList<>();
      for (int n = i; n < i + BATCH; n++) {
        batch.add(people.edit((int) (n * 7_919L % rows)));
      }
      wire.push(batch);
    }
    say("%d edits in %d s", 10 * rows, (System.nanoTime() - start) / 1_000_000_000);
    List<Duration> worn = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      worn.add(wire.pull(body).took());
    }
    say(
        "full pull after them: %s, %.2f x the fresh one (goal 1.05)",
        words(worn), median(worn).toNanos() / (double) median(fresh).toNanos());
  }

  /// The request of a client that has nothing.
  private String everything() throws Exception {
    try (BenchDesk desk = desk("new" + System.nanoTime())) {
      return desk.request(UUID.randomUUID(), 0);
    }
  }

  private BenchDesk desk(String name) throws Exception {
    return new BenchDesk(Files.createDirectories(scratch.resolve(name)), rig.logIn());
  }

  private static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// Of this process.
  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static Duration median(List<Duration> all) {
    return at(all, 0.5);
  }

  private static Duration at(List<Duration> all, double part) {
    List<Duration> sorted = all.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
  }

  private static String words(List<Duration> all) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms",
        at(all, 0.5).toNanos() / 1e6,
        at(all, 0.99).toNanos() / 1e6);
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void say(String words, Object... values) {
    System.out.println(String.format(Locale.ROOT, words, values));
  }
}
