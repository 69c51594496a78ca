package com.salescopilot.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.Rate;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.tracking.AgentKind;
import com.salescopilot.model.tracking.Hit;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Consumer;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.housekeeping.Recount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Numbers are kept as mails change. In whatever order and however often events are told, they say
/// what one would count from the events themselves.
final class KeptNumbersTest {
  private static final double ROUNDED = 0.0051;
  private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");
  private static final int MAILS = 40;
  private static final int PEOPLE = 12;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, () -> NOW);

  private final Statements statements = Statements.load(KeptNumbersTest.class);
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Scope scope = db.newWorkspace();
  private final TestApi.Client ana = api.as(scope);
  private final List<UUID> people =
      IntStream.range(0, PEOPLE).mapToObj(i -> person("p" + i + "@b.example")).toList();
  private List<UUID> campaigns = List.of();
  private final Recount recount = new Recount(db.database());

  @Test
  void shuffled_and_doubled_events_leave_the_numbers_that_a_naive_count_gives() {
    List<UUID> templates = List.of(template("Hello"), template("Again"), template("Never used"));
    campaigns = List.of(campaign("Autumn"), campaign("Winter"), campaign("Never begun"));
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < MAILS; i++) {
      stories.add(story(templates));
    }
    tell(stories);
    for (Story story : stories) {
      if (story.bounced()) {
        end(story.mail(), EmailStatus.BOUNCED, NOW.minus(Duration.ofDays(2)));
      }
    }

    JsonNode stats = ana.get("/dashboard/stats").json();
    List<Story> sent = stories.stream().filter(story -> !story.bounced()).toList();
    assertThat(stats.path("sent").asInt()).as("seed %d", seed).isEqualTo(sent.size());
    assertThat(stats.path("bounced").asInt()).as("seed %d", seed).isEqualTo(MAILS - sent.size());
    same(stats.get("openRate"), opens(sent));
    same(stats.get("replyRate"), replies(sent));

    for (UUID template : templates) {
      List<Story> from =
          sent.stream().filter(story -> story.template().equals(Optional.of(template))).toList();
      JsonNode shown = ana.get("/templates/" + template).json();
      assertThat(shown.path("usedCount").asInt()).as("seed %d", seed).isEqualTo(from.size());
      same(shown.get("opens"), opens(from));
      same(shown.get("replies"), replies(from));
      same(shown.get("openRate"), opens(from).get("rate"));
      same(shown.get("replyRate"), replies(from).get("rate"));
    }
    for (UUID campaign : campaigns) {
      campaignAgrees(campaign, stories);
    }
    timelineAgrees(sent);
    momentumAgrees(stories);
    assertThat(recount.run()).as("kept numbers that a recount changes, seed %d", seed).isZero();
  }

  @Test
  void a_recount_finds_bent_and_lost_numbers_and_mends_them() {
    UUID template = template("Hello");
    Story story = story(List.of(template));
    tell(List.of(story));
    JsonNode right = ana.get("/dashboard/stats").json();
    JsonNode used = ana.get("/templates/" + template).json();
    run("bend", Args.of("ws", scope.workspace()));
    run("lose", Args.of("ws", scope.workspace()));
    assertThat(ana.get("/dashboard/stats").json()).isNotEqualTo(right);
    assertThat(recount.run()).isPositive();
    assertThat(ana.get("/dashboard/stats").json()).isEqualTo(right);
    assertThat(ana.get("/templates/" + template).json()).isEqualTo(used);
    assertThat(recount.run()).isZero();
  }

  private void same(JsonNode shown, JsonNode counted) {
    assertThat(shown.toString()).as("seed %d", seed).isEqualTo(counted.toString());
  }

  private void campaignAgrees(UUID campaign, List<Story> stories) {
    List<Story> all =
        stories.stream().filter(story -> story.place().campaign().equals(campaign)).toList();
    JsonNode shown = ana.get("/campaigns/" + campaign).json();
    wordingAgrees(shown, all);
    assertThat(shown.at("/_count/emails").asInt()).as("seed %d", seed).isEqualTo(all.size());
    same(shown.get("repliedProspects"), rate(people(all, Story::replied), people(all, _ -> true)));
    ana.get("/dashboard/campaigns")
        .json()
        .path("campaigns")
        .valueStream()
        .filter(row -> row.path("id").asText().equals(campaign.toString()))
        .forEach(
            row -> {
              same(row.get("sent"), shown.get("sent"));
              same(row.get("openRate"), shown.get("openRate"));
              same(row.get("replyRate"), shown.get("replyRate"));
              same(row.get("bounceRate"), shown.get("bounceRate"));
              same(row.get("repliedProspects"), shown.get("repliedProspects"));
            });
    assertThat(shown.path("wordings")).hasSize(4);
    for (JsonNode wording : shown.path("wordings")) {
      wordingAgrees(
          wording,
          all.stream()
              .filter(story -> story.place().position() == wording.path("position").asInt())
              .filter(story -> story.place().variant().equals(wording.path("variant").asText()))
              .toList());
    }
  }

  private void wordingAgrees(JsonNode shown, List<Story> mails) {
    List<Story> sent = mails.stream().filter(story -> !story.bounced()).toList();
    assertThat(shown.path("sent").asInt()).as("seed %d", seed).isEqualTo(sent.size());
    same(shown.get("openRate"), opens(sent));
    same(shown.get("replyRate"), replies(sent));
    same(shown.get("bounceRate"), rate(mails.size() - sent.size(), mails.size()));
  }

  private static long people(List<Story> mails, Predicate<Story> which) {
    return mails.stream()
        .filter(story -> !story.bounced())
        .filter(which)
        .map(story -> story.place().person())
        .distinct()
        .count();
  }

  private void timelineAgrees(List<Story> sent) {
    Map<String, int[]> days = new TreeMap<>();
    for (Story story : sent) {
      story.first(EventType.EMAIL_OPENED).ifPresent(at -> day(days, at)[0]++);
      story.first(EventType.EMAIL_REPLIED).ifPresent(at -> day(days, at)[1]++);
    }
    ana.get("/dashboard/timeline?days=30&tz=Europe/Berlin")
        .json()
        .path("days")
        .forEach(
            day -> {
              int[] counted = days.getOrDefault(day.path("date").asText(), new int[2]);
              assertThat(new int[] {day.path("opened").asInt(), day.path("replied").asInt()})
                  .as("%s, seed %d", day, seed)
                  .isEqualTo(counted);
            });
  }

  /// Who has a mail that bounced is left out.
  private void momentumAgrees(List<Story> stories) {
    Map<String, Double> expected = new TreeMap<>();
    for (UUID person : people) {
      List<Story> theirs =
          stories.stream().filter(story -> story.place().person().equals(person)).toList();
      if (theirs.stream().noneMatch(Story::bounced)) {
        expected.put(
            person.toString(), theirs.stream().mapToDouble(story -> story.points(NOW)).sum());
      }
    }
    JsonNode shown = ana.get("/dashboard/momentum?limit=100").json();
    assertThat(shown.at("/summary/current").asDouble())
        .as("seed %d", seed)
        .isEqualTo(expected.values().stream().mapToDouble(points -> points).sum(), within(ROUNDED));
    expected.values().removeIf(points -> points < 0.5);
    assertThat(shown.path("prospects")).as("seed %d", seed).hasSize(expected.size());
    for (JsonNode mover : shown.path("prospects")) {
      assertThat(mover.path("score").asDouble())
          .as("seed %d", seed)
          .isEqualTo(expected.get(mover.at("/prospect/id").asText()), within(ROUNDED));
    }
  }

  private UUID person(String address) {
    return UUID.fromString(ana.post("/prospects", "{\"email\":\"" + address + "\"}").at("id"));
  }

  private static int[] day(Map<String, int[]> days, Instant at) {
    String date = at.atZone(ZoneId.of("Europe/Berlin")).toLocalDate().toString();
    return days.computeIfAbsent(date, _ -> new int[2]);
  }

  private static ObjectNode opens(List<Story> sent) {
    return rate(sent.stream().filter(Story::opened).count(), sent.size());
  }

  private static ObjectNode replies(List<Story> sent) {
    return rate(sent.stream().filter(Story::replied).count(), sent.size());
  }

  private static ObjectNode rate(long num, long den) {
    return new Rate(num, den).json();
  }

  private UUID template(String title) {
    return UUID.fromString(ana.post("/templates", "{\"title\":\"" + title + "\"}").at("id"));
  }

  private Story story(List<UUID> templates) {
    Optional<UUID> template =
        Optional.of(templates.get(random.nextInt(Math.min(2, templates.size()))))
            .filter(_ -> templates.size() == 1 || random.nextInt(4) > 0);
    UUID mail = mail(template);
    Instant sent = NOW.minus(Duration.ofMinutes(60 * 24 * 9 + random.nextInt(60 * 24)));
    end(mail, EmailStatus.SENT, sent);
    List<Event> events = new ArrayList<>();
    int opens = random.nextInt(6);
    for (int i = 0; i < opens; i++) {
      Instant at = sent.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 5)));
      AgentKind agent = random.nextInt(3) > 0 ? AgentKind.PERSON : AgentKind.MACHINE;
      events.add(open(mail, at, agent));
      if (random.nextInt(3) == 0) {
        events.add(open(mail, at.plus(Duration.ofMinutes(random.nextInt(40))), agent));
      }
    }
    for (int i = random.nextInt(8); i > 5; i--) {
      events.add(reply(mail, sent.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 5))), i));
    }
    return new Story(mail, template, random.nextInt(8) == 0, events, place(mail));
  }

  private Story.Place place(UUID mail) {
    Story.Place place =
        new Story.Place(
            campaigns.isEmpty() ? UUID.randomUUID() : campaigns.get(random.nextInt(2)),
            1 + random.nextInt(2),
            random.nextBoolean() ? "A" : "B",
            people.get(random.nextInt(people.size())));
    run(
        "place",
        Args.of("ws", scope.workspace())
            .and("id", mail)
            .and("campaign", place.campaign())
            .and("position", place.position())
            .and("variant", place.variant())
            .and("person", place.person()));
    return place;
  }

  private UUID campaign(String name) {
    String id = ana.post("/campaigns", "{\"name\":\"" + name + "\"}").at("id");
    for (int position = 1; position <= 2; position++) {
      for (String variant : List.of("A", "B")) {
        assertThat(
                ana.post(
                        "/campaigns/" + id + "/steps",
                        "{\"position\":%d,\"variant\":\"%s\"}".formatted(position, variant))
                    .status())
            .isEqualTo(201);
      }
    }
    return UUID.fromString(id);
  }

  private UUID mail(Optional<UUID> template) {
    UUID key = UUID.randomUUID();
    String from = template.map(id -> ",\"templateId\":\"" + id + "\"").orElse("");
    TestApi.Reply made =
        ana.post(
            "/emails/send",
            "{\"to\":\"bo@b.example\",\"subject\":\"Hi\",\"bodyText\":\"Hello\",\"idempotencyKey\":\"%s\"%s}"
                .formatted(key, from));
    assertThat(made.status()).isEqualTo(201);
    UUID mail = UUID.fromString(made.at("id"));
    write(new EmailCommand.Claim(mail, mail, "ana@a.example", Optional.empty(), "<" + mail + ">"));
    return mail;
  }

  private void end(UUID mail, EmailStatus as, Instant at) {
    write(new EmailCommand.Ended(mail, as, at, Optional.empty(), Optional.empty()));
  }

  private Event open(UUID mail, Instant at, AgentKind agent) {
    return event(
        EventType.EMAIL_OPENED,
        mail,
        at,
        JsonNodeFactory.instance
            .objectNode()
            .put("openedAt", at.toString())
            .put("proof", Hit.Proof.TOKEN.name())
            .put("agent", agent.name())
            .put("source", "home"));
  }

  private Event reply(UUID mail, Instant at, int nth) {
    return event(
        EventType.EMAIL_REPLIED,
        mail,
        at,
        JsonNodeFactory.instance
            .objectNode()
            .put("repliedAt", at.toString())
            .put("replyBody", "Yes " + nth));
  }

  private Event event(EventType type, UUID mail, Instant at, ObjectNode payload) {
    return new Event(1, UUID.randomUUID(), type, scope.workspace(), mail, at, payload);
  }

  /// Every event once to three times, in any order, in batches of any size.
  private void tell(List<Story> stories) {
    List<Event> told = new ArrayList<>();
    for (Story story : stories) {
      for (Event event : story.events()) {
        for (int i = random.nextInt(3); i >= 0; i--) {
          told.add(event);
        }
      }
    }
    Collections.shuffle(told, random);
    Consumer analytics = new AnalyticsConsumer(api.streams(), Duration.ZERO);
    while (!told.isEmpty()) {
      List<Event> batch = told.subList(0, Math.min(told.size(), 1 + random.nextInt(20)));
      List<Event> now = List.copyOf(batch);
      batch.clear();
      db.database()
          .inWorkspace(
              Scope.ofSystem(scope.workspace()),
              tx -> {
                analytics.apply(tx, scope.workspace(), now);
                return true;
              });
    }
  }

  private void run(String statement, Args args) {
    db.database().inWorkspace(scope, tx -> tx.exec(statements.get(statement), args));
  }

  private void write(EmailCommand command) {
    api.streams().write(scope, new Actor.Internal("test"), List.of(command));
  }
}
