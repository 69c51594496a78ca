package com.salescopilot.desktop.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.salescopilot.desktop.editor.LetterPreview;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.TestThread;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.stats.Rate;
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

final class TemplateEditorViewModelTest {
  @TempDir Path scratch;

  private final TestThread screen = new TestThread();
  private final Toasts toasts = new Toasts();
  private final List<String> wrong = new ArrayList<>();
  private DeskFixture desk;
  private TemplateEditorViewModel model;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    model = model(screen.async());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private TemplateEditorViewModel model(Async async) {
    return new TemplateEditorViewModel(
        desk.desk(),
        new TemplateEdits(desk.desk(), desk.edits()),
        async,
        toasts,
        new Texts(Locale.ENGLISH));
  }

  private UUID prospect(String first, String company) {
    return desk.edits()
        .create(
            Entity.PROSPECT,
            Map.of("email", first + "@b.example", "firstName", first, "company", company))
        .row()
        .id();
  }

  private UUID template(String title, String content) {
    return desk.edits()
        .create(Entity.TEMPLATE, Map.of("title", title, "subject", "Hi", "content", content))
        .row()
        .id();
  }

  private Doc row(UUID id) {
    return desk.row(new RowKey(Entity.TEMPLATE, id)).orElseThrow();
  }

  private long templates() {
    return new TemplateEdits(desk.desk(), desk.edits()).list("").size();
  }

  private static String body(LetterPreview preview) {
    return TextCodec.write(preview.body().get());
  }

  private void save() {
    model.save(() -> {}, wrong::add);
  }

  @Test
  void a_half_made_template_is_seen_by_nobody_and_is_there_again_after_a_restart() {
    model.open(Optional.empty());
    model.field("title").set("First contact");
    model.field("content").set("Hi {{firstName}}");
    assertThat(templates()).isZero();
    assertThat(desk.desk().pending()).isZero();

    desk.close();
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    model = model(screen.async());
    model.open(Optional.empty());
    assertThat(model.field("content").get()).isEqualTo("Hi {{firstName}}");
    assertThat(model.changed().get()).isTrue();
  }

  @Test
  void creating_publishes_it_and_forgets_what_was_begun() {
    model.open(Optional.empty());
    model.field("title").set("  First contact ");
    save();
    assertThat(templates()).isOne();
    assertThat(BegunTemplate.find(desk.desk().store(), Optional.empty())).isEmpty();
    toasts.log().getFirst().action().orElseThrow().run().run();
    assertThat(templates()).isZero();
  }

  @Test
  void a_template_without_a_title_is_not_created_and_the_reason_stands_at_the_title() {
    model.open(Optional.empty());
    model.field("content").set("Hi");
    save();
    assertThat(wrong).containsExactly("title");
    assertThat(model.error("title").get()).isEqualTo("A template needs a title.");
    assertThat(templates()).isZero();
    model.field("title").set("T");
    assertThat(model.error("title").get()).isEmpty();
  }

  @Test
  void an_unknown_field_is_an_error_where_it_stands_and_the_one_that_was_meant_is_named() {
    model.open(Optional.empty());
    model.field("title").set("T");
    model.field("subject").set("For {{compny}}");
    model.field("content").set("Hi {{firstName");
    assertThat(model.error("subject").get())
        .isEqualTo("There is no field compny. Did you mean company?");
    assertThat(model.error("content").get()).contains("never closed");
    save();
    assertThat(wrong).containsExactly("subject");
    assertThat(templates()).isZero();
  }

  @Test
  void what_each_revision_brought_stands_there_and_follows_the_mails_that_arrive() {
    UUID id = template("T", "Hi");
    model.open(Optional.of(id));
    assertThat(model.revisions()).as("never used").isEmpty();
    MadeMails.of(desk, id, 1, 40, 10);
    MadeMails.of(desk, id, 2, 5, 1);
    MadeMails.of(desk, template("Other", "Hi"), 1, 7, 7);
    desk.arrived(List.of(row(id).with("revision", 3)));
    screen.until(
        "they are counted",
        () -> model.revisions().size() == 3 && model.revisions().getLast().mails().sent() == 40);
    assertThat(model.revisions())
        .extracting(RevisionRow::revision, RevisionRow::current, each -> each.mails().replyRate())
        .containsExactly(
            tuple(3L, true, new Rate(0, 0)),
            tuple(2L, false, new Rate(1, 5)),
            tuple(1L, false, new Rate(10, 40)));
  }

