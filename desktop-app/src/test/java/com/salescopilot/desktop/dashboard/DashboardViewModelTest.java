package com.salescopilot.desktop.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.History;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.MailEvent.Kind;
import com.salescopilot.model.stats.NextAction;
import com.salescopilot.model.stats.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DashboardViewModelTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  private static final UUID COLLEAGUE = new UUID(1, 2);

  @TempDir Path scratch;

  private final History history = new History();
  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private DashboardViewModel model(Numbers numbers, Async async) {
    return new DashboardViewModel(desk.desk(), numbers, async, ENGLISH, ZONE);
  }

  private DashboardViewModel model() {
    return model(numbers(), new Async(Runnable::run, Runnable::run));
  }

  private Numbers numbers() {
    return new LocalNumbers(desk.desk(), ZONE);
  }

  private static Overview shown(DashboardViewModel model) {
    return model.overview().get().orElseThrow();
  }

  private static String spoken(FeedWords words, FeedLine line) {
    return words.sentence(line) + ", " + words.subject(line) + ", " + words.time(line);
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  @Test
  void cards_say_what_a_rate_is_a_share_of_and_say_none_of_few_mails() {
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID _ = history.campaign("Spring", "ACTIVE");
    UUID _ = history.campaign("Autumn", "PAUSED");
    for (int i = 0; i < 40; i++) {
      History.Mail mail = history.sent(bo, "Hello", hours(30 * i));
      UUID _ = (i % 2 == 0 ? mail.opened(hours(30 * i)) : mail.untracked()).kept();
    }
    UUID _ =
        history.mail(DeskFixture.ADA.user().value(), bo, "Later", EmailStatus.PENDING_SEND).kept();
    for (int i = 0; i < 2; i++) {
      UUID _ = history.mail(DeskFixture.ADA.user().value(), bo, "Back", EmailStatus.BOUNCED).kept();
    }
    history.arriveOn(desk);
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      Cards cards = Cards.of(shown(model), ENGLISH);
      assertThat(cards.sent())
          .isEqualTo(new Cards.Card("40", "1 waiting", "6 in 7 days, 5 in the 7 before"));
      assertThat(cards.opened().number()).isEqualTo("20");
      assertThat(cards.opened().rate()).isEqualTo("20 of 20, n too small");
      assertThat(cards.replied().rate()).isEqualTo("0 % of 40 (0–9 %)");
      assertThat(cards.bounced())
          .isEqualTo(new Cards.Card("2", "5 % of 42 (1–16 %)", "of those that left"));
      assertThat(cards.campaigns()).isEqualTo(new Cards.Card("1", "of 2 campaigns", ""));
      assertThat(cards.summary()).isEqualTo("In the last 7 days: 6 sent, 3 opened, 0 replied");
    }
  }

  @Test
  void where_nothing_is_tracked_no_opens_are_claimed_to_be_missing() {
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID _ = history.sent(bo, "Hello", hours(1)).untracked().kept();
    history.arriveOn(desk);
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      assertThat(Cards.of(shown(model), ENGLISH).opened().rate()).isEqualTo("not tracked");
    }
  }

  @Test
  void the_feed_tells_the_newest_first_and_each_line_opens_its_person() {
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID nameless = history.prospect("", "", "info@c.example");
    UUID spring = history.campaign("Spring", "ACTIVE");
    UUID _ = history.sent(bo, "Numbers", hours(5)).opened(hours(3)).replied(hours(1)).kept();
    UUID _ = history.sent(nameless, "", hours(2)).kept();
    UUID _ =
        history
            .sent(new UUID(0, 9), "To one who is gone", hours(4))
            .with("toEmail", "gone@d.example")
            .with("campaignId", spring.toString())
            .kept();
    history.arriveOn(desk);
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      List<FeedLine> feed = shown(model).feed();
      assertThat(feed)
          .extracting(line -> line.event().kind())
          .containsExactly(Kind.REPLIED, Kind.SENT, Kind.OPENED, Kind.SENT, Kind.SENT);
      assertThat(feed)
          .extracting(FeedLine::who)
          .containsExactly("Bo Berg", "info@c.example", "Bo Berg", "gone@d.example", "Bo Berg");
      assertThat(feed.getFirst().opens()).contains(new Route.ProspectDetail(bo));
      assertThat(feed.get(3).opens()).contains(new Route.CampaignDetail(spring));
      FeedWords words = new FeedWords(ENGLISH, desk.desk().clock(), ZONE);
      assertThat(spoken(words, feed.get(0)).replace('\u202f', ' '))
          .isEqualTo("Bo Berg replied, Numbers, 10:00 AM");
      assertThat(spoken(words, feed.get(1))).startsWith("Sent to info@c.example, (no subject)");
    }
  }

  @Test
  void who_is_moved_stands_there_with_the_reasons_and_what_is_next() {
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID cy = history.prospect("Cy", "Capek", "cy@c.example");
    UUID dora = history.prospect("Dora", "Diaz", "dora@d.example");
    UUID gone = history.prospect("Gone", "Away", "gone@d.example");
    UUID _ = history.sent(bo, "Numbers", hours(100)).opened(hours(30)).replied(hours(20)).kept();
    UUID _ = history.sent(cy, "Numbers", hours(90)).opened(hours(80)).kept();
    UUID _ = history.sent(dora, "Numbers", hours(20)).opened(hours(2)).kept();
    UUID _ = history.sent(gone, "Numbers", hours(20)).opened(hours(2)).kept();
    UUID _ =
        history.mail(DeskFixture.ADA.user().value(), gone, "Bounced", EmailStatus.BOUNCED).kept();
    history.arriveOn(desk);
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      Motion motion = shown(model).motion();
      assertThat(motion.movers())
          .extracting(Mover::who, Mover::next)
          .containsExactly(
              tuple("Bo Berg", NextAction.REPLY_OWED), tuple("Dora Diaz", NextAction.WAIT));
      MoverWords words = new MoverWords(ENGLISH, desk.desk().clock(), ZONE);
      Mover first = motion.movers().getFirst();
      assertThat(words.reasons(first)).isEqualTo("replied yesterday · opened yesterday");
      assertThat(words.trend(first)).isEqualTo("Rising, 9.0");
      assertThat(words.action(first)).isEqualTo("Reply");
    }
  }

  @Test
  void whoever_opens_a_mail_on_another_day_is_moved_again_and_who_is_lost_moves_nothing() {
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID gone = history.prospect("Gone", "Away", "gone@d.example");
    UUID _ =
        history
            .sent(bo, "Numbers", hours(24 * 40))
            .opened(hours(24 * 40))
            .did(Signal.Kind.OPEN, hours(72), hours(144), hours(24 * 40))
            .kept();
    UUID _ = history.sent(gone, "Numbers", hours(20)).replied(hours(2)).kept();
    UUID _ =
        history.mail(DeskFixture.ADA.user().value(), gone, "Bounced", EmailStatus.BOUNCED).kept();
    history.arriveOn(desk);
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      Motion motion = shown(model).motion();
      assertThat(motion.movers()).extracting(Mover::who).containsExactly("Bo Berg");
      assertThat(motion.current()).isEqualTo(0.75);
      assertThat(motion.previous()).isEqualTo(1.5);
    }
  }

  @Test
  void campaigns_that_run_stand_before_drafts_and_those_that_ended_are_left_out() {
    UUID _ = history.campaign("Draft", "DRAFT");
    UUID spring = history.campaign("Spring", "ACTIVE");
    UUID _ = history.campaign("Old", "COMPLETED");
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID _ = history.sent(bo, "Hello", hours(1)).with("campaignId", spring.toString()).kept();
    UUID _ =
        history
            .mail(DeskFixture.ADA.user().value(), bo, "Next", EmailStatus.PENDING_SEND)
            .with("campaignId", spring.toString())
            .at("notBefore", hours(-5))
            .kept();
    history.arriveOn(desk);
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      assertThat(shown(model).running())
          .extracting(RunningRow::name, row -> row.mails().sent(), RunningRow::next)
          .containsExactly(
              tuple("Spring", 1L, Optional.of(DeskFixture.NOW.plus(hours(5)))),
              tuple("Draft", 0L, Optional.empty()));
    }
  }

  @Test
  void one_damaged_mail_is_said_and_all_others_are_counted() {
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID _ = history.sent(bo, "Hello", hours(1)).kept();
    UUID _ = history.sent(bo, "?", hours(1)).with("sentAt", "soon").kept();
    UUID _ = history.sent(bo, "?", hours(1)).with("status", "LOST").kept();
    history.arriveOn(desk);
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      assertThat(model.load().get()).isEqualTo(new Load.Ready());
      assertThat(shown(model).mails().sent()).isEqualTo(1);
      assertThat(shown(model).unreadable()).isEqualTo(2);
    }
  }

  @Test
  void mails_of_colleagues_count_only_for_the_workspace() {
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID _ = history.sent(bo, "Mine", hours(1)).kept();
    UUID _ = history.mail(COLLEAGUE, bo, "Theirs", EmailStatus.SENT).at("sentAt", hours(1)).kept();
    history.arriveOn(desk);
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      assertThat(model.seesWorkspace()).isTrue();
      assertThat(shown(model).mails().sent()).isEqualTo(1);
      model.whose().set(Whose.WORKSPACE);
      assertThat(shown(model).mails().sent()).isEqualTo(2);
    }
  }

  @Test
  void the_days_are_those_of_the_place_and_all_of_them_stand_there() {
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      assertThat(model.load().get()).isEqualTo(new Load.Empty(false));
      for (int span : DashboardViewModel.SPANS) {
        model.days().set(span);
        assertThat(shown(model).days()).hasSize(span);
        assertThat(shown(model).days().getLast().date()).hasToString("2026-03-31");
      }
    }
  }

  @Test
  void numbers_that_cannot_be_read_leave_the_old_ones_there_and_can_be_asked_for_again() {
    UUID bo = history.prospect("Bo", "Berg", "bo@b.example");
    UUID _ = history.sent(bo, "Hello", hours(1)).kept();
    history.arriveOn(desk);
    Deque<RuntimeException> troubles = new ArrayDeque<>();
    Numbers shaky =
        (days, whose) -> {
          if (!troubles.isEmpty()) {
            throw troubles.pop();
          }
          return numbers().read(days, whose);
        };
    DashboardViewModel model = model(shaky, new Async(Runnable::run, Runnable::run));
    try (Subscription _ = model.start()) {
      troubles.push(new IllegalStateException("the disk is gone"));
      model.days().set(30);
      assertThat(model.load().get()).isInstanceOf(Load.Failed.class);
      assertThat(shown(model).days()).hasSize(7);
      model.refresh();
      assertThat(model.load().get()).isEqualTo(new Load.Ready());
      assertThat(shown(model).days()).hasSize(30);
    }
  }

  @Test
  void however_much_changes_while_it_counts_it_counts_once_more() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    AtomicInteger counted = new AtomicInteger();
    Numbers counting =
        (days, whose) -> {
          counted.incrementAndGet();
          return numbers().read(days, whose);
        };
    DashboardViewModel model = model(counting, new Async(waiting::add, Runnable::run));
    try (Subscription _ = model.start()) {
      for (int i = 0; i < 50; i++) {
        model.refresh();
      }
      model.days().set(14);
      while (!waiting.isEmpty()) {
        waiting.poll().run();
      }
      assertThat(counted).hasValue(2);
      assertThat(shown(model).days()).hasSize(14);
    }
  }

  @Test
  void without_a_server_it_is_said_that_others_may_know_more() {
    DashboardViewModel model = model();
    try (Subscription _ = model.start()) {
      assertThat(model.standing().get())
          .isEqualTo(new Standing(false, "Offline: what this machine knows"));
    }
  }
}
