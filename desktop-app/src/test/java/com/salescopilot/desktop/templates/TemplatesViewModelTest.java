package com.salescopilot.desktop.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.editor.LetterReader;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.TestThread;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.Rate;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplatesViewModelTest {
  @TempDir Path scratch;

  private final TestThread screen = new TestThread();
  private final Toasts toasts = new Toasts();
  private DeskFixture desk;
  private TemplatesViewModel model;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    model =
        new TemplatesViewModel(
            new TemplateEdits(desk.desk(), desk.edits()),
            screen.async(),
            toasts,
            new Texts(Locale.ENGLISH));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void template(String title) {
    desk.edits().create(Entity.TEMPLATE, Map.of("title", title, "content", "Hi"));
  }

  private List<String> titles() {
    model.refresh();
    return model.rows().stream().map(TemplateRow::title).toList();
  }

  private void undo() {
    toasts.log().getFirst().action().orElseThrow().run().run();
  }

  @Test
  void templates_stand_by_title_with_favourites_first() {
    template("beta");
    template("Alpha");
    template("gamma");
    assertThat(titles()).containsExactly("Alpha", "beta", "gamma");
    model.toggleFavourite(model.rows().get(2));
    assertThat(titles()).containsExactly("gamma", "Alpha", "beta");
    assertThat(model.rows().getFirst().favourite()).isTrue();
  }

  @Test
  void those_that_surely_bring_most_replies_stand_first() {
    made("One of two", 2, 1);
    made("Ten of fifty", 50, 10);
    made("Eighty of four hundred", 400, 80);
    made("Ten in vain", 10, 0);
    template("Never sent");
    assertThat(titles())
        .containsExactly(
            "Eighty of four hundred", "Ten of fifty", "One of two", "Ten in vain", "Never sent");
    assertThat(model.rows().getFirst().mails().replyRate()).isEqualTo(new Rate(80, 400));
  }

  @Test
  void numbers_are_of_mails_that_left_whoever_sent_them() {
    made("Alpha", 40, 3);
    titles();
    TemplateRow row = model.rows().getFirst();
    Doc waits =
        new Doc(Entity.EMAIL, desk.desk().newId(), 1, new TreeMap<>())
            .with("templateId", row.id())
            .with("status", EmailStatus.PENDING_SEND.name());
    desk.arrived(List.of(waits));
    titles();
    assertThat(model.rows().getFirst().used()).isEqualTo(40);
  }

  private void made(String title, int sent, int replied) {
    UUID id =
        desk.edits().create(Entity.TEMPLATE, Map.of("title", title, "content", "Hi")).row().id();
    MadeMails.of(desk, id, sent, replied);
  }

  @Test
  void a_mark_can_be_given_taken_away_and_given_again() {
    template("Alpha");
    for (boolean marked : List.of(true, false, true)) {
      titles();
      model.toggleFavourite(model.rows().getFirst());
      titles();
      assertThat(model.rows().getFirst().favourite()).isEqualTo(marked);
    }
  }

  @Test
  void a_deleted_template_comes_back_with_undo() {
    template("Alpha");
    titles();
    model.delete(model.rows().getFirst());
    assertThat(titles()).isEmpty();
    undo();
    assertThat(titles()).containsExactly("Alpha");
  }

  @Test
  void an_empty_list_says_whether_a_search_made_it_so() {
    model.refresh();
    assertThat(model.load().get()).isEqualTo(new Load.Empty(false));
    template("Alpha");
    model.query().set("zeta");
    model.refresh();
    assertThat(model.load().get()).isEqualTo(new Load.Empty(true));
  }

  @Test
  void a_copy_is_begun_in_private_and_does_not_displace_another_beginning() {
    template("Alpha");
    titles();
    model.copy(model.rows().getFirst(), () -> {});
    assertThat(titles()).containsExactly("Alpha");
    assertThat(model.begun().get()).isEqualTo("Alpha (copy)");
    model.begin(TemplateText.BLANK.with("title", "Other"), () -> {});
    titles();
    assertThat(model.begun().get()).isEqualTo("Alpha (copy)");
    assertThat(toasts.log().getFirst().kind()).isEqualTo(Toasts.Kind.PROBLEM);
  }

  @Test
  void a_discarded_beginning_comes_back_with_undo() {
    model.begin(TemplateText.BLANK.with("title", "Mine"), () -> {});
    model.discardBegun();
    assertThat(model.begun().get()).isEmpty();
    undo();
    assertThat(model.begun().get()).isEqualTo("Mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void what_one_can_start_with_has_no_mistakes_and_suits_a_prospect_without_anything(String tag) {
    Texts texts = new Texts(Locale.forLanguageTag(tag));
    LetterReader reader =
        LetterReader.of(new Sender("Ada", "Byron", "ada@desk.example"), List.of(), texts);
    desk.edits().create(Entity.PROSPECT, Map.of("email", "x@b.example"));
    var nobody = desk.desk().store().prospectsWithEmail("x@b.example").getFirst();
    assertThat(Starters.texts(texts)).hasSize(3);
    for (TemplateText starter : Starters.texts(texts)) {
      assertThat(reader.problems(starter.letter())).isEmpty();
      assertThat(reader.made(starter.letter(), Optional.of(nobody)).problems()).isEmpty();
    }
  }
}
