package com.salescopilot.desktop.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.TestThread;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.preflight.Finding;
import com.salescopilot.model.schedule.Rehearsal;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.schedule.Why;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.model.value.ValueJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a desk says of a campaign by its own rows.
final class OutlookViewModelTest {
  @TempDir Path scratch;

  private final TestThread screen = new TestThread();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private DeskFixture desk;
  private Mails make;
  private UUID ann;
  private UUID bo;
  private UUID campaign;
  private Outlooks outlooks;
  private ServerPlans server;
  private CampaignEdits edits;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    make = new Mails(desk);
    ann = make.prospect("Ann", "Alpha");
    bo = make.prospect("Bo", "Beta");
    campaign = make.campaign("Spring", ann, bo);
    server = new ServerPlans(desk.desk());
    outlooks = new Outlooks(desk.desk(), new Letters(desk.desk()));
    edits = new CampaignEdits(desk.desk(), desk.edits());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private OutlookViewModel model() {
    OutlookViewModel model =
        new OutlookViewModel(
            desk.desk()::store, outlooks, server, screen.async(), texts, ZoneOffset.UTC);
    model.open(campaign);
    return model;
  }

  private void start() {
    desk.edits()
        .submit(
            new CampaignCommand.Move(
                campaign, CampaignMove.START, Optional.empty(), Waiting.ACCEPTED));
  }

  private List<Finding.Code> codes() {
    return model().findings().stream().map(Finding::code).toList();
  }

  private Why why(UUID prospect) {
    WhyViewModel model = new WhyViewModel(outlooks, server, edits, screen.async());
    model.open(campaign);
    Doc row =
        desk.row(new RowKey(Entity.CAMPAIGN_PROSPECT, DerivedId.enrolment(campaign, prospect)))
            .orElseThrow();
    EnrolmentRow asked = new EnrolmentRow(row, Optional.empty(), "");
    model.ask(Optional.of(new WhyViewModel.Asked.Next(asked)));
    return model.answer().get().orElseThrow().why();
  }

  @Test
  void what_stands_against_a_start_is_found_without_a_network() {
    new Steps(desk).step(campaign, 1, "A", "", "<p>Hi {{firstNam}}</p>");
    assertThat(codes())
        .contains(
            Finding.Code.EMPTY_SUBJECT, Finding.Code.TEMPLATE_ERROR, Finding.Code.NO_UNSUBSCRIBE);
    assertThat(model().review().get().orElseThrow().isBlocked()).isTrue();
  }

  @Test
  void who_lacks_a_field_waits_and_the_others_leave() {
    new Steps(desk).step(campaign, 1, "A", "Hi", Steps.LETTER);
    desk.edits()
        .patch(desk.row(new RowKey(Entity.PROSPECT, bo)).orElseThrow(), Map.of("company", ""));
    OutlookViewModel model = model();
    assertThat(model.review().get().orElseThrow().isBlocked()).isFalse();
    assertThat(model.review().get().orElseThrow().waiting()).isOne();
    assertThat(model.mails())
        .singleElement()
        .satisfies(m -> assertThat(m.person().orElseThrow().id()).isEqualTo(ann));
    assertThat(model.departures().get().orElseThrow().held())
        .isEqualTo(Map.of(HeldCode.EMPTY_FIELD, 1));
    start();
    assertThat(why(bo).binding()).isEqualTo("EMPTY_FIELD");
    assertThat(why(ann).binding()).isEqualTo("DUE");
  }

  @Test
  void a_draft_is_played_as_if_it_started_now_and_counts_by_day() {
    new Steps(desk).three(campaign);
    OutlookViewModel model = model();
    Departures found = model.departures().get().orElseThrow();
    assertThat(found.mails()).hasSize(6);
    assertThat(found.perDay()).hasSize(30);
    assertThat(found.perDay().getFirst())
        .isEqualTo(new Departures.Day(LocalDate.of(2026, 3, 31), 2));
    assertThat(found.ends()).isEqualTo(Map.of(EnrolmentStatus.COMPLETED, 2));
    model.read(model.mails().get(2));
    assertThat(model.preview().subject().get()).startsWith("Re: ");
    model.answers().set(true);
    assertThat(model.departures().get().orElseThrow().mails()).isNotEmpty();
  }

  @Test
  void who_lacks_a_field_of_a_later_step_is_told_of_before_it_is_due() {
    Steps steps = new Steps(desk);
    steps.step(campaign, 1, "A", "Hi", "<p>Hi {{firstName}} {{unsubscribeUrl}}</p>");
    steps.step(campaign, 2, "A", "Hi", "<p>{{company}} {{unsubscribeUrl}}</p>");
    desk.edits()
        .patch(desk.row(new RowKey(Entity.PROSPECT, bo)).orElseThrow(), Map.of("company", ""));
    start();
    Departures found = model().departures().get().orElseThrow();
    assertThat(found.mails()).extracting(Departures.Departure::position).containsExactly(1, 1, 2);
    assertThat(found.held()).isEqualTo(Map.of(HeldCode.EMPTY_FIELD, 1));
    assertThat(why(bo).state()).isEqualTo(Why.Standing.WAITING);
  }

