package com.salescopilot.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.tracking.AgentKind;
import com.salescopilot.model.tracking.Hit;
import com.salescopilot.server.analytics.AnalyticsConsumer;
import com.salescopilot.server.campaign.CampaignConsumer;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Consumer;
import com.salescopilot.server.events.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A log may tell an event twice: after a restore, or when an admin has it tried again. The second
/// time nothing happens, and nothing moves on any desk.
final class RepeatedEventsTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  @TempDir Path directory = Path.of("target");
  private Optional<Desk> running = Optional.empty();

  private Desk desk() throws Exception {
    Desk desk = new Desk(db, directory, new HookPolicy(false, Optional.empty()));
    running = Optional.of(desk);
    return desk;
  }

  @BeforeEach
  void nothingRuns() {
    running = Optional.empty();
  }

  @AfterEach
  void stop() throws Exception {
    if (running.isPresent()) {
      running.get().close();
    }
  }

  private static void tell(Desk desk, Consumer consumer, List<Event> events) {
    db.database()
        .inWorkspace(
            desk.scope,
            tx -> {
              consumer.apply(tx, desk.scope.workspace(), events);
              return true;
            });
  }

  private Event open(Desk desk, UUID mail, String source) {
    return event(
        desk,
        mail,
        EventType.EMAIL_OPENED,
        payload()
            .put("openedAt", now.toString())
            .put("proof", Hit.Proof.TOKEN.name())
            .put("agent", AgentKind.PERSON.name())
            .put("source", source));
  }

  private Event reply(Desk desk, UUID mail) {
    return event(
        desk,
        mail,
        EventType.EMAIL_REPLIED,
        payload().put("repliedAt", now.toString()).put("replyBody", "Yes"));
  }

  private Event event(Desk desk, UUID mail, EventType type, ObjectNode payload) {
    return new Event(1, UUID.randomUUID(), type, desk.scope.workspace(), mail, now, payload);
  }

  private static ObjectNode payload() {
    return JsonNodeFactory.instance.objectNode().put("verified", true);
  }

  @Test
  void opens_and_replies_that_are_told_twice_count_once_and_move_no_row_again() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    Consumer analytics = new AnalyticsConsumer(desk.streams, Duration.ZERO);
    List<Event> events = List.of(open(desk, mail, "home"), reply(desk, mail));
    List<Event> twice = new ArrayList<>(events);
    twice.addAll(events);
    tell(desk, analytics, twice);
    assertThat(desk.facts(mail)).isEqualTo(new Desk.Facts(1, 1, 1, Optional.of(now)));
    long rev = desk.rev(mail);
    tell(desk, analytics, events);
    tell(desk, analytics, twice);
    assertThat(desk.facts(mail)).isEqualTo(new Desk.Facts(1, 1, 1, Optional.of(now)));
    assertThat(desk.rev(mail)).isEqualTo(rev);
  }

  @Test
  void opens_of_two_networks_are_two() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    Consumer analytics = new AnalyticsConsumer(desk.streams, Duration.ZERO);
    tell(desk, analytics, List.of(open(desk, mail, "home"), open(desk, mail, "office")));
    assertThat(desk.facts(mail).opens()).isEqualTo(2);
  }

  @Test
  void a_flood_of_opens_in_one_batch_leaves_200_rows_and_no_more() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    UUID other = desk.sent();
    List<Event> flood = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      flood.add(open(desk, mail, "network " + i));
    }
    flood.add(open(desk, other, "home"));
    tell(desk, new AnalyticsConsumer(desk.streams, Duration.ZERO), flood);
    assertThat(desk.facts(mail).rows()).isEqualTo(200);
    assertThat(desk.facts(other).opens()).isEqualTo(1);
  }

  @Test
  void a_reply_that_is_told_twice_ends_an_enrolment_once() throws Exception {
    Desk desk = desk();
    UUID campaign = desk.campaign();
    UUID bo = desk.enrolled(campaign, "bo@b.example");
    UUID mail = desk.sent("bo@b.example", Optional.of(bo), Optional.of(campaign));
    Consumer consumer = new CampaignConsumer(desk.streams);
    List<Event> replies = List.of(reply(desk, mail));
    tell(desk, consumer, replies);
    assertThat(desk.enrolment(campaign, bo)).isEqualTo("REPLIED");
    long rev = desk.enrolmentRev(campaign, bo);
    tell(desk, consumer, replies);
    assertThat(desk.enrolmentRev(campaign, bo)).isEqualTo(rev);
  }

  @Test
  void events_of_mails_that_are_gone_disturb_nothing() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    UUID gone = UUID.randomUUID();
    List<Event> events = List.of(open(desk, gone, "home"), reply(desk, gone), reply(desk, mail));
    tell(desk, new AnalyticsConsumer(desk.streams, Duration.ZERO), events);
    tell(desk, new CampaignConsumer(desk.streams), events);
    assertThat(desk.facts(mail).replies()).isEqualTo(1);
  }
}
