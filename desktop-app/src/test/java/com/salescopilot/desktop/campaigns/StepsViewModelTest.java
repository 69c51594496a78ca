package com.salescopilot.desktop.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.TestThread;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepsViewModelTest {
  @TempDir Path scratch;

  private final TestThread screen = new TestThread();
  private final Toasts toasts = new Toasts();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private DeskFixture desk;
  private UUID campaign;
  private UUID ann;
  private StepsViewModel model;
  private StepMoves moves;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    Mails make = new Mails(desk);
    ann = make.prospect("Ann", "Alpha");
    campaign = make.campaign("Spring", ann);
    opened();
  }

  private void opened() {
    StepEdits edits = new StepEdits(desk.desk(), desk.edits());
    model =
        new StepsViewModel(
            new StepsReading(
                desk.desk(), new Outlooks(desk.desk(), new Letters(desk.desk())), texts),
            edits,
            screen.async(),
            toasts,
            texts);
    moves = new StepMoves(edits, screen.async(), toasts, texts);
    model.open(campaign, Optional.empty());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private List<Doc> steps() {
    return desk.desk().store().related(Relation.STEPS_OF_CAMPAIGN, campaign);
  }

  private void undo() {
    toasts.log().getFirst().action().orElseThrow().run().run();
  }

  private void write(String field, String text) {
    model.form().field(field).set(text);
  }

  private void save() {
    List<String> wrong = new ArrayList<>();
    model.save(wrong::add);
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_step_is_seen_by_nobody_until_it_is_saved_and_goes_away_by_undo() {
    model.add();
    write(StepText.SUBJECT, "Hello {{firstName}}");
    assertThat(steps()).isEmpty();
    assertThat(model.selected().get().orElseThrow().isChanged()).isTrue();
    save();
    assertThat(steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.text("subject")).contains("Hello {{firstName}}");
              assertThat(step.body("html").orElse("")).contains("{{unsubscribeUrl}}");
              assertThat(step.whole("delayAmount")).isZero();
              assertThat(step.text("threadMode")).contains("NEW");
            });
    screen.until("it is published", () -> !model.selected().get().orElseThrow().isChanged());
    undo();
    assertThat(steps()).isEmpty();
  }

  @Test
  void what_was_typed_is_there_again_after_a_restart() {
    model.add();
    write(StepText.SUBJECT, "Half a thou");
    desk.close();
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    opened();
    assertThat(model.form().field(StepText.SUBJECT).get()).isEqualTo("Half a thou");
    model.discard();
    assertThat(model.rows()).isEmpty();
    undo();
    assertThat(model.rows()).hasSize(1);
  }

  @Test
  void what_cannot_stay_is_said_at_its_field() {
    model.add();
    write(StepText.DELAY, "soon");
    write(StepText.CONTENT, "Dear {{firstNam}}");
    List<String> wrong = new ArrayList<>();
    model.save(wrong::add);
    assertThat(wrong).containsExactly(StepText.DELAY);
    assertThat(model.form().error(StepText.DELAY).get()).contains("0 to 365");
    assertThat(model.form().error(StepText.SUBJECT).get()).contains("needs a subject");
    assertThat(model.form().error(StepText.CONTENT).get()).contains("Did you mean firstName?");
    assertThat(steps()).isEmpty();
  }

  @Test
  void a_template_gives_its_words_and_is_remembered() {
    UUID template =
        desk.edits()
            .create(
                Entity.TEMPLATE,
                Map.of("title", "First", "subject", "Hi {{firstName}}", "content", "<p>Hello</p>"))
            .row()
            .id();
    model.add();
    screen.until("it is offered", () -> !model.around().get().templates().isEmpty());
    model.take(model.around().get().templates().getFirst());
    assertThat(model.preview().subject().get()).isEqualTo("Hi Ann");
    save();
    assertThat(steps().getFirst().uuid("templateId")).contains(template);
    assertThat(steps().getFirst().whole("templateRevision")).isOne();
  }

  @Test
  void a_variant_begins_with_the_same_words_and_shares_by_weight() {
    new Steps(desk).step(campaign, 1, "A", "One", Steps.LETTER);
    screen.until("it is there", () -> model.rows().size() == 1);
    model.addVariant();
    write(StepText.WEIGHT, "3");
    save();
    assertThat(steps())
        .extracting(step -> step.text("variant").orElse(""))
        .containsExactly("A", "B");
    assertThat(steps().getLast().text("subject")).contains("One");
    assertThat(steps().getLast().whole("weight")).isEqualTo(3);
  }

  @Test
  void removing_closes_the_gap_and_undo_brings_every_wording_back_to_its_place() {
    new Steps(desk).three(campaign);
    List<UUID> before = steps().stream().map(Doc::id).toList();
    screen.until("all are there", () -> model.rows().size() == 4);
    moves.remove(campaign, model.rows().getFirst(), model.rows());
    assertThat(steps()).extracting(step -> step.whole("position")).containsExactly(1L, 2L);
    undo();
    assertThat(steps()).extracting(Doc::id).isEqualTo(before);
    assertThat(steps()).extracting(step -> step.whole("position")).containsExactly(1L, 1L, 2L, 3L);
  }

  @Test
  void steps_change_places_but_not_with_one_that_somebody_has_had() {
    new Steps(desk).three(campaign);
    screen.until("all are there", () -> model.rows().size() == 4);
    StepRow second = model.rows().get(2);
    StepRow third = model.rows().get(3);
    moves.move(campaign, second, 1);
    assertThat(steps().getLast().id()).isEqualTo(second.id());
    undo();
    assertThat(steps().getLast().id()).isEqualTo(third.id());
    assertThat(moves.obstacle(second, -1, model.rows(), 1)).contains("Somebody has had step 1");
    assertThat(moves.obstacle(third, 1, model.rows(), 0)).isEqualTo("This is the last step.");
    assertThat(moves.obstacle(second, 1)).isEmpty();
    assertThat(moves.obstacle(second, 2)).contains("stays where it is");
  }

  @Test
  void an_answer_is_read_under_the_subject_of_its_conversation() {
    new Steps(desk).three(campaign);
    screen.until("all are there", () -> model.rows().size() == 4);
    model.select(model.rows().get(2).id());
    assertThat(model.preview().subject().get()).isEqualTo("Re: A question about Alpha");
    assertThat(desk.row(new RowKey(Entity.PROSPECT, ann))).isPresent();
  }
}
