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
      assertThat(Ui.call(() -> problems.getChildren().size())).isEqualTo(4);
      ui.click("#decide-arrived");
      ui.until("the doubt is gone", () -> problems.getChildren().size() == 3);
      assertThat(desk.desk().store().mailsInDoubt()).isEmpty();
    }
  }

  @Test
  void it_reads_in_german_and_in_the_dark() {
    everything();
    try (Ui ui =
        centre(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 1000))) {
      ui.picture(PICTURES.resolve("sync-de-dark.png"));
      assertThat(ui.text("#problemsTitle")).isEqualTo("4 Sachen brauchen Sie");
    }
  }
}
