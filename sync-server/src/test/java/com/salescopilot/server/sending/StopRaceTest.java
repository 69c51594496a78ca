package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.campaign.CampaignConsumer;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.dispatch.DispatchHook;
import com.salescopilot.server.dispatch.Dispatcher;
import com.salescopilot.server.dispatch.Hands;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.keys.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A stop meets a campaign that is being planned, taken up and sent at the same time. Once the stop
/// is committed, nothing more leaves to whom it is about; everybody else gets what is theirs.
final class StopRaceTest {
  private static final long SEED = 20_261_129;
  private static final Hands clock = new Hands(Instant.parse("2026-03-04T12:00:00Z"));
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
  static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  @Order(2)
  @RegisterExtension
  static final TestApi api =
      new TestApi(db, clock, List.of(new SendHook(Optional.of(RELAY)), new DispatchHook()));

  @TempDir Path directory = Path.of("target");

  private final Statements statements = Statements.load(StopRaceTest.class);
  private final Scope scope = db.newWorkspace();
  private final TestApi.Client ana = api.as(scope);
  private final AtomicLong sequence = new AtomicLong();

  /// What stops somebody.
  private enum Stop {
    REPLY,
    BOUNCE,
    UNSUBSCRIBE,
    SUPPRESSION,
    PAUSE,
    CAMPAIGN_PAUSE
  }

  /// When it comes.
  private enum Moment {
    BEFORE_A_LOOK,
    BESIDE_A_LOOK,
    BEFORE_A_CLAIM,
    BESIDE_A_CLAIM,
    BEFORE_THE_DOT,
    BESIDE_THE_DOT
  }

  @Test
  void after_a_stop_nothing_leaves_to_whom_it_is_about() throws Exception {
    race(12, Moment.BEFORE_THE_DOT, Moment.BESIDE_A_CLAIM);
  }

  @Tag("long")
  @Test
  void after_a_stop_nothing_leaves_to_whom_it_is_about_in_two_hundred_races() throws Exception {
    race(216, Moment.values());
  }

  private void race(int races, Moment... moments) throws Exception {
    db.addMailbox(scope);
    Tokens tokens = tokens();
    UUID mailbox = lease();
    DotMarks marks = new DotMarks(db.database());
    marks.start();
    Map<Stop, Integer> before = new EnumMap<>(Stop.class);
    try {
      for (int i = 0; i < races; i++) {
        Stop stop = Stop.values()[i % Stop.values().length];
        Moment moment = moments[i / Stop.values().length % moments.length];
        Race race = new Race(SEED + i, stop, tokens, mailbox, marks);
        race.run(moment);
        String of = "seed %d, %s %s".formatted(SEED + i, stop, moment);
        assertThat(race.afterwards()).as(of).isEmpty();
        assertThat(race.left.keySet()).as("of others: " + of).containsAll(race.others());
        if (race.left.keySet().stream().anyMatch(race.stopped()::contains)) {
          before.merge(stop, 1, Integer::sum);
        }
      }
    } finally {
      marks.stop();
    }
    System.getLogger(StopRaceTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            "seed {0}: {1} races; the mail was faster in {2}",
            SEED,
            races,
            before);
  }

  /// Three people who have had the first of two steps: one who is stopped, a colleague, a stranger.
  private final class Race {
    private final Stop stop;
    private final SplittableRandom dice;
    private final UUID mailbox;
    private final DotMarks marks;
    private final Dispatcher dispatcher;
    private final Claims claims;
    private final String bo;
    private final UUID campaign;
    private final List<UUID> people = new ArrayList<>();
    private final List<UUID> mails = new ArrayList<>();
    private final Map<UUID, Long> left = new ConcurrentHashMap<>();
    private volatile long stoppedAt = Long.MAX_VALUE;

    Race(long seed, Stop stop, Tokens tokens, UUID mailbox, DotMarks marks) {
      this.stop = stop;
      this.mailbox = mailbox;
      this.marks = marks;
      dice = new SplittableRandom(seed);
      dispatcher =
          new Dispatcher(
              db.database(), api.streams(), tokens, () -> URI.create("https://t.example"), clock);
      claims =
          new Claims(
              new Writes(api.streams()), RELAY, tokens, path -> "https://t.example" + path, clock);
      bo = "bo@acme" + seed + ".example";
      person(bo);
      person("cy@acme" + seed + ".example");
      person("di@other" + seed + ".example");
      campaign =
          made(
              "/campaigns",
              """
              {"name":"C","prospectIds":["%s","%s","%s"],
               "policy":{"gapSeconds":0,"dailyCap":10000,"ramp":false,"zone":"UTC",
                 "days":["MON","TUE","WED","THU","FRI","SAT","SUN"]}}\
              """
                  .formatted(people.get(0), people.get(1), people.get(2)));
      for (int position = 1; position <= 2; position++) {
        made(
            "/campaigns/" + campaign + "/steps",
            """
            {"position":%d,"subject":"S","bodyText":"T {{unsubscribeUrl}}","delayAmount":%d,
             "delayUnit":"CALENDAR"}\
            """
                .formatted(position, position - 1));
      }
      assertThat(
              ana.patch("/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\"}").status())
          .isEqualTo(200);
      clock.set(clock.instant().plusSeconds(5));
      look();
      claim().forEach(this::deliver);
      assertThat(left).as("the first step").hasSize(3);
      left.clear();
      clock.set(clock.instant().plus(Duration.ofDays(1)));
      people.forEach(who -> mails.add(DerivedId.stepEmail(campaign, who, 2, 0)));
    }

