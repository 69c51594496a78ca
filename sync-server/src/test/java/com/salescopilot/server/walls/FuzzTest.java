package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.db.TestDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Requests by the thousand, each wrong in one place, to every operation: none brings the server to
/// a 5xx, every answer is what the contract promises, and no refusal shows what is behind it.
final class FuzzTest {
  private static final int REQUESTS = 10_000;
  private static final int MANY = 200_000;

  /// After so many a lane goes on in a new workspace: what reads a workspace whole would take
  /// longer with every row that the ones before have made.
  private static final int SHIFT = 10_000;

  private static final int MOST_BUSY = 3;

  /// A sign-in costs as much as thirty other requests, and is soon refused for its number.
  private static final int SIGN_IN_IN = 8;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  private final long seed = new SplittableRandom().nextLong();
  private final Judge judge = new Judge();
  private final AtomicInteger busy = new AtomicInteger();

  @Test
  void ten_thousand_spoilt_requests_are_answered_as_the_contract_says() throws Exception {
    fuzz(REQUESTS);
  }

  @Test
  @Tag("long")
  void two_hundred_thousand_spoilt_requests_are_answered_as_the_contract_says() throws Exception {
    fuzz(MANY);
  }

  /// Each lane has workspaces, a part of the seed and a thread of its own.
  private void fuzz(int requests) throws Exception {
    List<Tenant> people = List.of(walls.ana(), walls.bo());
    Map<Fuzz.Kind, Integer> kinds = new EnumMap<>(Fuzz.Kind.class);
    Set<String> reached = new TreeSet<>();
    try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Lane>> running = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        Lane lane = new Lane(people.get(i), new Random(seed + i), requests / people.size());
        running.add(lanes.submit(lane::run));
      }
      for (Future<Lane> lane : running) {
        lane.get().kinds.forEach((kind, n) -> kinds.merge(kind, n, Integer::sum));
        reached.addAll(lane.get().reached);
      }
    }
    String told = "seed %d, %s, busy %s, codes %s".formatted(seed, kinds, busy, judge);
    System.getLogger(FuzzTest.class.getName()).log(System.Logger.Level.INFO, told);
    assertThat(judge.faults()).as(told).isEmpty();
    assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(requests);
    assertThat(kinds.keySet()).as(told).containsExactly(Fuzz.Kind.values());
    assertThat(kinds.values()).as(told).allMatch(n -> n > requests / 100);
    assertThat(reached).as("routes").isEqualTo(new TreeSet<>(Samples.byRoute().keySet()));
    assertThat(judge.codes())
        .as("what the spoilt requests reach")
        .contains("MALFORMED", "INVALID", "UNKNOWN_FIELD", "MEDIA_TYPE", "NOT_FOUND", "READ_ONLY");
    assertThat(walls.ana().get("/auth/me").status()).as("the server is well").isEqualTo(200);
  }

  private final class Lane {
    private final Random random;
    private final int requests;
    private final Map<Fuzz.Kind, Integer> kinds = new EnumMap<>(Fuzz.Kind.class);
    private final Set<String> reached = new TreeSet<>();
    private Tenant tenant;
    private Stock stock;

    Lane(Tenant tenant, Random random, int requests) {
      this.tenant = tenant;
      this.stock = new Stock(tenant);
      this.random = random;
      this.requests = requests;
    }

    Lane run() {
      List<List<Sample>> routes = List.copyOf(Samples.byRoute().values());
      List<Fuzz.Kind> all = List.of(Fuzz.Kind.values());
      Fuzz fuzz = new Fuzz(random);
      int sent = 0;
      while (sent < requests) {
        List<Sample> samples = routes.get(random.nextInt(routes.size()));
        Sample sample = samples.get(random.nextInt(samples.size()));
        boolean signsIn = sample.pattern().matches("/api/auth/(signup|login|password|me)");
        if (signsIn && random.nextInt(SIGN_IN_IN) > 0) {
          continue;
        }
        Fuzz.Kind kind = all.get(random.nextInt(all.size()));
        Optional<Call> call = made(sample).flatMap(good -> fuzz.of(kind, good));
        if (judge.isFull()) {
          return this;
        }
        if (call.isPresent()) {
          send(sample, kind, call.get());
          kinds.merge(kind, 1, Integer::sum);
          reached.add(sample.route());
          sent++;
          if (sent % SHIFT == 0 && sent < requests) {
            change(sent);
          }
        }
      }
      return this;
    }

    /// What cannot be made is a fault too, after so many attempts.
    private Optional<Call> made(Sample sample) {
      for (int attempt = 0; ; attempt++) {
        try {
          return Optional.of(stock.take(sample));
        } catch (AssertionError e) {
          busy.incrementAndGet();
          if (attempt == MOST_BUSY) {
            judge.fault("making " + sample + ": " + e);
            return Optional.empty();
          }
        }
      }
    }

    /// A machine that others use may be too slow for the server to keep its times, and then it says
    /// so: that is no fault, unless it says nothing else.
    private Reply answered(Call call) {
      Reply reply = tenant.send(call);
      for (int i = 0; i < MOST_BUSY && reply.status() == 503; i++) {
        busy.incrementAndGet();
        reply = tenant.send(call);
      }
      return reply;
    }

    private void change(int sent) {
      tenant = walls.another(tenant.canary.replaceFirst("[0-9]*$", Integer.toString(sent)));
      stock = new Stock(tenant);
    }

    private void send(Sample sample, Fuzz.Kind kind, Call call) {
      String what = sample + ", " + kind;
      try {
        Reply reply = answered(call);
        stock.answered(sample, call, reply);
        judge.judge(what, call, reply);
      } catch (AssertionError | RuntimeException e) {
        judge.fault(what + ": " + Judge.cut(call.toString()) + ": " + e);
      }
    }
  }
}
