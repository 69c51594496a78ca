package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.dispatch.DispatchHook;
import com.salescopilot.server.dispatch.Dispatcher;
import com.salescopilot.server.dispatch.Hands;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.keys.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A mail that was made for an open hour and is taken up later than that, as no server ran or a
/// letter filled the day, waits for its next turn. "Why" names the word and the instant that the
/// worker goes by.
final class LateMailTest {
  private static final long SEED = 20_261_129;
  private static final Hands clock = new Hands(Instant.parse("2026-03-06T08:00:00Z"));
  private static final Relay RELAY =
      new Relay(
          "127.0.0.1",
          1,
          Optional.empty(),
          Optional.empty(),
          Relay.Security.NONE,
          "sales@relay.example",
          4);

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api =
      new TestApi(db, clock, List.of(new SendHook(Optional.of(RELAY)), new DispatchHook()));

  @TempDir Path directory = Path.of("target");

  private final Statements statements = Statements.load(LateMailTest.class);

  @Test
  void a_mail_whose_hour_is_over_waits_for_the_next_opening() throws Exception {
    Office office = new Office("2026-03-06T15:59:30Z", "\"zone\":\"Europe/Berlin\"", 1);
    office.look();
    office.waits("2026-03-06T16:00:05Z", "WINDOW", "2026-03-09T08:00:00Z");
    office.waits("2026-03-09T07:59:59Z", "WINDOW", "2026-03-09T08:00:00Z");
    assertThat(office.takenUpAt("2026-03-09T08:00:00Z")).hasSize(1);
  }

  @Test
  void the_same_mail_leaves_if_it_is_taken_up_within_its_hour() throws Exception {
    Office office = new Office("2026-03-06T15:59:30Z", "\"zone\":\"Europe/Berlin\"", 1);
    office.look();
    assertThat(office.takenUpAt("2026-03-06T15:59:55Z")).hasSize(1);
  }

  @Test
  void a_mail_that_meets_a_holiday_waits_until_it_is_over() throws Exception {
    Office office =
        new Office("2026-04-02T14:59:50Z", "\"zone\":\"Europe/Berlin\",\"holidays\":[\"DE\"]", 1);
    office.look();
    office.waits("2026-04-03T08:00:00Z", "HOLIDAY", "2026-04-07T07:00:00Z");
    assertThat(office.takenUpAt("2026-04-07T07:00:00Z")).hasSize(1);
  }

  @Test
  void a_mail_that_finds_the_day_full_waits_for_the_next_one() throws Exception {
    Office office = new Office("2026-03-05T10:00:00Z", "\"zone\":\"UTC\",\"dailyCap\":1", 1);
    office.look();
    office.letter();
    assertThat(office.takenUpAt("2026-03-05T10:00:40Z")).as("the letter leaves").hasSize(1);
    office.waits("2026-03-05T10:00:50Z", "WINDOW", "2026-03-06T09:00:00Z");
    assertThat(office.why(office.waiting().getFirst()).path("chain").findValuesAsText("code"))
        .containsExactly("CAP", "WINDOW");
    assertThat(office.takenUpAt("2026-03-06T09:00:00Z")).hasSize(1);
  }

  @Test
  void mails_that_were_missed_leave_one_after_the_other() throws Exception {
    Office office = new Office("2026-03-05T10:00:00Z", "\"zone\":\"UTC\",\"gapSeconds\":10", 3);
    office.look();
    List<UUID> mails = office.waiting();
    assertThat(mails).hasSize(3);
    assertThat(office.takenUpAt("2026-03-05T12:00:00Z")).containsExactly(mails.getFirst());
    office.waits("2026-03-05T12:00:01Z", "GAP", office.at(mails.get(1)).toString());
    assertThat(office.takenUpAt(office.at(mails.get(1)).toString())).containsExactly(mails.get(1));
    assertThat(office.takenUpAt("2026-03-05T12:01:00Z")).containsExactly(mails.get(2));
  }

  @Test
  void hours_that_are_widened_wake_a_mail_that_waits_for_the_next_day() throws Exception {
    Office office = new Office("2026-03-05T16:59:50Z", "\"zone\":\"UTC\"", 1);
    office.look();
    office.waits("2026-03-05T18:00:00Z", "WINDOW", "2026-03-06T09:00:00Z");
    office.putOff();
    office.look();
    assertThat(office.isDue()).as("with the same hours").isFalse();
    office.policy("{\"from\":\"08:00\",\"to\":\"20:00\",\"zone\":\"UTC\"}");
    office.look();
    assertThat(office.isDue()).isTrue();
    assertThat(office.takenUpAt("2026-03-05T18:00:01Z")).hasSize(1);
  }