    private void person(String address) {
      people.add(made("/prospects", "{\"email\":\"%s\"}".formatted(address)));
    }

    List<UUID> stopped() {
      return switch (stop) {
        case REPLY -> mails.subList(0, 2);
        case BOUNCE, UNSUBSCRIBE, SUPPRESSION, PAUSE -> mails.subList(0, 1);
        case CAMPAIGN_PAUSE -> mails;
      };
    }

    List<UUID> others() {
      return mails.stream().filter(mail -> !stopped().contains(mail)).toList();
    }

    /// What left to whom it should not, as its last permission was asked for after the stop.
    List<UUID> afterwards() {
      return stopped().stream()
          .filter(mail -> left.getOrDefault(mail, Long.MIN_VALUE) > stoppedAt)
          .toList();
    }

    void run(Moment moment) throws Exception {
      if (moment == Moment.BEFORE_A_LOOK) {
        stop();
      }
      beside(moment == Moment.BESIDE_A_LOOK, this::look);
      if (moment == Moment.BEFORE_A_CLAIM) {
        stop();
      }
      List<Letter> letters = new ArrayList<>();
      beside(moment == Moment.BESIDE_A_CLAIM, () -> letters.addAll(claim()));
      if (moment == Moment.BEFORE_THE_DOT) {
        stop();
      }
      beside(moment == Moment.BESIDE_THE_DOT, () -> letters.forEach(this::deliver));
      for (int round = 0; round < 2; round++) {
        look();
        claim().forEach(this::deliver);
      }
    }

    private void beside(boolean now, Runnable work) throws Exception {
      if (!now) {
        work.run();
        return;
      }
      boolean first = dice.nextBoolean();
      long spins = dice.nextLong(200_000);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> other = threads.submit(first ? work : this::stop);
        for (long i = 0; i < spins; i++) {
          Thread.onSpinWait();
        }
        if (first) {
          stop();
        } else {
          work.run();
        }
        other.get();
      }
    }

    private void look() {
      Instant _ = dispatcher.look(scope.workspace());
    }

    private List<Letter> claim() {
      return claims.claim(new Lease(scope.workspace(), mailbox, 7, false), 50).letters();
    }

    private void deliver(Letter letter) {
      long asked = sequence.incrementAndGet();
      if (marks.mark(new Lease(scope.workspace(), mailbox, 7, false), letter.email(), 30_000)) {
        left.put(letter.email(), asked);
        write(
            new EmailCommand.Ended(
                letter.email(),
                EmailStatus.SENT,
                clock.instant(),
                Optional.empty(),
                Optional.empty()));
      }
    }

    private void stop() {
      switch (stop) {
        case REPLY -> hear(EventType.EMAIL_REPLIED);
        case BOUNCE -> hear(EventType.EMAIL_BOUNCED);
        case UNSUBSCRIBE -> hear(EventType.EMAIL_UNSUBSCRIBED);
        case SUPPRESSION -> made("/suppressions", "{\"address\":\"%s\"}".formatted(bo));
        case PAUSE ->
            write(
                new EnrolmentCommand.Ask(
                    DerivedId.enrolment(campaign, people.getFirst()),
                    EnrolmentMove.PAUSE,
                    Optional.empty()));
        case CAMPAIGN_PAUSE ->
            write(new CampaignCommand.Move(campaign, CampaignMove.PAUSE, Optional.empty()));
      }
      stoppedAt = sequence.incrementAndGet();
    }

    private void hear(EventType type) {
      Event event =
          new Event(
              1,
              UUID.randomUUID(),
              type,
              scope.workspace(),
              DerivedId.stepEmail(campaign, people.getFirst(), 1, 0),
              clock.instant(),
              JsonNodeFactory.instance.objectNode());
      boolean _ =
          db.database()
              .inWorkspace(
                  scope,
                  tx -> {
                    new CampaignConsumer(api.streams())
                        .apply(tx, scope.workspace(), List.of(event));
                    return true;
                  });
    }
  }

  private UUID made(String path, String body) {
    TestApi.Reply reply = ana.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return UUID.fromString(reply.at("id"));
  }

  private void write(Change change) {
    api.streams().write(scope, new Actor.Internal("test"), List.of(change));
  }

  private UUID lease() {
    return db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.one(
                    statements.get("lease"),
                    Args.of("ws", scope.workspace()),
                    row -> row.uuid("id")));
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
