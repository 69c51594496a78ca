package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whether somebody with a stopwatch learns who has an account.
///
/// The measure is the area under the curve of the best classifier by time: 0.5 is a coin. A
/// password costs a tenth of what it does elsewhere, so that less hides behind its noise.
final class TimingTest {
  private static final int FEW = 200;
  private static final int MANY = 2_000;
  private static final double LIMIT_FEW = 0.65;
  private static final double LIMIT_MANY = 0.55;
  private static final int WARM = 50;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db, SignUpPolicy.OPEN, new Passwords.Cost(8_192, 1, 1));

  private final long seed = new SplittableRandom().nextLong();
  private final String known = desk.newAddress();
  private final String unknown = "stranger" + desk.newAddress();

  TimingTest() {
    desk.signUp(known);
  }

  private interface Call {
    void run(String address);
  }

  private static void logIn(String address) {
    assertThat(desk.logIn(address, "wrong horse battery").status()).isEqualTo(401);
  }

  private static void forgot(String address) {
    String body = "{\"email\":\"%s\"}".formatted(address);
    assertThat(desk.post("/auth/password/forgot", body).status()).isEqualTo(202);
  }

  private static void reset(String address) {
    String body =
        "{\"email\":\"%s\",\"code\":\"0000-0000-0000\",\"newPassword\":\"%s\"}"
            .formatted(address, AuthDesk.PASSWORD);
    assertThat(desk.post("/auth/password/reset", body).code()).isEqualTo("BAD_CODE");
  }

  /// A sign-in that costs nothing where there is no account: what must not be.
  private void leaky(String address) {
    if (address.equals(known)) {
      logIn(address);
    } else {
      assertThat(desk.refresh("A".repeat(43)).status()).isEqualTo(401);
    }
  }

  /// Chance that a known address takes longer than an unknown one, or the other way round.
  private double auc(Call call, int each) {
    List<String> order = new ArrayList<>(Collections.nCopies(each, known));
    order.addAll(Collections.nCopies(each, unknown));
    Collections.shuffle(order, new Random(seed));
    List<Long> ofKnown = new ArrayList<>();
    List<Long> ofUnknown = new ArrayList<>();
    for (int i = 0; i < WARM; i++) {
      timed(call, i % 2 == 0 ? known : unknown);
    }
    for (String address : order) {
      (address.equals(known) ? ofKnown : ofUnknown).add(timed(call, address));
    }
    double above = 0;
    long[] sorted = ofUnknown.stream().mapToLong(Long::longValue).sorted().toArray();
    for (long time : ofKnown) {
      int place = Arrays.binarySearch(sorted, time);
      above += place < 0 ? -place - 1 : place + 0.5;
    }
    double area = above / ((double) ofKnown.size() * sorted.length);
    return Math.max(area, 1 - area);
  }

  /// Time passes, so that nobody is held up for their number.
  private static long timed(Call call, String address) {
    desk.pass(Duration.ofMinutes(16));
    long start = System.nanoTime();
    call.run(address);
    return System.nanoTime() - start;
  }

  private void told(int each, double limit) {
    double signIn = auc(TimingTest::logIn, each);
    double forgotten = auc(TimingTest::forgot, each);
    double resets = auc(TimingTest::reset, each);
    System.getLogger(TimingTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            "AUC of {0}+{0}: login {1}, forgot {2}, reset {3}, seed {4}",
            each,
            signIn,
            forgotten,
            resets,
            Long.toString(seed));
    assertThat(signIn).as("login, seed %d", seed).isLessThanOrEqualTo(limit);
    assertThat(forgotten).as("forgot, seed %d", seed).isLessThanOrEqualTo(limit);
    assertThat(resets).as("reset, seed %d", seed).isLessThanOrEqualTo(limit);
  }

  @Test
  void four_hundred_requests_do_not_tell_who_has_an_account() {
    told(FEW, LIMIT_FEW);
  }

  @Test
  @Tag("long")
  void four_thousand_requests_do_not_tell_either() {
    told(MANY, LIMIT_MANY);
  }

  @Test
  void a_sign_in_that_saves_the_hash_is_caught() {
    assertThat(auc(this::leaky, FEW / 2)).isGreaterThan(LIMIT_FEW);
  }
}