  @Test
  void the_worker_does_what_why_says_of_every_late_mail() throws Exception {
    explained(8);
  }

  @Tag("long")
  @Test
  void the_worker_does_what_why_says_of_every_late_mail_in_a_thousand_workspaces()
      throws Exception {
    explained(1_000);
  }

  private void explained(int seeds) throws Exception {
    int left = 0;
    int kept = 0;
    for (long seed = SEED; seed < SEED + seeds; seed++) {
      SplittableRandom dice = new SplittableRandom(seed);
      String policy =
          """
          "zone":"UTC","from":"%02d:00","to":"%02d:30","gapSeconds":%d,"dailyCap":%d,"ramp":%s,\
          "holidays":["DE"]\
          """
              .formatted(
                  dice.nextInt(11),
                  11 + dice.nextInt(13),
                  dice.nextInt(40),
                  1 + dice.nextInt(6),
                  dice.nextBoolean());
      Office office = new Office("2026-04-02T11:00:00Z", policy, 1 + dice.nextInt(4));
      office.look();
      if (dice.nextInt(3) == 0) {
        office.letter();
      }
      Instant now = Instant.parse("2026-04-02T11:00:30Z");
      for (int looks = 0; looks < 6 && !office.waiting().isEmpty(); looks++) {
        now = now.plusSeconds(dice.nextInt(dice.nextBoolean() ? 120 : 80_000));
        clock.set(now);
        List<UUID> waiting = office.late();
        List<JsonNode> said = waiting.stream().map(office::why).toList();
        Claims.Claimed claimed = office.claim();
        List<UUID> taken = claimed.letters().stream().map(Letter::email).toList();
        assertThat(waiting)
            .as("seed %d at %s", seed, now)
            .containsAll(
                claimed.letters().stream()
                    .filter(letter -> letter.wayOut().isPresent()) // those by hand have none
                    .map(Letter::email)
                    .toList());
        for (int i = 0; i < waiting.size(); i++) {
          String of = "seed %d, %s at %s: %s".formatted(seed, waiting.get(i), now, said.get(i));
          Instant at = Instant.parse(said.get(i).path("nextAt").asText());
          boolean leaves = taken.contains(waiting.get(i));
          assertThat(leaves).as(of).isEqualTo(!at.isAfter(now));
          if (!leaves) {
            assertThat(told(claimed, waiting.get(i)))
                .as(of)
                .isEqualTo(said.get(i).path("binding").asText() + " " + at);
            kept++;
          } else {
            left++;
          }
        }
        office.arrive(claimed);
      }
    }
    System.getLogger(LateMailTest.class.getName())
        .log(System.Logger.Level.INFO, "seed {0}: {1} left, {2} kept back", SEED, left, kept);
    assertThat(left).as("of all that left").isGreaterThan(seeds / 4);
    assertThat(kept).as("of all that were kept back").isGreaterThan(seeds / 2);
  }

  /// What the worker says of a mail that it keeps.
  private static String told(Claims.Claimed claimed, UUID mail) {
    return claimed.refused().get(mail) instanceof Gate.Later(String word, Instant until, _)
        ? word + " " + until
        : "it is not told to wait";
  }

  /// A workspace with a campaign of one step, which began at an instant.
  private final class Office {
    private final Scope scope = db.newWorkspace();
    private final TestApi.Client ana = api.as(scope);
    private final UUID mailbox;
    private final String campaign;
    private final Dispatcher dispatcher;
    private final Claims claims;
    private int letters;

    Office(String now, String policy, int people) throws Exception {
      clock.set(Instant.parse(now));
      db.addMailbox(scope);
      Tokens tokens = tokens();
      dispatcher =
          new Dispatcher(
              db.database(),
              api.streams(),
              tokens,
              () -> URI.create("https://track.example"),
              clock);
      claims =
          new Claims(
              new Writes(api.streams()),
              RELAY,
              tokens,
              path -> "https://track.example" + path,
              clock);
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        ids.add(made("/prospects", "{\"email\":\"p%d@x%d.example\"}".formatted(i, i)));
      }
      campaign =
          made(
              "/campaigns",
              "{\"name\":\"C\",\"policy\":{%s},\"prospectIds\":[\"%s\"]}"
                  .formatted(policy, String.join("\",\"", ids)));
      made(
          "/campaigns/" + campaign + "/steps",
          """
          {"position":1,"subject":"S","bodyText":"Hello, {{unsubscribeUrl}}","delayAmount":0}\
          """);
      assertThat(
              ana.patch("/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\"}").status())
          .isEqualTo(200);
      mailbox = one("lease");
    }

