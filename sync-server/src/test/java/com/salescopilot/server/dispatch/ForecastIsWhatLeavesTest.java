package com.salescopilot.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Tokens;
import com.salescopilot.server.sending.Relay;
import com.salescopilot.server.sending.SendHook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What the server forecasts is what its dispatcher lets leave, instant for instant.
final class ForecastIsWhatLeavesTest {
  private static final long SEED = 20_261_128;
  private static final int DAYS = 5;
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham", "UTC");
  private static final List<String> BEGINS =
      List.of("2026-03-06", "2026-03-27", "2026-04-01", "2026-10-23", "2026-10-30");

  private static final Hands clock = new Hands(Instant.parse("2026-03-06T00:00:00Z"));

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api =
      new TestApi(
          db,
          clock,
          List.of(
              new SendHook(
                  Optional.of(
                      new Relay(
                          "127.0.0.1",
                          1,
                          Optional.empty(),
                          Optional.empty(),
                          Relay.Security.NONE,
                          "sales@relay.example",
                          1))),
              new DispatchHook()));

  @TempDir Path directory = Path.of("target");

  @Test
  void what_was_forecast_leaves_at_its_instant() throws Exception {
    live(3);
  }

  @Tag("long")
  @Test
  void what_was_forecast_leaves_at_its_instant_in_two_hundred_workspaces() throws Exception {
    live(200);
  }

  @Test
  void a_mailbox_of_which_a_tenth_comes_back_is_slowed_before_its_third_day() throws Exception {
    assertThat(perDay(mails -> mails % 10 == 9 ? EmailStatus.BOUNCED : EmailStatus.SENT))
        .startsWith(10, 10, 5);
  }

  private List<Integer> perDay(IntFunction<EmailStatus> as) throws IOException {
    Instant monday = Instant.parse("2026-03-02T07:00:00Z");
    clock.set(monday);
    VirtualServer server = new VirtualServer(db, api, clock, RunningCampaign.tokens(directory));
    server.policy("{\"zone\":\"UTC\"}");
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      people.add(
          server.made(
              "/prospects", "{\"email\":\"p%d@x.example\",\"firstName\":\"Bo\"}".formatted(i)));
    }
    String _ = start(server, people, "{}", List.of("\"delayAmount\":0"));
    AtomicInteger count = new AtomicInteger();
    List<VirtualServer.Sent> left =
        server.until(monday.plus(Duration.ofDays(3)), _ -> as.apply(count.getAndIncrement()));
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < 3; day++) {
      Instant from = monday.plus(Duration.ofDays(day));
      Instant to = from.plus(Duration.ofDays(1));
      days.add(
          (int) left.stream().filter(m -> m.at().isAfter(from) && m.at().isBefore(to)).count());
    }
    return days;
  }

  private void live(int seeds) throws IOException {
    Tokens tokens = RunningCampaign.tokens(directory);
    int mails = 0;
    for (long seed = SEED; seed < SEED + seeds; seed++) {
      SplittableRandom dice = new SplittableRandom(seed);
      clock.set(
          Instant.parse(BEGINS.get(dice.nextInt(BEGINS.size())) + "T00:00:00Z")
              .plusSeconds(dice.nextInt(3 * 86_400)));
      VirtualServer server = new VirtualServer(db, api, clock, tokens);
      server.policy(policy(dice, 0.5));
      server.dailyCap(1 + dice.nextInt(12));
      List<String> campaigns = new ArrayList<>();
      for (int i = 1 + dice.nextInt(3); i > 0; i--) {
        campaigns.add(campaign(server, dice));
      }
      for (int i = dice.nextInt(4); i > 0; i--) {
        server.made(
            "/emails/send",
            """
            {"to":"w%d@x.example","subject":"S","bodyText":"T","idempotencyKey":"%d","undoSeconds":%d}\
            """
                .formatted(i, i, dice.nextInt(120)));
      }
      Instant end = clock.instant().plus(Duration.ofDays(DAYS - 1));
      List<String> forecast = new ArrayList<>();
      campaigns.forEach(campaign -> forecast.addAll(server.forecast(campaign, DAYS + 1, end)));
      List<String> left =
          server.until(end, _ -> EmailStatus.SENT).stream()
              .filter(mail -> mail.step() > 0)
              .map(VirtualServer.Sent::line)
              .toList();
      assertThat(left).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(forecast);
      mails += left.size();
    }
    assertThat(mails).as("mails that left").isGreaterThan(3 * seeds);
  }

  private static String campaign(VirtualServer server, SplittableRandom dice) {
    List<String> people = new ArrayList<>();
    for (int i = 1 + dice.nextInt(6); i > 0; i--) {
      String zone =
          dice.nextBoolean()
              ? ",\"customFields\":{\"timezone\":\"%s\"}"
                  .formatted(ZONES.get(dice.nextInt(ZONES.size())))
              : "";
      people.add(
          server.made(
              "/prospects",
              "{\"email\":\"%s@x.example\",\"firstName\":\"Bo\"%s%s}"
                  .formatted(
                      new UUID(dice.nextLong(), dice.nextLong()),
                      zone,
                      dice.nextInt(3) == 0 ? "" : ",\"jobTitle\":\"CTO\"")));
    }
    String policy = policy(dice, 0.3);
    List<String> delays = new ArrayList<>();
    for (int steps = 1 + dice.nextInt(3); steps > 0; steps--) {
      delays.add(
          "\"delayAmount\":%d,\"delayUnit\":\"%s\""
              .formatted(dice.nextInt(3), dice.nextBoolean() ? "BUSINESS" : "CALENDAR"));
    }
    return start(server, people, policy, delays);
  }

  private static String start(
      VirtualServer server, List<String> people, String policy, List<String> delays) {
    String campaign =
        server.made(
            "/campaigns",
            "{\"name\":\"C\",\"policy\":%s,\"prospectIds\":[\"%s\"]}"
                .formatted(policy, String.join("\",\"", people)));
    for (int i = 0; i < delays.size(); i++) {
      server.made(
          "/campaigns/" + campaign + "/steps",
          """
          {"position":%d,"subject":"Question","bodyText":"Hello {{%s}}, {{unsubscribeUrl}}",
           %s}\
          """
              .formatted(i + 1, i == 1 ? "jobTitle" : "firstName", delays.get(i)));
    }
    TestApi.Reply started =
        server.ana.patch(
            "/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\",\"acceptWaiting\":true}");
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    return campaign;
  }

  private static String policy(SplittableRandom dice, double chance) {
    List<String> members = new ArrayList<>();
    if (dice.nextDouble() < chance) {
      int from = dice.nextInt(20);
      members.add("\"from\":\"%s\"".formatted(hour(from)));
      members.add("\"to\":\"%s\"".formatted(hour(from + 1 + dice.nextInt(23 - from))));
    }
    if (dice.nextDouble() < chance) {
      members.add("\"gapSeconds\":" + dice.nextInt(4_000));
    }
    if (dice.nextDouble() < chance) {
      members.add("\"dailyCap\":" + (1 + dice.nextInt(8)));
    }
    if (dice.nextDouble() < chance) {
      members.add("\"ramp\":" + dice.nextBoolean());
    }
    if (dice.nextDouble() < chance) {
      members.add("\"zone\":\"" + ZONES.get(dice.nextInt(ZONES.size())) + "\"");
    }
    if (dice.nextDouble() < chance) {
      members.add("\"holidays\":[\"DE\"]");
    }
    return "{" + String.join(",", members) + "}";
  }

  private static String hour(int hour) {
    return String.format(Locale.ROOT, "%02d:00", hour);
  }
}
