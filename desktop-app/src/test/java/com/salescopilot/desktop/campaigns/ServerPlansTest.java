package com.salescopilot.desktop.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.QuietServer;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Certainty;
import com.salescopilot.model.stats.Guard;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import com.salescopilot.model.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server plans takes the place of this machine's estimate where it can be asked. All
/// work, of the screen and beside it, is done in turn by the test.
final class ServerPlansTest {
  private static final UUID CAMPAIGN = new UUID(0, 1);
  private static final UUID ANN = new UUID(0, 2);
  private static final UUID STEP = new UUID(0, 3);
  private static final Instant AT = DeskFixture.NOW.plus(Duration.ofDays(3));
  private static final String FORECAST =
      """
      {"asOf":"%s","estimate":false,"perDay":[],"slots":[{"emailId":"%s","prospectId":"%s",\
      "position":1,"variant":"A","at":"%s","binding":"CAP"}],"held":[{"code":"NO_WINDOW","count":2}]}\
      """
          .formatted(DeskFixture.NOW, new UUID(0, 9), ANN, AT);
  private static final String WHY =
      """
      {"state":"WAITING","emailId":null,"nextAt":"%s","binding":"CAP",\
      "chain":[{"code":"QUEUE","until":"%s","data":7},{"code":"CAP","until":"%s","data":null}],\
      "estimate":false}\
      """
          .formatted(AT, AT, AT);

  @TempDir Path scratch;