    private String made(String path, String body) {
      TestApi.Reply reply = ana.post(path, body);
      assertThat(reply.status()).as(reply.text()).isEqualTo(201);
      return reply.at("id");
    }

    void letter() {
      made(
          "/emails/send",
          "{\"to\":\"w@y.example\",\"subject\":\"S\",\"bodyText\":\"T\",\"idempotencyKey\":\"%d\"}"
              .formatted(++letters));
    }

    /// The dispatcher makes the mails of the next minute.
    void look() {
      Instant _ = dispatcher.look(scope.workspace());
    }

    /// What the worker takes up now, and what of it it sends.
    Claims.Claimed claim() {
      run("look");
      return claims.claim(new Lease(scope.workspace(), mailbox, 7, false), 10);
    }

    List<UUID> takenUpAt(String now) {
      clock.set(Instant.parse(now));
      Claims.Claimed claimed = claim();
      arrive(claimed);
      return claimed.letters().stream().map(Letter::email).toList();
    }

    void arrive(Claims.Claimed claimed) {
      for (Letter letter : claimed.letters()) {
        api.streams()
            .write(
                scope,
                new Actor.Internal("test"),
                List.of(
                    new EmailCommand.Ended(
                        letter.email(),
                        EmailStatus.SENT,
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty())));
      }
    }

    /// Everything is kept back, the next mail for this word and until then; and "why" says so.
    void waits(String now, String word, String until) {
      clock.set(Instant.parse(now));
      UUID mail = waiting().getFirst();
      JsonNode why = why(mail);
      Claims.Claimed claimed = claim();
      assertThat(claimed.letters()).as("letters at " + now).isEmpty();
      assertThat(told(claimed, mail)).isEqualTo(word + " " + until);
      assertThat(why.path("state").asText()).isEqualTo("WAITING");
      assertThat(why.path("binding").asText()).isEqualTo(word);
      assertThat(why.path("nextAt").asText()).isEqualTo(until);
    }

    JsonNode why(UUID mail) {
      return ana.get("/emails/" + mail + "/why").json();
    }

    Instant at(UUID mail) {
      return Instant.parse(why(mail).path("nextAt").asText());
    }

    void policy(String json) {
      assertThat(ana.patch("/campaigns/" + campaign, "{\"policy\":" + json + "}").status())
          .isEqualTo(200);
    }

    /// By the clock of the machine, as the queue goes by that one.
    void putOff() {
      run("putOff");
    }

    boolean isDue() {
      return db.database()
          .inWorkspace(
              scope,
              tx ->
                  tx.one(
                      statements.get("isDue"),
                      Args.of("ws", scope.workspace()),
                      row -> row.flag("due")));
    }

    private void run(String statement) {
      db.database().inWorkspace(scope, tx -> tx.exec(statements.get(statement), args()));
    }

    private Args args() {
      return Args.of("ws", scope.workspace()).and("now", clock.instant());
    }

    List<UUID> waiting() {
      return mails("waiting");
    }

    /// Those of them whose own instant has come; the worker asks for no others.
    List<UUID> late() {
      return mails("late");
    }

    private List<UUID> mails(String statement) {
      return db.database()
          .inWorkspace(
              scope, tx -> tx.list(statements.get(statement), args(), row -> row.uuid("id")));
    }

    private UUID one(String statement) {
      return db.database()
          .inWorkspace(
              scope,
              tx ->
                  tx.one(
                      statements.get(statement),
                      Args.of("ws", scope.workspace()),
                      row -> row.uuid("id")));
    }
  }

  private Tokens tokens() throws Exception {
    Path file =
        Files.createFile(
            directory.resolve(UUID.randomUUID() + ".key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    Files.writeString(file, "k1 " + key + "\n", StandardCharsets.UTF_8);
    return new Tokens(new KeyFile(file).read().orElseThrow());
  }
}
