package com.salescopilot.desktop.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComposeScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path scratch;

  private DeskFixture desk;
  private Ui ui;
  private UUID bo;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    bo = prospect("bo@bright.example", "Bo", "Bright GmbH");
    prospect("cy@capek.example", "Cy", "Čapek & Söhne");
    show(Ui.Setting.USUAL);
  }

  private void show(Ui.Setting setting) {
    ui = Ui.open(desk.desk(), setting).go(Route.Compose.fresh());
  }

  @AfterEach
  void close() {
    ui.close();
    desk.close();
  }

  private UUID prospect(String email, String first, String company) {
    return desk.edits()
        .create(Entity.PROSPECT, Map.of("email", email, "firstName", first, "company", company))
        .row()
        .id();
  }

  private Collection<Doc> all(Entity entity) {
    return desk.desk()
        .store()
        .rows(entity, desk.desk().store().keys(entity, ListQuery.of("")))
        .values();
  }

  @Test
  void a_letter_is_improved_offline_change_by_change_and_nothing_is_sent() {
    ui.click("#to").type("bo@bright.example,");
    ui.until("the chip stands there", () -> ui.scene().lookup(".chip") != null);
    ui.click("#editor").type("Hi Bo. In order to help, we leverage it.");
    ui.click("#improve").clickOn("Shorter");
    ui.until("suggestions stand there", () -> ui.scene().lookup(".accept") != null);
    ui.picture(PICTURES.resolve("compose-suggestions.png"));
    ui.click(".accept");
    ui.until(
        "the change is kept",
        () ->
            all(Entity.EMAIL_DRAFT).stream()
                .anyMatch(draft -> draft.body("html").orElse("").contains("To help, we leverage")));
    ui.click("#closeSuggestions");
    ui.click("#improve").clickOn("For this reader");
    ui.until("a line for Bo", () -> ui.scene().lookup(".accept") != null);
    ui.picture(PICTURES.resolve("compose-personal.png"));
    assertThat(all(Entity.EMAIL)).isEmpty();
  }

  @Test
  void a_letter_is_kept_while_it_is_written_and_leaves_for_the_one_it_is_for() {
    ui.picture(PICTURES.resolve("compose-empty.png"));
    ui.click("#to").type("bo@bright.example,");
    ui.until("the chip stands there", () -> ui.scene().lookup(".chip") != null);
    ui.fill("#subject", "For you");
    ui.click("#editor").type("Hello there");
    ui.until(
        "it is on disk",
        () ->
            all(Entity.EMAIL_DRAFT).stream()
                .anyMatch(
                    draft ->
                        draft.text("subject").equals(Optional.of("For you"))
                            && draft.body("html").orElse("").contains("Hello there")
                            && draft.uuid("prospectId").equals(Optional.of(bo))));
    ui.picture(PICTURES.resolve("compose.png"));
    ui.click("#send");
    ui.until("the mail waits", () -> all(Entity.EMAIL).size() == 1);
    ui.picture(PICTURES.resolve("compose-sent.png"));
    assertThat(all(Entity.EMAIL))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.text("status")).contains("PENDING_SEND");
              assertThat(mail.text("toEmail")).contains("bo@bright.example");
            });
    ui.click("#toast-action");
    ui.until(
        "it is taken back",
        () ->
            all(Entity.EMAIL).stream()
                .allMatch(mail -> mail.text("status").equals(Optional.of("CANCELLED"))));
    ui.until("that is said", () -> ui.says(".toasts").contains("Stopped"));
  }

  @Test
  void nothing_is_sent_to_nobody_or_to_an_address_that_is_none() {
    ui.fill("#subject", "Hi");
    ui.click("#send");
    assertThat(ui.text("#problemText")).contains("nothing was sent");
    ui.click("#to").type("not an address").press(KeyCode.TAB);
    ui.until("it is red", () -> ui.scene().lookup(".chip.bad") != null);
    ui.click("#send");
    assertThat(all(Entity.EMAIL)).isEmpty();
    ui.picture(PICTURES.resolve("compose-bad.png"));
  }

  @Test
  void an_address_without_a_prospect_offers_to_make_one() {
    ui.click("#to").type("eve@blue-harbour.example").press(KeyCode.TAB);
    ui.until("it is dashed", () -> ui.scene().lookup(".chip.unknown") != null);
    ui.click("#create-prospect");
    ui.until(
        "it is a prospect",
        () ->
            all(Entity.PROSPECT).stream()
                .anyMatch(row -> row.text("company").equals(Optional.of("Blue Harbour"))));
  }

  @Test
  void a_link_to_an_address_puts_it_into_the_letter_whoever_has_it() {
    ui.go(Route.Compose.toAddress("eve@blue-harbour.example"));
    ui.until("it is dashed", () -> ui.scene().lookup(".chip.unknown") != null);
    assertThat(ui.says("#people")).contains("eve@blue-harbour.example", "Create prospect");
    ui.picture(PICTURES.resolve("compose-stranger.png"));
    ui.go(Route.Compose.toAddress("bo@bright.example"));
    ui.until("it is Bo", () -> ui.says("#people").contains("Bo"));
    assertThat(ui.scene().lookup(".chip.unknown")).isNull();
  }

  @Test
  void a_letter_that_is_begun_from_a_campaign_belongs_to_it() {
    UUID spring = desk.edits().create(Entity.CAMPAIGN, Map.of("name", "Spring")).row().id();
    ui.go(Route.Compose.of(spring, bo));
    ui.until("its reader is there", () -> ui.scene().lookup(".chip") != null);
    ui.fill("#subject", "For you");
    ui.until(
        "it is on disk",
        () ->
            all(Entity.EMAIL_DRAFT).stream()
                .anyMatch(
                    draft ->
                        draft.text("subject").equals(Optional.of("For you"))
                            && draft.uuid("campaignId").equals(Optional.of(spring))));
  }

  @Test
  void what_was_begun_is_offered_at_the_first_click() {
    desk.edits().create(Entity.EMAIL_DRAFT, Map.of("subject", "Left over"));
    ui.click("#drafts").clickOn("Left over");
    ui.until("it is open", () -> ui.text("#subject").equals("Left over"));
  }

  @Test
  void in_german_and_dark() {
    ui.close();
    show(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK));
    ui.click("#to").type("cy@capek.example,");
    ui.fill("#subject", "Eine Frage zu {{company}}");
    ui.until("the chip stands there", () -> ui.scene().lookup(".chip") != null);
    ui.picture(PICTURES.resolve("compose-de-dark.png"));
  }
}