  @Test
  void the_estimate_goes_by_what_the_server_last_said_of_the_workspace() {
    new Steps(desk).three(campaign);
    assertThat(ends()).containsExactlyInAnyOrder(EnrolmentStatus.REPLIED, EnrolmentStatus.EXCLUDED);
    assertThat(between()).isLessThan(Duration.ofSeconds(200));
    new WorkspaceRules(desk.desk())
        .learn(ValueJson.object("{\"companyStop\":false,\"gapSeconds\":3600,\"ai\":{}}"));
    assertThat(ends()).containsExactlyInAnyOrder(EnrolmentStatus.REPLIED, EnrolmentStatus.REPLIED);
    assertThat(between()).isGreaterThan(Duration.ofMinutes(40));
  }

  /// How all stand in the end if everybody answers.
  private Collection<EnrolmentStatus> ends() {
    return outlooks
        .read(campaign)
        .orElseThrow()
        .played(1, new Rehearsal.Rates(1, 0, 0, 0))
        .ends()
        .values();
  }

  /// How long after the first mail the second leaves.
  private Duration between() {
    List<Slot> slots = outlooks.read(campaign).orElseThrow().silent().slots();
    return Duration.between(slots.getFirst().at(), slots.get(1).at());
  }

  @Test
  void an_address_that_takes_no_mail_is_found_and_held() {
    new Steps(desk).three(campaign);
    desk.edits().create(Entity.SUPPRESSION, Map.of("address", "BO@b.example"));
    assertThat(codes()).contains(Finding.Code.SUPPRESSED);
    start();
    assertThat(why(bo).binding()).isEqualTo("SUPPRESSED");
  }

  @Test
  void the_chain_of_reasons_is_that_of_the_rows() {
    new Steps(desk).three(campaign);
    assertThat(why(ann).binding()).isEqualTo("CAMPAIGN_DRAFT");
    start();
    assertThat(List.of(why(ann).binding(), why(bo).binding()))
        .containsExactlyInAnyOrder("DUE", "GAP");
    desk.edits()
        .submit(
            new EnrolmentCommand.Ask(
                DerivedId.enrolment(campaign, ann), EnrolmentMove.PAUSE, Optional.empty()));
    assertThat(why(ann).binding()).isEqualTo("ENROLMENT_PAUSED");
    assertThat(why(bo).binding()).isEqualTo("DUE");
  }

  @Test
  void what_a_mailbox_sent_just_now_makes_the_next_mail_wait() {
    new Steps(desk).three(campaign);
    start();
    Instant now = DeskFixture.NOW;
    make.arrived(
        make.mail(make.campaign("Other"), ann, EmailStatus.SENT)
            .with("userId", DeskFixture.ADA.user().value())
            .with("mailboxId", desk.desk().newId())
            .with("stepPosition", 1)
            .with("sentAt", now.minus(Duration.ofSeconds(5))));
    assertThat(List.of(why(ann).binding(), why(bo).binding())).containsOnly("GAP");
    assertThat(why(ann).nextAt().orElseThrow()).isAfter(now);
  }

  @Test
  void settings_are_read_from_the_campaign_and_refused_at_their_field() {
    TimesViewModel times =
        new TimesViewModel(
            new TimesEdits(desk.desk(), desk.edits()), screen.async(), new Toasts(), texts);
    times.open(campaign);
    times.keep("days", "SAT, SUN");
    times.keep("dailyCap", "12");
    times.keep("endDate", "2026-04-30");
    times.keep("zone", "Europe/Berlin");
    times.keep("from", "25:00");
    times.keep("holidays", "DE, 2026-12-24");
    assertThat(times.error("from").get()).contains("09:00");
    assertThat(times.error("holidays").get()).isEmpty();
    assertThat(times.value("dailyCap").get()).isEqualTo("12");
    assertThat(times.value("holidays").get()).isEqualTo("DE, 2026-12-24");
    assertThat(times.rules().get().dailyCap()).isEqualTo(12);
    Doc row = desk.row(new RowKey(Entity.CAMPAIGN, campaign)).orElseThrow();
    assertThat(row.instant("endDate")).isPresent();
    new Steps(desk).three(campaign);
    start();
    assertThat(why(ann).binding()).isEqualTo("WINDOW");
    times.keep("dailyCap", "");
    assertThat(times.rules().get().dailyCap()).isEqualTo(50);
  }
}
