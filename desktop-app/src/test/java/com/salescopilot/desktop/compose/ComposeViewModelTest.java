package com.salescopilot.desktop.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.ai.Hunk;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.CanonicalJson;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A slow disk must not get letters mixed up. What is done beside the screen waits here until the
/// test lets it be done, the last that was begun first.
final class ComposeViewModelTest {
  @TempDir Path scratch;

  private final Deque<Runnable> beside = new ArrayDeque<>();
  private DeskFixture desk;
  private ComposeViewModel model;
  private UUID bo;
  private UUID toBo;
  private UUID toCy;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    bo = prospect("bo@b.example");
    toBo = draft(bo, "For Bo");
    toCy = draft(prospect("cy@c.example"), "For Cy");
    model = model(Locale.ENGLISH);
    model.people().addListener((InvalidationListener) _ -> model.save());
  }

  private ComposeViewModel model(Locale language) {
    return new ComposeViewModel(
        desk.desk(),
        desk.edits(),
        new Letters(desk.desk()),
        new Async(beside::push, Runnable::run),
        new Toasts(),
        new Texts(language),
        () -> 10);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private UUID prospect(String email) {
    return desk.edits().create(Entity.PROSPECT, Map.of("email", email)).row().id();
  }

  private UUID draft(UUID to, String subject) {
    return desk.edits()
        .create(
            Entity.EMAIL_DRAFT,
            Map.of("prospectId", to.toString(), "subject", subject, "bodyHtml", "<p>Hello</p>"))
        .row()
        .id();
  }

  private void goOnWith(UUID draft) {
    model.open(Route.Compose.on(draft), () -> {});
  }

  private void letAllBeDone() {
    while (!beside.isEmpty()) {
      beside.pop().run();
    }
  }

  private String subject(UUID draft) {
    Doc row = desk.desk().store().row(new RowKey(Entity.EMAIL_DRAFT, draft)).orElseThrow();
    return row.text("subject").orElse("");
  }

  private int drafts() {
    return desk.desk().store().keys(Entity.EMAIL_DRAFT, ListQuery.of("")).length;
  }

  @Test
  void a_letter_that_was_begun_with_a_template_counts_in_its_numbers() {
    UUID template =
        desk.edits()
            .create(Entity.TEMPLATE, Map.of("title", "Hello", "content", "<p>Hello</p>"))
            .row()
            .id();
    goOnWith(toBo);
    letAllBeDone();
    Doc row = desk.desk().store().row(new RowKey(Entity.TEMPLATE, template)).orElseThrow();
    model.take(row);
    letAllBeDone();
    goOnWith(toCy);
    letAllBeDone();
    goOnWith(toBo); // the draft remembers
    letAllBeDone();
    model.send(() -> {});
    letAllBeDone();
    Doc mail = only(Entity.EMAIL);
    assertThat(mail.uuid("templateId")).contains(template);
    assertThat(mail.whole("templateRevision")).isEqualTo(1);

    goOnWith(toCy);
    letAllBeDone();
    model.send(() -> {});
    letAllBeDone();
    assertThat(mails().filter(other -> other.uuid("templateId").isEmpty())).hasSize(1);
  }

  @Test
  void what_a_reader_lacks_is_said_in_the_language_of_the_window() {
    ComposeViewModel german = model(Locale.GERMAN);
    german.open(Route.Compose.on(toBo), () -> {});
    letAllBeDone();
    german.subject().set("{{firstName}}, {{compny}}?");
    german.save();
    letAllBeDone();
    assertThat(german.preview().get())
        .isInstanceOfSatisfying(
            Preview.Incomplete.class,
            it ->
                assertThat(it.problems())
                    .containsExactly(
                        "Es gibt kein Feld compny. Meinten Sie company?",
                        "Vorname ist leer und hat keinen Ersatztext."));
  }

  @Test
  void what_was_taken_of_suggestions_is_noted_in_the_draft_and_leaves_with_the_mail() {
    Letters letters = new Letters(desk.desk());
    Origin origin = new Origin(desk.desk(), desk.edits(), letters, Optional.of(draft(toBo)));
    assertThat(origin.in(letters.send(toBo, 10), toBo).provenance()).isEmpty();
    Suggested.Maker maker = Suggested.Maker.here(new UUID(0, 9), Suggested.Kind.REWRITE);
    origin.took(maker, new Hunk(0, 5, "Hi", "SHORTER"));
    origin.keep(List.of(toBo));

    assertThat(draft(toBo).get("provenance").map(CanonicalJson::of).orElse(""))
        .contains("/00", "\"reason\":\"SHORTER\"");
    int waiting = desk.desk().store().outbox().size();
    origin.keep(List.of(toBo));
    assertThat(desk.desk().store().outbox()).hasSize(waiting);

    Origin later = new Origin(desk.desk(), desk.edits(), letters, Optional.of(draft(toBo)));
    later.took(maker, new Hunk(9, 12, "Bye", "PLAIN"));
    later.keep(List.of(toBo));
    assertThat(draft(toBo).get("provenance").map(CanonicalJson::of).orElse(""))
        .contains("/00", "/01", "SHORTER", "PLAIN");
    assertThat(CanonicalJson.of(later.in(letters.send(toBo, 10), toBo).provenance().orElseThrow()))
        .contains("\"engine\":\"builtin\"", "\"reason\":\"SHORTER\"", "\"model\":\"sc-1\"");
  }

  private Doc draft(UUID id) {
    return desk.desk().store().row(new RowKey(Entity.EMAIL_DRAFT, id)).orElseThrow();
  }

  private Doc only(Entity entity) {
    long[] keys = desk.desk().store().keys(entity, ListQuery.of(""));
    assertThat(keys).hasSize(1);
    return desk.desk().store().rows(entity, keys).values().iterator().next();
  }

  private Stream<Doc> mails() {
    long[] keys = desk.desk().store().keys(Entity.EMAIL, ListQuery.of(""));
    return desk.desk().store().rows(Entity.EMAIL, keys).values().stream();
  }

  @Test
  void opening_letters_and_leaving_them_writes_nothing() {
    int waiting = desk.desk().store().outbox().size();
    for (int i = 0; i < 5; i++) {
      goOnWith(toBo);
      model.save(); // as whoever leaves does
      goOnWith(toCy);
      if (i % 2 == 0) {
        letAllBeDone();
      }
    }
    letAllBeDone();
    assertThat(model.subject().get()).isEqualTo("For Cy");
    assertThat(desk.desk().store().outbox()).hasSize(waiting);
  }

  @Test
  void what_is_typed_while_another_letter_is_opened_stays_in_the_letter_it_was_typed_in() {
    goOnWith(toBo);
    letAllBeDone();
    model.subject().set("For Bo, better");
    goOnWith(toCy);
    model.subject().set("For Bo, best");
    model.save();
    letAllBeDone();
    assertThat(subject(toBo)).isEqualTo("For Bo, best");
    assertThat(subject(toCy)).isEqualTo("For Cy");
    assertThat(model.subject().get()).isEqualTo("For Cy");
  }

  @Test
  void what_is_typed_while_the_same_letter_is_opened_again_stays_on_the_screen() {
    goOnWith(toBo);
    letAllBeDone();
    goOnWith(toBo);
    model.subject().set("For Bo, better");
    letAllBeDone();
    assertThat(model.subject().get()).isEqualTo("For Bo, better");
    assertThat(subject(toBo)).isEqualTo("For Bo, better");
  }

  @Test
  void a_letter_that_was_sent_leaves_no_draft_behind_however_quickly_one_goes_on() {
    goOnWith(toBo);
    letAllBeDone();
    int before = drafts();
    model.send(() -> model.open(Route.Compose.fresh(), () -> {}));
    beside.pop().run(); // it is sent, and the next letter is not on the screen yet
    model.save();
    letAllBeDone();
    assertThat(drafts()).isEqualTo(before);
    assertThat(desk.desk().store().keys(Entity.EMAIL, ListQuery.of(""))).hasSize(1);
    assertThat(model.subject().get()).isEmpty();
  }

  @Test
  void a_letter_that_is_sent_twice_at_once_leaves_once() {
    goOnWith(toBo);
    letAllBeDone();
    model.send(() -> {});
    model.send(() -> {});
    letAllBeDone();
    assertThat(desk.desk().store().keys(Entity.EMAIL, ListQuery.of(""))).hasSize(1);
  }

  @Test
  void letters_to_one_person_begun_at_once_are_kept_each() {
    model.open(Route.Compose.fresh(), () -> {});
    letAllBeDone();
    model.letter().set(TextCodec.read("First"));
    model.open(Route.Compose.fresh(), () -> {});
    letAllBeDone();
    model.letter().set(TextCodec.read("Second"));
    model.save();
    letAllBeDone();
    assertThat(drafts()).isEqualTo(4);
  }
}