  private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Async async = new Async(work::add, work::add);
  private final List<Certainty> seen = new ArrayList<>();
  private DeskFixture desk;
  private QuietServer server;
  private Outlooks outlooks;
  private ServerPlans plans;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    server = new QuietServer();
    outlooks = new Outlooks(desk.desk(), new Letters(desk.desk()));
    plans = new ServerPlans(desk.desk());
  }

  @AfterEach
  void close() {
    desk.close();
    server.close();
  }

  /// Signs in, which opens another store, and puts a campaign there that the server knows.
  private void signIn() {
    server.signIn(desk.desk());
    desk.arrived(
        List.of(
            row(Entity.PROSPECT, ANN)
                .with("firstName", "Ann")
                .with("email", "ann@a.example")
                .with("company", "Alpha"),
            row(Entity.CAMPAIGN, CAMPAIGN)
                .with("name", "Spring")
                .with("status", CampaignStatus.ACTIVE.name())
                .with("userId", DeskFixture.ADA.user().value())
                .with("activatedAt", DeskFixture.NOW),
            row(Entity.CAMPAIGN_PROSPECT, DerivedId.enrolment(CAMPAIGN, ANN))
                .with("campaignId", CAMPAIGN)
                .with("prospectId", ANN)
                .with("status", EnrolmentStatus.ACTIVE.name())
                .with("enrolledAt", DeskFixture.NOW),
            row(Entity.CAMPAIGN_STEP, STEP)
                .with("campaignId", CAMPAIGN)
                .with("position", 1)
                .with("variant", "A")
                .with("weight", 1)
                .with("delayAmount", 0)
                .with("delayUnit", "BUSINESS")
                .with("threadMode", "NEW")
                .with("subject", "Hello")
                .with(
                    "body",
                    new Value.Fields(new TreeMap<>(Map.of("html", Value.text(Steps.LETTER)))))));
  }

  private static Doc row(Entity entity, UUID id) {
    return new Doc(entity, id, 1, new TreeMap<>());
  }

  /// Does all work until something is so and nothing is left to do.
  private void until(BooleanSupplier so) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!so.getAsBoolean() || !work.isEmpty()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      try {
        Optional.ofNullable(work.poll(10, TimeUnit.MILLISECONDS)).ifPresent(Runnable::run);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private OutlookViewModel outlook() {
    OutlookViewModel model =
        new OutlookViewModel(
            desk.desk()::store, outlooks, plans, async, new Texts(Locale.ENGLISH), ZoneOffset.UTC);
    model.departures().addListener((_, _, now) -> seen.addAll(certainty(model).stream().toList()));
    model.open(CAMPAIGN);
    return model;
  }

  private static Optional<Certainty> certainty(OutlookViewModel model) {
    return model.departures().get().map(Departures::certainty);
  }

  @Test
  void the_estimate_stands_there_until_the_server_has_answered() {
    server.answering("/api/campaigns", FORECAST);
    signIn();
    OutlookViewModel model = outlook();
    until(() -> certainty(model).equals(Optional.of(Certainty.KNOWN)));
    assertThat(seen).startsWith(Certainty.ESTIMATE);
    assertThat(model.departures().get().orElseThrow().held())
        .isEqualTo(Map.of(HeldCode.NO_WINDOW, 2));
    assertThat(model.mails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.at()).isEqualTo(AT);
              assertThat(mail.subject()).isEqualTo("Hello");
              assertThat(mail.person().orElseThrow().id()).isEqualTo(ANN);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"asOf\":\"yesterday\"}", "[]", "not even this"})
  void a_server_that_says_what_nobody_understands_leaves_the_estimate(String answer) {
    server.answering("/api/campaigns", answer);
    signIn();
    OutlookViewModel model = outlook();
    until(() -> model.departures().get().isPresent());
    assertThat(seen).containsOnly(Certainty.ESTIMATE);
    assertThat(model.mails()).hasSize(1);
  }

  @Test
  void what_the_server_does_not_know_yet_is_estimated_here() {
    server.answering("/api/campaigns", FORECAST);
    signIn();
    Doc step = desk.row(new RowKey(Entity.CAMPAIGN_STEP, STEP)).orElseThrow();
    desk.edits().patch(step, Map.of("subject", "Another one"));
    OutlookViewModel model = outlook();
    until(() -> model.departures().get().isPresent());
    assertThat(seen).containsOnly(Certainty.ESTIMATE);
    assertThat(model.mails()).extracting(Departures.Departure::subject).containsOnly("Another one");
  }

  private static Optional<Certainty> certainty(WhyViewModel model) {
    return model.answer().get().map(WhyViewModel.Answer::certainty);
  }

  @Test
  void why_is_told_by_the_server_too() {
    server.answering("/api/campaigns", WHY);
    signIn();
    WhyViewModel model =
        new WhyViewModel(outlooks, plans, new CampaignEdits(desk.desk(), desk.edits()), async);
    model.open(CAMPAIGN);
    until(() -> model.known().get().plan().isPresent());
    Doc place =
        desk.row(new RowKey(Entity.CAMPAIGN_PROSPECT, DerivedId.enrolment(CAMPAIGN, ANN)))
            .orElseThrow();
    model.ask(
        Optional.of(new WhyViewModel.Asked.Next(new EnrolmentRow(place, Optional.empty(), ""))));
    assertThat(certainty(model)).contains(Certainty.ESTIMATE);
    until(() -> certainty(model).equals(Optional.of(Certainty.KNOWN)));
    WhyViewModel.Answer told = model.answer().get().orElseThrow();
    assertThat(told.certainty()).isEqualTo(Certainty.KNOWN);
    assertThat(told.why().binding()).isEqualTo("CAP");
    assertThat(told.why().nextAt()).contains(AT);
    assertThat(told.why().chain().getFirst().count()).hasValue(7);
  }

  @Test
  void whom_nobody_should_write_to_is_left_out_when_many_are_marked() {
    Mails make = new Mails(desk);
    UUID ann = make.prospect("Ann", "Beta");
    UUID bo = make.prospect("Bo", "Beta");
    UUID cy = make.prospect("Cy", "Beta");
    UUID dora = make.prospect("Dora", "Beta");
    desk.edits().create(Entity.SUPPRESSION, Map.of("address", "ANN@b.example"));
    UUID running = make.campaign("Runs", bo);
    UUID resting = make.campaign("Rests", cy);
    desk.edits()
        .submit(
            new CampaignCommand.Move(
                running, CampaignMove.START, Optional.empty(), Waiting.ACCEPTED));
    SqliteStore store = desk.desk().store();
    List<UUID> all = List.of(ann, bo, cy, dora);
    assertThat(resting).isNotEqualTo(running);
    assertThat(LeaveOut.from(all, Set.of(), store)).isEqualTo(all);
    assertThat(LeaveOut.from(all, LeaveOut.USUAL, store)).containsExactly(cy, dora);
    assertThat(LeaveOut.from(all, Set.of(LeaveOut.values()), store)).containsExactly(cy);
  }

  @Test
  void the_guard_counts_what_came_back_and_who_complained_since_the_campaign_was_resumed() {
    Mails make = new Mails(desk);
    List<Doc> mails = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      EmailStatus status = i < 3 ? EmailStatus.BOUNCED : EmailStatus.SENT;
      mails.add(
          make.mail(CAMPAIGN, ANN, status)
              .with("toEmail", "p" + i + "@b.example")
              .with("sentAt", DeskFixture.NOW.minus(Duration.ofHours(i < 10 ? 1 : 48))));
    }
    Doc campaign = row(Entity.CAMPAIGN, CAMPAIGN).with("status", CampaignStatus.ACTIVE.name());
    Instant since = GuardNumbers.since(campaign, DeskFixture.NOW);
    assertThat(since).isEqualTo(DeskFixture.NOW.minus(Guard.SEEN));
    desk.arrived(
        List.of(
            row(Entity.SUPPRESSION, new UUID(0, 50))
                .with("address", "P20@b.example")
                .with("source", "COMPLAINED")
                .with("createdAt", DeskFixture.NOW.minus(Duration.ofHours(3)))));
    GuardNumbers all =
        GuardNumbers.of(since, mails, Suppressed.complainers(desk.desk().store(), since));
    assertThat(all.counts()).isEqualTo(new Guard.Counts(57, 3, 1));
    assertThat(new CampaignWords(new Texts(Locale.ENGLISH)).guard(all))
        .isEqualTo("Guard, the last 7 days: came back 5 % of 60 (2–14 %) · complaints 1 of 60");

    Instant resumed = DeskFixture.NOW.minus(Duration.ofHours(2));
    Doc paused =
        campaign.with(
            "pauses",
            new Value.Items(
                List.of(
                    new Value.Items(
                        List.of(
                            Value.text(resumed.minus(Duration.ofDays(1)).toString()),
                            Value.text(resumed.toString()))))));
    assertThat(GuardNumbers.since(paused, DeskFixture.NOW)).isEqualTo(resumed);
    assertThat(GuardNumbers.of(resumed, mails, Set.of()).counts().left()).isEqualTo(10);
  }
}
