package com.salescopilot.desktop.synccentre;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.synccentre.Card.Decision;
import com.salescopilot.desktop.synccentre.Card.Fact;
import com.salescopilot.desktop.synccentre.Card.Offer;
import com.salescopilot.desktop.synccentre.Review.Side;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConflictsViewModelTest {
  @TempDir Path scratch;

  private final Toasts toasts = new Toasts();
  private DeskFixture desk;
  private Troubles troubles;
  private ConflictsViewModel model;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
    troubles = new Troubles(desk);
    model =
        new ConflictsViewModel(
            desk.desk(),
            desk.edits(),
            new Async(Runnable::run, Runnable::run),
            toasts,
            new Texts(Locale.ENGLISH),
            ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Review only() {
    model.refresh();
    assertThat(model.reviews()).hasSize(1);
    return model.reviews().getFirst();
  }

  private List<Decision> offered() {
    return only().card().offers().stream().map(Offer::decision).toList();
  }

  private void decide(Decision decision) {
    model.decide(decision, Optional.empty());
  }

  private Optional<Doc> prospect(UUID id) {
    return desk.row(new RowKey(Entity.PROSPECT, id));
  }

  private String title(UUID id) {
    return prospect(id).orElseThrow().text("jobTitle").orElse("");
  }

  @Test
  void a_clash_shows_both_values_and_whose_they_are_and_mine_is_put_in_place_of_theirs() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "CEO", "CFO");
    Review review = only();
    assertThat(review.card().title()).isEqualTo("Job title of Bo Berg: two values");
    assertThat(review.mine()).contains(new Side("Yours", "CEO"));
    assertThat(review.theirs()).contains(new Side("Theirs, stands now", "CFO"));
    assertThat(review.isLong()).isFalse();
    decide(Decision.USE_MINE);
    assertThat(title(bo)).isEqualTo("CEO");
    assertThat(model.reviews()).isEmpty();
  }

  @Test
  void a_decision_is_taken_back_with_the_conflict_while_nobody_wrote_meanwhile() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "CEO", "CFO");
    Review before = only();
    decide(Decision.USE_MINE);
    assertThat(toasts.undo()).isEmpty();
    assertThat(title(bo)).isEqualTo("CFO");
    assertThat(only().mine()).isEqualTo(before.mine());
    assertThat(only().card().source().id()).isEqualTo(before.card().source().id());

    decide(Decision.USE_MINE);
    desk.arrived(List.of(prospect(bo).orElseThrow().with("jobTitle", "Owner")));
    assertThat(toasts.undo()).isEmpty();
    assertThat(toasts.log().getFirst().text()).contains("changed again meanwhile");
    assertThat(title(bo)).isEqualTo("Owner");
  }

  @Test
  void a_third_value_is_typed() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "CEO", "CFO");
    assertThat(only().editable()).contains("CEO");
    model.decide(Decision.EDIT, Optional.of("Chair"));
    assertThat(title(bo)).isEqualTo("Chair");
    assertThat(model.reviews()).isEmpty();
  }

  @Test
  void a_clash_in_a_field_that_the_workspace_named_is_solved_in_that_field_alone() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "customFields.size", "12", "15");
    assertThat(only().card().title()).isEqualTo("size of Bo Berg: two values");
    decide(Decision.USE_MINE);
    assertThat(prospect(bo).orElseThrow().get("customFields"))
        .hasToString("Optional[Fields[members={size=Text[text=12]}]]");
  }

  @Test
  void keeping_theirs_leaves_the_row_alone_and_ends_the_conflict() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "CEO", "CFO");
    only();
    decide(Decision.KEEP_THEIRS);
    assertThat(title(bo)).isEqualTo("CFO");
    assertThat(model.reviews()).isEmpty();
    assertThat(toasts.log()).extracting(Toasts.Toast::text).containsExactly("Their value stays.");
  }

  @Test
  void my_value_for_a_row_that_is_gone_is_refused_and_the_conflict_stays() {
    troubles.clash(desk.desk().newId(), "jobTitle", "CEO", "CFO");
    Review review = only();
    decide(Decision.USE_MINE);
    assertThat(toasts.log()).extracting(Toasts.Toast::kind).containsExactly(Toasts.Kind.PROBLEM);
    assertThat(only()).isEqualTo(review);
  }

  @Test
  void long_texts_are_one_text_with_marks_and_read_without_their_tags() {
    troubles.knowBen();
    troubles.clashOfTexts(
        "<p>Dear {{firstName}},</p><p>how do you close your month?</p>",
        "<p>Dear {{firstName}},</p><p>how does your team close the month?</p>");
    Review review = only();
    assertThat(review.isLong()).isTrue();
    assertThat(review.card().sentence()).startsWith("Ben Adler");
    assertThat(review.theirs().orElseThrow().name()).isEqualTo("Ben Adler, stands now");
    assertThat(
            TextDiff.of(review.theirs().orElseThrow().text(), review.mine().orElseThrow().text()))
        .contains(
            new TextDiff.Piece(TextDiff.Whose.BOTH, " close "),
            new TextDiff.Piece(TextDiff.Whose.THEIRS, "the"),
            new TextDiff.Piece(TextDiff.Whose.MINE, "your"));
  }

  @Test
  void what_was_deleted_under_an_edit_comes_back_with_it() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.editOfDeleted(bo, "company", "Harbour");
    troubles.knowBen();
    Review review = only();
    assertThat(review.card().title()).isEqualTo("Bo Berg was deleted while you edited");
    assertThat(review.card().sentence()).startsWith("Ben Adler deleted it");
    decide(Decision.RESTORE);
    assertThat(prospect(bo).orElseThrow().text("company")).contains("Harbour");
    assertThat(prospect(bo).orElseThrow().text("firstName")).contains("Bo");
    assertThat(toasts.undo()).isEmpty();
    assertThat(prospect(bo)).isEmpty();
  }

  @Test
  void a_row_that_somebody_removed_without_seeing_my_edit_comes_back_too() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.gone(bo);
    desk.gone(new RowKey(Entity.PROSPECT, bo));
    assertThat(offered()).containsExactly(Decision.RESTORE, Decision.DISMISS);
    decide(Decision.RESTORE);
    assertThat(prospect(bo)).isPresent();
  }

  @Test
  void a_doubled_address_offers_to_make_one_of_the_two() {
    UUID bo = troubles.prospect("Bo", "Berg");
    UUID old = troubles.prospect("Bob", "Berg");
    desk.arrived(List.of(prospect(bo).orElseThrow().with("jobTitle", "CTO")));
    troubles.duplicate(bo, "bob.berg@b.example");
    Review review = only();
    assertThat(review.card().facts()).contains(new Fact("Has this address", "Bob Berg"));
    decide(Decision.MERGE);
    assertThat(prospect(bo)).isEmpty();
    assertThat(title(old)).isEqualTo("CTO");
    assertThat(desk.desk().store().survivor(bo)).isEqualTo(old);
    assertThat(toasts.undo()).as("there is no way back").isPresent();
    assertThat(prospect(bo)).isEmpty();
  }

  @Test
  void a_refusal_says_in_a_sentence_why_and_what_was_wanted() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.refusal(bo, "Another prospect has this address.");
    Review review = only();
    assertThat(review.card().sentence()).contains("Both can be made one");
    assertThat(review.card().facts()).containsExactly(new Fact("You wanted", "Deleted"));
    decide(Decision.DISMISS);
    assertThat(model.reviews()).isEmpty();
  }

  @Test
  void of_two_versions_of_a_letter_one_is_kept() {
    UUID letter = troubles.copied("Hello from the desk", "Hello from the laptop, and bye");
    assertThat(offered())
        .containsExactly(Decision.KEEP_ORIGINAL, Decision.USE_COPY, Decision.DISMISS);
    decide(Decision.USE_COPY);
    Doc row = desk.row(new RowKey(Entity.EMAIL_DRAFT, letter)).orElseThrow();
    assertThat(row.body("text")).contains("Hello from the laptop, and bye");
    assertThat(desk.desk().store().waiting(Entity.EMAIL_DRAFT)).hasSize(2);
    assertThat(toasts.undo()).isEmpty();
    assertThat(only().mine().orElseThrow().text()).isEqualTo("Hello from the laptop, and bye");
  }

  @Test
  void after_a_decision_the_next_one_is_looked_at() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "CEO", "CFO");
    troubles.clash(bo, "company", "Harbour", "Bright");
    troubles.clash(bo, "lastName", "Berg", "Bergh");
    model.refresh();
    model.choose(model.reviews().get(1));
    decide(Decision.KEEP_THEIRS);
    assertThat(model.reviews()).hasSize(2);
    assertThat(model.chosen().get()).contains(model.reviews().get(1));
  }
}
