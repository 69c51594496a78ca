package com.salescopilot.desktop.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.compose.ScoreViewModel.Told;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.score.Blocker;
import com.salescopilot.model.score.CheckId;
import com.salescopilot.model.score.GoldenMails;
import com.salescopilot.model.score.GoldenMails.GoldenMail;
import com.salescopilot.model.score.Own;
import com.salescopilot.model.score.Reason;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.score.ScoredMail;
import com.salescopilot.model.score.Scorer;
import com.salescopilot.model.score.Weights;
import com.salescopilot.model.score.Yardstick;
import com.salescopilot.model.stats.Rate;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The score beside the letter. Nothing here has a server.
final class ScoreTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path scratch;

  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void a_hundred_letters_have_the_same_score_as_on_the_server() {
    Letters letters = new Letters(desk.desk());
    Scorer scorer = new Scorer();
    List<String> lines = new ArrayList<>();
    for (GoldenMail mail : GoldenMails.all()) {
      SortedMap<String, Value> halves = new TreeMap<>(Map.of("text", Value.text(mail.text())));
      Doc draft =
          new Doc(Entity.EMAIL_DRAFT, new UUID(0, 1), 0, new TreeMap<>())
              .with("subject", mail.subject())
              .with("body", new Value.Fields(halves));
      ScoredMail judged = letters.judged(draft, Optional.of(prospect(mail))).atStep(mail.step());
      Score score = scorer.score(mail.language().map(judged::in).orElse(judged));
      lines.add(GoldenMails.line(mail.id(), score, score.canonical()));
    }

    assertThat(lines).containsExactlyElementsOf(GoldenMails.expected().values());
  }

  private static Doc prospect(GoldenMail mail) {
    Doc row =
        new Doc(Entity.PROSPECT, new UUID(0, 2), 0, new TreeMap<>()).with("email", "a@b.example");
    SortedMap<String, Value> custom = new TreeMap<>();
    for (Map.Entry<String, String> value : mail.values().entrySet()) {
      if (value.getKey().startsWith("custom.")) {
        custom.put(value.getKey().substring("custom.".length()), Value.text(value.getValue()));
      } else {
        row = row.with(value.getKey(), value.getValue());
      }
    }
    return row.with("customFields", new Value.Fields(custom));
  }

  @Test
  void who_must_not_be_written_to_and_a_campaign_without_a_way_out_are_said() {
    Doc to =
        new Doc(Entity.PROSPECT, new UUID(0, 3), 1, new TreeMap<>()).with("email", "Bo@b.example");
    Doc never =
        new Doc(Entity.SUPPRESSION, new UUID(0, 4), 1, new TreeMap<>())
            .with("address", "bo@b.example");
    Doc sent =
        new Doc(Entity.EMAIL, new UUID(0, 5), 1, new TreeMap<>())
            .with("prospectId", to.id())
            .with("campaignId", new UUID(0, 6))
            .with("status", EmailStatus.SENT.name());
    desk.arrived(List.of(to, never, sent));
    Doc draft =
        new Doc(Entity.EMAIL_DRAFT, new UUID(0, 7), 0, new TreeMap<>())
            .with("subject", "Hello")
            .with("campaignId", new UUID(0, 6))
            .with(
                "body",
                new Value.Fields(
                    new TreeMap<>(Map.of("text", Value.text("Hello, would it help?")))));
    ScoredMail judged = new Letters(desk.desk()).judged(draft, Optional.of(to));
    assertThat(judged.stepPosition()).isEqualTo(2);
    assertThat(new Scorer().score(judged).blockers())
        .extracting(Blocker::code)
        .containsExactly(Blocker.Code.SUPPRESSED, Blocker.Code.NO_UNSUBSCRIBE);
  }

  @Test
  void the_newest_text_is_judged_and_nothing_is_said_of_an_empty_letter() {
    List<Runnable> beside = new ArrayList<>();
    ScoreViewModel model =
        new ScoreViewModel(
            new Letters(desk.desk()),
            new WorkspaceRules(desk.desk()),
            new Saying(""),
            new Async(beside::add, Runnable::run),
            e -> {
              throw e;
            });
    Document letter = TextCodec.read("Hi there, would it help you?");
    model.judge(
        new Written("Old", letter, true, Optional.empty()), Optional.empty(), Optional.empty());
    model.judge(
        new Written("", letter, true, Optional.empty()), Optional.empty(), Optional.empty());
    beside.reversed().forEach(Runnable::run);

    assertThat(model.score().get().orElseThrow().blockers()).hasSize(1);

    beside.clear();
    model.judge(Written.NOTHING, Optional.empty(), Optional.empty());
    beside.forEach(Runnable::run);
    assertThat(model.score().get()).isEmpty();
  }

  @Test
  void what_the_server_said_last_of_weights_and_own_mails_holds_without_a_network() {
    WorkspaceRules rules = new WorkspaceRules(desk.desk());
    assertThat(rules.score()).isEqualTo(Yardstick.STANDARD);
    Yardstick told =
        new Yardstick(
            Weights.with(Map.of(CheckId.LEN, 40)),
            Map.of(CheckId.SUBJ, new Own(new Rate(39, 200), new Rate(0, 200))));
    SqliteStore store = desk.desk().store();
    store.keepLocalDraft("workspace-rules", "policy", "{\"score\":{\"weights\":{\"len\":40}}}");
    store.keepLocalDraft(
        "workspace-rules", "own", ValueJson.object(told.canonical()).path("own").toString());

    assertThat(rules.isTimeToAsk()).isTrue();
    rules.ask(); // nobody answers
    assertThat(rules.isTimeToAsk()).as("an hour has not passed").isFalse();
    assertThat(rules.score()).isEqualTo(told);
    Letters letters = new Letters(desk.desk());
    ScoreViewModel model =
        new ScoreViewModel(
            letters,
            rules,
            new Saying(""),
            new Async(Runnable::run, Runnable::run),
            e -> {
              throw e;
            });
    Document letter = TextCodec.read("Hi there, would it help you?");
    Written written = new Written("Plans", letter, true, Optional.empty());
    model.judge(written, Optional.empty(), Optional.empty());
    assertThat(model.score().get().orElseThrow().canonical())
        .isEqualTo(
            new Scorer()
                .score(letters.judged(written.asDraft(Optional.empty()), Optional.empty()), told)
                .canonical())
        .contains("\"own\":{\"inside\":{\"den\":200");
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      assertThat(new Texts(locale).get(ScorePane.class, "score.own", 39, 200, 0, 200))
          .contains("39", "200", "0");
    }
  }

  /// A model that always says the same.
  private record Saying(String words) implements Narrator {
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public Words tell(Written written, Optional<UUID> reader) {
      return new Words(words, "openai m-1");
    }
  }

  private ScoreViewModel told(String words, Async async) {
    return new ScoreViewModel(
        new Letters(desk.desk()),
        new WorkspaceRules(desk.desk()),
        new Saying(words),
        async,
        e -> {
          throw e;
        });
  }

  private static Written saying(String text) {
    return new Written("Plans", TextCodec.read(text), true, Optional.empty());
  }

  @Test
  void a_models_words_are_of_the_letter_they_were_asked_about_alone() {
    List<Runnable> beside = new ArrayList<>();
    ScoreViewModel model = told("Ask one question.", new Async(beside::add, Runnable::run));
    assertThat(model.narrated().get()).as("not known yet").isFalse();
    model.judge(saying("Hi there."), Optional.empty(), Optional.empty());
    drain(beside);
    assertThat(model.narrated().get()).isTrue();

    model.tell();
    assertThat(model.told().get()).isEqualTo(new Told.Asked());
    drain(beside);
    Told said = new Told.Said(new Narrator.Words("Ask one question.", "openai m-1"));
    assertThat(model.told().get()).isEqualTo(said);
    model.judge(saying("Hi there."), Optional.empty(), Optional.empty());
    drain(beside);
    assertThat(model.told().get()).as("nothing was written").isEqualTo(said);

    model.tell();
    model.judge(saying("Hi there, again."), Optional.empty(), Optional.empty());
    drain(beside);
    assertThat(model.told().get())
        .as("they are of the letter before")
        .isEqualTo(new Told.Nothing());
  }

  @Test
  void a_model_that_says_nothing_that_may_be_shown_is_said_to_have_no_words() {
    ScoreViewModel model = told("", new Async(Runnable::run, Runnable::run));
    model.judge(saying("Hi there."), Optional.empty(), Optional.empty());
    model.tell();
    assertThat(model.told().get()).isEqualTo(new Told.None());
  }

  private static void drain(List<Runnable> beside) {
    while (!beside.isEmpty()) {
      beside.removeFirst().run();
    }
  }

  @Test
  void words_of_a_model_stand_under_the_score_and_say_whose_they_are() {
    words(
        Ui.Setting.USUAL,
        "Your letter is short and asks one thing. Say what is in it for the reader.",
        "score-words");
    words(
        Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700),
        "Ihr Brief ist kurz und stellt eine Frage. Sagen Sie, was die Leserin davon hat.",
        "score-words-de-dark");
  }

  private void words(Ui.Setting setting, String words, String name) {
    try (Ui ui = Ui.open(desk.desk(), setting).go(Route.Compose.fresh())) {
      ScoreViewModel model = told(words, new Async(Runnable::run, Runnable::run));
      assertThat(ui.scene().lookup("#scoreTell").isVisible()).as("nobody could be asked").isFalse();
      Ui.run(
          () -> {
            ((ScorePane) ui.scene().lookup(".score")).follow(model, new Texts(setting.locale()));
            model.judge(saying("Hi there, would it help?"), Optional.empty(), Optional.empty());
          });
      ui.click("#scoreTell");
      ui.until("they are there", () -> ui.text("#scoreTold").equals(words));
      assertThat(ui.text("#scoreTeller")).contains("openai m-1");
      Path _ = ui.picture(PICTURES.resolve(name + ".png"));
    }
  }

  @Test
  void every_finding_has_its_words_in_both_languages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Texts texts = new Texts(locale);
      for (Reason reason : Reason.values()) {
        assertThat(texts.get(ScorePane.class, "score.why." + reason.name(), 2)).isNotBlank();
        if (!reason.fix().isEmpty()) {
          assertThat(texts.get(ScorePane.class, "score.fix." + reason.name())).isNotBlank();
        }
      }
    }
  }

  @Test
  void it_follows_the_typing_and_says_why_on_demand() {
    desk.edits()
        .create(
            Entity.PROSPECT,
            Map.of("email", "bo@bright.example", "firstName", "Bo", "company", "Bright GmbH"));
    look(Ui.Setting.USUAL, "score");
    look(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK), "score-de-dark");
  }

  private void look(Ui.Setting setting, String name) {
    try (Ui ui = Ui.open(desk.desk(), setting).go(Route.Compose.fresh())) {
      ui.click("#to").type("bo@bright.example,");
      ui.until("the chip stands there", () -> ui.scene().lookup(".chip") != null);
      ui.fill("#subject", "Your plans");
      ui.click("#editor").type("Hi Pete, how does Bright GmbH plan its shifts? Would it help you?");
      ui.until(
          "a blocker is told",
          () -> !ui.scene().getRoot().lookupAll(".score .field-error").isEmpty());
      ui.click("#scoreWhy");
      ui.until(
          "each check is told", () -> ui.scene().getRoot().lookupAll(".score-check").size() > 7);
      ui.picture(PICTURES.resolve(name + ".png"));
    }
  }
}