  @Test
  void three_people_read_it_in_turn_and_what_one_lacks_is_said() {
    prospect("Ann", "Alpha");
    prospect("Bo", "");
    prospect("Cy", "Gamma");
    prospect("Di", "Delta");
    model.open(Optional.empty());
    model.field("subject").set("For {{company}}");
    model.field("content").set("Hi {{firstName}}, from {{sender.firstName}}");
    LetterPreview preview = model.preview();
    assertThat(preview.place().get()).isEqualTo("1 of 3");
    assertThat(preview.subject().get()).isEqualTo("For Alpha");
    assertThat(body(preview)).isEqualTo("Hi Ann, from Ada");
    assertThat(preview.problems().get()).isEmpty();
    preview.next();
    assertThat(preview.subject().get()).isEqualTo("For ⟦company⟧");
    assertThat(preview.problems().get()).isEqualTo("Company is empty and has no fallback.");
    preview.previous();
    preview.previous();
    assertThat(preview.reader().get()).isEqualTo("Cy · Gamma");
  }

  @Test
  void without_prospects_the_preview_shows_the_names_of_fields() {
    model.open(Optional.empty());
    model.field("content").set("Hi {{firstName}}");
    assertThat(body(model.preview())).isEqualTo("Hi ⟦firstName⟧");
    assertThat(model.preview().problems().get()).isEmpty();
  }

  @Test
  void a_text_with_formatting_is_previewed_as_it_reads() {
    prospect("Ann", "A & B");
    model.open(Optional.empty());
    model.field("content").set("<p>Hi <b>{{firstName}}</b></p><p>of {{company}}</p>");
    assertThat(model.error("content").get()).isEmpty();
    assertThat(body(model.preview())).isEqualTo("Hi Ann\n\nof A & B");
  }

  @Test
  void changes_of_a_published_template_stay_private_until_they_are_saved() {
    UUID id = template("Old", "Hi");
    model.open(Optional.of(id));
    model.field("title").set("New");
    assertThat(row(id).text("title")).contains("Old");
    assertThat(model.changed().get()).isTrue();
    save();
    assertThat(row(id).text("title")).contains("New");
    assertThat(row(id).text("content")).contains("Hi");
    toasts.log().getFirst().action().orElseThrow().run().run();
    assertThat(row(id).text("title")).contains("Old");
  }

  @Test
  void typing_the_old_text_again_leaves_nothing_unpublished() {
    UUID id = template("Old", "Hi");
    model.open(Optional.of(id));
    model.field("title").set("Other");
    model.field("title").set("Old");
    assertThat(model.changed().get()).isFalse();
    assertThat(BegunTemplate.find(desk.desk().store(), Optional.of(id))).isEmpty();
  }

  @Test
  void discarding_goes_back_to_what_is_published_and_can_be_taken_back() {
    UUID id = template("Old", "Hi");
    model.open(Optional.of(id));
    model.field("title").set("Other");
    model.discard(() -> {});
    assertThat(model.field("title").get()).isEqualTo("Old");
    toasts.log().getFirst().action().orElseThrow().run().run();
    assertThat(model.field("title").get()).isEqualTo("Other");
    assertThat(BegunTemplate.find(desk.desk().store(), Optional.of(id))).isPresent();
  }

  @Test
  void a_template_that_is_gone_says_so() {
    UUID id = template("Old", "Hi");
    desk.edits().delete(row(id));
    model.open(Optional.of(id));
    assertThat(model.load().get()).isEqualTo(new Load.Empty(false));
  }

  @Test
  void what_is_typed_while_the_disk_is_slow_is_not_overwritten_by_what_is_read_meanwhile() {
    List<Runnable> slow = new ArrayList<>();
    model = model(new Async(slow::add, screen));
    model.open(Optional.empty());
    model.field("title").set("a");
    model.field("title").set("ab");
    model.field("title").set("abc");
    while (!slow.isEmpty()) {
      slow.removeFirst().run();
    }
    assertThat(model.field("title").get()).isEqualTo("abc");
    assertThat(BegunTemplate.find(desk.desk().store(), Optional.empty()).orElseThrow().now())
        .extracting(text -> text.get("title"))
        .isEqualTo("abc");
  }

  @Test
  void a_prospect_who_arrives_meanwhile_is_read_to() {
    model.open(Optional.empty());
    model.field("content").set("Hi {{firstName}}");
    prospect("Ann", "Alpha");
    screen.until("Ann reads", () -> body(model.preview()).equals("Hi Ann"));
    assertThat(model.field("content").get()).isEqualTo("Hi {{firstName}}");
  }

  @Test
  void a_template_that_a_colleague_changes_is_shown_anew_but_not_over_what_one_writes() {
    UUID id = template("Old", "Hi");
    model.open(Optional.of(id));
    desk.edits().patch(row(id), Map.of("title", "Theirs"));
    screen.until("it is theirs", () -> model.field("title").get().equals("Theirs"));
    model.field("title").set("Mine");
    desk.edits().patch(row(id), Map.of("subject", "New subject"));
    prospect("Ann", "Alpha");
    screen.until("news came", () -> model.preview().reader().get().startsWith("Ann"));
    assertThat(model.field("title").get()).isEqualTo("Mine");
    save();
    assertThat(row(id).text("title")).contains("Mine");
    assertThat(row(id).text("subject")).contains("New subject");
  }
}
