package com.salescopilot.desktop.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.TestThread;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.CampaignMoves;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.CampaignCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CampaignViewModelsTest {
  @TempDir Path scratch;

  private final TestThread screen = new TestThread();
  private final Toasts toasts = new Toasts();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private DeskFixture desk;
  private Mails make;
  private CampaignEdits edits;
  private final List<UUID> reviewed = new ArrayList<>();
  private Moves moves;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    opened();
  }

  private void opened() {
    make = new Mails(desk);
    edits = new CampaignEdits(desk.desk(), desk.edits());
    moves = new Moves(edits, screen.async(), toasts, texts, reviewed::add);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private CampaignRow row(UUID id) {
    return edits.find(id).orElseThrow();
  }

  private NewCampaignViewModel fresh() {
    return new NewCampaignViewModel(edits, screen.async(), toasts, texts);
  }

  private int enrolled(UUID campaign) {
    return desk.desk().store().related(Relation.ENROLMENTS_OF_CAMPAIGN, campaign).size();
  }

  private void undo() {
    toasts.log().getFirst().action().orElseThrow().run().run();
  }

  @Test
  void somebody_is_paused_and_goes_on_by_undo() {
    UUID ann = make.prospect("Ann", "Alpha");
    UUID id = make.campaign("Spring", ann);
    EnrolmentAsks asks = new EnrolmentAsks(edits, screen.async(), toasts, texts);
    assertThat(asks.offered(EnrolmentStatus.ACTIVE))
        .containsExactly(EnrolmentMove.PAUSE, EnrolmentMove.EXCLUDE, EnrolmentMove.RESTART);
    assertThat(asks.offered(EnrolmentStatus.UNSUBSCRIBED)).isEmpty();
    asks.make(enrolment(id), EnrolmentMove.PAUSE);
    screen.until("it is told", () -> !toasts.log().isEmpty());
    assertThat(enrolment(id).status()).isEqualTo(EnrolmentStatus.PAUSED);
    undo();
    screen.until("it goes on", () -> enrolment(id).status() == EnrolmentStatus.ACTIVE);
  }

  private EnrolmentRow enrolment(UUID campaign) {
    Doc row = desk.desk().store().related(Relation.ENROLMENTS_OF_CAMPAIGN, campaign).getFirst();
    return new EnrolmentRow(row, Optional.empty(), "");
  }

  @Test
  void numbers_are_counted_from_the_mails_that_are_here() {
    UUID ann = make.prospect("Ann", "Alpha");
    UUID id = make.campaign("Spring", ann);
    make.arrived(
        make.mail(id, ann, EmailStatus.SENT),
        make.mail(id, ann, EmailStatus.SENT)
            .with("openedAt", DeskFixture.NOW.plus(Duration.ofHours(1))),
        make.mail(id, ann, EmailStatus.SENT)
            .with("openedAt", DeskFixture.NOW.plus(Duration.ofHours(1)))
            .with("repliedAt", DeskFixture.NOW.plus(Duration.ofHours(2))),
        make.mail(id, ann, EmailStatus.SENT).with("tracking", "OFF"),
        make.mail(id, ann, EmailStatus.PENDING_SEND),
        make.mail(make.campaign("Other"), ann, EmailStatus.SENT));
    CampaignRow row = row(id);
    CampaignWords words = new CampaignWords(texts);
    assertThat(row.enrolled()).isOne();
    assertThat(words.sent(row)).isEqualTo("4");
    assertThat(words.opened(row)).isEqualTo("2 of 3");
    assertThat(words.replied(row)).isEqualTo("1 of 4");
    assertThat(row.mails().pending()).isOne();
  }

  @Test
  void wordings_are_compared_from_thirty_sent_of_each() {
    UUID ann = make.prospect("Ann", "Alpha");
    UUID id = make.campaign("Spring", ann);
    new Steps(desk).three(id);
    List<Doc> mails = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      Doc mail =
          make.mail(id, ann, EmailStatus.SENT)
              .with("stepPosition", 1)
              .with("variant", i % 2 == 0 ? "A" : "B");
      mails.add(i % 4 == 0 ? mail.with("repliedAt", DeskFixture.NOW) : mail);
    }
    desk.arrived(mails);
    CampaignDetailViewModel model = new CampaignDetailViewModel(edits, screen.async(), texts);
    model.open(id);
    assertThat(model.variants())
        .extracting(row -> row.verdict(texts))
        .containsExactly("Brings more replies", "Brings no more than the others", "", "");
    assertThat(model.variants().getFirst().counts().sent()).isEqualTo(40);
  }

  @Test
  void the_list_has_the_last_campaign_first_and_finds_by_name() {
    make.campaign("Spring");
    make.campaign("Summer");
    CampaignsViewModel model = new CampaignsViewModel(edits, screen.async(), texts);
    model.refresh();
    assertThat(model.rows()).extracting(CampaignRow::name).containsExactly("Summer", "Spring");
    model.query().set("spr");
    model.refresh();
    assertThat(model.rows()).extracting(CampaignRow::name).containsExactly("Spring");
    model.query().set("zzz");
    model.refresh();
    assertThat(model.load().get()).isEqualTo(new Load.Empty(true));
  }

  @Test
  void starting_can_be_taken_back_and_so_can_resuming_but_not_completing() {
    UUID id = make.campaign("Spring");
    moves.make(row(id), CampaignMove.START);
    assertThat(row(id).status()).isEqualTo(CampaignStatus.ACTIVE);
    undo();
    assertThat(row(id).status()).isEqualTo(CampaignStatus.PAUSED);
    moves.make(row(id), CampaignMove.RESUME);
    assertThat(row(id).status()).isEqualTo(CampaignStatus.ACTIVE);
    undo();
    assertThat(row(id).status()).isEqualTo(CampaignStatus.PAUSED);
    moves.make(row(id), CampaignMove.COMPLETE);
    assertThat(row(id).status()).isEqualTo(CampaignStatus.COMPLETED);
    assertThat(toasts.log().getFirst().action()).isEmpty();
  }

  @Test
  void a_move_that_is_refused_gives_the_reason_of_the_rules_in_their_words() {
    for (CampaignStatus status : CampaignStatus.values()) {
      for (CampaignMove move : CampaignMove.values()) {
        String obstacle = moves.obstacle(status, move);
        switch (CampaignMoves.move(status, move)) {
          case CampaignMoves.Moved _ -> assertThat(obstacle).isEmpty();
          case CampaignMoves.Unchanged _ -> assertThat(obstacle).contains("already");
          case CampaignMoves.Refused(String reason) -> assertThat(obstacle).isEqualTo(reason);
        }
      }
      assertThat(moves.offered(status)).hasSize(4);
      assertThat(moves.obstacle(status, moves.offered(status).getFirst())).isEmpty();
    }
  }

  @Test
  void a_half_made_campaign_is_private_and_there_again_after_a_restart() {
    UUID ann = make.prospect("Ann", "Alpha");
    NewCampaignViewModel model = fresh();
    model.start();
    model.name().set("Spring");
    model.audience().toggle(ann);
    assertThat(edits.list("")).isEmpty();
    desk.close();
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    opened();
    NewCampaignViewModel again = fresh();
    again.start();
    assertThat(again.name().get()).isEqualTo("Spring");
    assertThat(again.audience().isMarked(ann)).isTrue();
    assertThat(again.audience().marked().get()).isOne();
  }

  @Test
  void an_audience_is_enrolled_in_groups_of_five_hundred_at_most() {
    List<Doc> people = new ArrayList<>();
    for (int i = 0; i < 1_203; i++) {
      people.add(
          new Doc(Entity.PROSPECT, desk.desk().newId(), 3, new TreeMap<>())
              .with("email", "p" + i + "@b.example"));
    }
    desk.arrived(people);
    NewCampaignViewModel model = fresh();
    model.start();
    model.name().set("Spring");
    model.audience().markFound();
    model.audience().toggle(people.getFirst().id());
    assertThat(model.audience().marked().get()).isEqualTo(1_202);
    List<UUID> made = new ArrayList<>();
    model.create(made::add, () -> {});
    assertThat(enrolled(made.getFirst())).isEqualTo(1_202);
    assertThat(desk.desk().store().outbox())
        .extracting(OutboxEntry::mutation)
        .extracting(mutation -> mutation.change())
        .filteredOn(CampaignCommand.Enrol.class::isInstance)
        .hasSize(3);
    assertThat(BegunCampaign.find(desk.desk().store())).isEmpty();
    assertThat(BegunCampaign.audience(desk.desk().store())).isEmpty();
  }

  @Test
  void whoever_was_deleted_after_being_marked_is_left_out() {
    UUID ann = make.prospect("Ann", "Alpha");
    UUID bo = make.prospect("Bo", "Beta");
    NewCampaignViewModel model = fresh();
    model.start();
    model.name().set("Spring");
    model.audience().toggle(ann);
    model.audience().toggle(bo);
    desk.edits().delete(desk.row(new RowKey(Entity.PROSPECT, bo)).orElseThrow());
    List<UUID> made = new ArrayList<>();
    model.create(made::add, () -> {});
    assertThat(enrolled(made.getFirst())).isOne();
    assertThat(toasts.log().getFirst().text()).isEqualTo("Created Spring with 1 prospect");
  }

  @Test
  void a_campaign_needs_a_name_and_what_was_discarded_comes_back_with_undo() {
    UUID ann = make.prospect("Ann", "Alpha");
    NewCampaignViewModel model = fresh();
    model.start();
    model.audience().toggle(ann);
    model.create(_ -> {}, () -> {});
    assertThat(model.nameError().get()).isEqualTo("A campaign needs a name.");
    assertThat(edits.list("")).isEmpty();
    model.discard(() -> {});
    assertThat(model.audience().marked().get()).isZero();
    undo();
    assertThat(model.audience().isMarked(ann)).isTrue();
  }

  @Test
  void a_campaign_in_detail_shows_the_last_event_of_each_and_why_a_mail_stands_where_it_stands() {
    UUID ann = make.prospect("Ann", "Alpha");
    UUID bo = make.prospect("Bo", "Beta");
    UUID id = make.campaign("Spring", ann, bo);
    make.arrived(
        make.mail(id, ann, EmailStatus.SENT)
            .with("openedAt", DeskFixture.NOW.plus(Duration.ofHours(1))),
        make.mail(id, bo, EmailStatus.BOUNCED).with("lastReply", "550 5.1.1 No such user"));
    CampaignDetailViewModel model = new CampaignDetailViewModel(edits, screen.async(), texts);
    model.open(id);
    assertThat(model.enrolments()).extracting(EnrolmentRow::name).containsExactly("Ann", "Bo");
    assertThat(model.enrolments().getFirst().last()).startsWith("Opened ");
    MailWords words = new MailWords(texts);
    assertThat(model.mails()).extracting(words::reason).contains("550 5.1.1 No such user");
    make.arrived(make.mail(id, bo, EmailStatus.PENDING_SEND).with("hold", "STALE"));
    screen.until("it came", () -> model.mails().size() == 3);
    assertThat(model.mails()).extracting(words::reason).anyMatch(why -> why.startsWith("Held"));
    assertThat(model.mails())
        .extracting(mail -> words.reason(mail.with("status", "CANCELLED")))
        .isNotEmpty();
  }

  @Test
  void a_campaign_that_is_not_here_says_so() {
    CampaignDetailViewModel model = new CampaignDetailViewModel(edits, screen.async(), texts);
    model.open(desk.desk().newId());
    assertThat(model.load().get()).isEqualTo(new Load.Empty(false));
  }
}
