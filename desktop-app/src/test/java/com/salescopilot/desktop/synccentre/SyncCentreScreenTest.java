package com.salescopilot.desktop.synccentre;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyncCentreScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path scratch;

  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Ui centre(Ui.Setting setting) {
    return Ui.open(desk.desk(), setting).go(new Route.SyncCentre());
  }

  private void everything() {
    Troubles troubles = new Troubles(desk);
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "Head of design", "Director of design and research");
    troubles.gone(troubles.prospect("Cy", "Čapek"));
    troubles.refusal(bo, "Another prospect has this address.");
    troubles.knowBen();
    troubles.held("Following up on our call", "STALE");
    troubles.doubt("A question about your roof", DeskFixture.NOW.minus(Duration.ofMinutes(2)));
    desk.edits().patch(troubles.row(bo), Map.of("company", "Bright GmbH", "jobTitle", "CTO"));
    desk.edits().create(Entity.TEMPLATE, Map.of("title", "Intro", "subject", "Hello"));
  }

  @Test
  void a_machine_that_never_signed_in_since_its_start_offers_that_first() {
    try (Ui ui = centre(Ui.Setting.USUAL)) {
      ui.picture(PICTURES.resolve("sync-empty.png"));
      assertThat(ui.sees("#empty")).isTrue();
      assertThat(ui.<Node>node("#syncNow").isDisabled()).isTrue();
      ui.click("#signIn");
      assertThat(ui.route()).isEqualTo(new Route.Login());
    }
  }

  @Test
  void problems_stand_above_what_waits_and_go_when_they_are_decided() {
    everything();
    try (Ui ui = centre(Ui.Setting.USUAL)) {
      ui.picture(PICTURES.resolve("sync.png"));
      VBox problems = ui.node("#problems");
      assertThat(Ui.call(() -> problems.getChildren().size())).isEqualTo(2);
      ui.click("#decide-arrived");
      ui.until("the doubt is gone", () -> problems.getChildren().size() == 1);
      assertThat(desk.desk().store().mailsInDoubt()).isEmpty();
    }
  }

  @Test
  void it_reads_in_german_and_in_the_dark() {
    everything();
    try (Ui ui =
        centre(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 1000))) {
      ui.picture(PICTURES.resolve("sync-de-dark.png"));
      assertThat(ui.text("#problemsTitle")).isEqualTo("2 Mails brauchen Sie");
    }
  }

  @Test
  void conflicts_are_reviewed_one_after_the_other() {
    Troubles troubles = new Troubles(desk);
    conflicts(troubles);
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(Route.Conflicts.all())) {
      ui.until(
          "they are listed",
          () ->
              ui.scene().lookup("#decide-use-mine") != null
                  || ui.scene().lookup(".review") != null);
      ListView<?> list = ui.node("#list");
      for (int i = 0; i < 6; i++) {
        int row = i;
        Ui.run(() -> list.getSelectionModel().select(row));
        ui.rest();
        ui.picture(PICTURES.resolve("conflict-" + i + ".png"));
      }
      assertThat(list.getItems()).hasSize(6);
    }
  }

  @Test
  void conflicts_read_in_german_and_in_the_dark() {
    conflicts(new Troubles(desk));
    try (Ui ui =
        Ui.open(
                desk.desk(),
                Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700))
            .go(Route.Conflicts.all())) {
      ui.rest();
      ui.picture(PICTURES.resolve("conflict-de-dark.png"));
      ListView<?> list = ui.node("#list");
      Ui.run(() -> list.getSelectionModel().select(3));
      ui.rest();
      ui.picture(PICTURES.resolve("conflict-de-dark-3.png"));
    }
  }

  private void conflicts(Troubles troubles) {
    troubles.knowBen();
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "Head of design", "Director of design and research");
    troubles.clashOfTexts(
        "<p>Dear {{firstName}},</p><p>how do you close your month? Most teams of your size still do"
            + " it by hand, with a list.</p><p>Best<br>Ada</p>",
        "<p>Dear {{firstName}},</p><p>how does your team close the month? Most companies of your"
            + " size still do it by hand.</p><p>Kind regards<br>Ben</p>");
    troubles.editOfDeleted(troubles.prospect("Cy", "Čapek"), "company", "Harbour");
    troubles.copied(
        "Hello from the desk. See you on Monday.",
        "Hello from the laptop. See you on Tuesday, at nine.");
    UUID dora = troubles.prospect("Dora", "Diaz");
    troubles.duplicate(dora, "bo.berg@b.example");
    troubles.refusal(bo, "Another prospect has this address.");
  }

  @Test
  void the_trash_without_a_server() {
    Troubles troubles = new Troubles(desk);
    desk.edits().delete(troubles.row(troubles.prospect("Bo", "Berg")));
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.Trash())) {
      ui.rest();
      ui.picture(PICTURES.resolve("trash.png"));
      assertThat(ui.sees("#restore")).isTrue();
    }
  }
}
