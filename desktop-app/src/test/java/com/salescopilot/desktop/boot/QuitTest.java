package com.salescopilot.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.QuietServer;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.sync.EmailCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closing the window while something waits.
final class QuitTest {
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

  private Ui ui(Ui.Setting setting) {
    return Ui.open(desk.desk(), setting).go(new Route.Dashboard());
  }

  private UUID mail(String first) {
    UUID to =
        desk.edits()
            .create(Entity.PROSPECT, Map.of("email", first + "@b.example", "firstName", first))
            .row()
            .id();
    UUID draft =
        desk.edits()
            .create(
                Entity.EMAIL_DRAFT,
                Map.of("prospectId", to.toString(), "subject", "Hi", "bodyHtml", "<p>Hello</p>"))
            .row()
            .id();
    EmailCommand.Send send = new Letters(desk.desk()).send(draft, 10);
    desk.edits().submit(send);
    return send.email();
  }

  private static boolean isOpen(Ui ui) {
    return Ui.call(() -> ui.scene().getWindow().isShowing());
  }

  @Test
  void where_nothing_waits_the_window_closes_at_once() {
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ui.leave();
      ui.until("it is closed", () -> !isOpen(ui));
    }
  }

  @Test
  void edits_that_wait_are_on_disk_and_worth_no_question() {
    desk.edits().create(Entity.PROSPECT, Map.of("email", "bo@b.example"));
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ui.leave();
      ui.until("it is closed", () -> !isOpen(ui));
    }
    assertThat(desk.desk().pending()).isOne();
  }

  @Test
  void of_mails_that_stay_behind_it_is_said_and_enter_stays() {
    UUID first = mail("bo");
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ui.leave().settle();
      ui.until("it is said", () -> ui.says("#quit-question").contains("1 mail leaves at the next"));
      ui.press(KeyCode.ENTER);
      assertThat(ui.sees("#quit-question")).isFalse();
      assertThat(isOpen(ui)).isTrue();
      mail("cy");
      ui.leave().settle();
      ui.until("of both", () -> ui.says("#quit-question").contains("2 mails leave at the next"));
      ui.picture(PICTURES.resolve("quit.png"));
      ui.press(KeyCode.ESCAPE);
      assertThat(ui.sees("#quit-question")).isFalse();
      assertThat(isOpen(ui)).isTrue();
      desk.edits().submit(new EmailCommand.Cancel(first));
      ui.leave().settle();
      ui.until("of one", () -> ui.says("#quit-question").contains("1 mail leaves"));
      ui.press(KeyCode.TAB).press(KeyCode.ENTER);
      ui.until("it is closed", () -> !isOpen(ui));
    }
  }

  @Test
  void in_german_and_dark() {
    mail("bo");
    mail("cy");
    try (Ui ui = ui(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK))) {
      ui.leave().settle();
      ui.until("it is said", () -> ui.says("#quit-question").contains("2 Mails gehen"));
      ui.picture(PICTURES.resolve("quit-de-dark.png"));
      ui.press(KeyCode.SHIFT, KeyCode.TAB).press(KeyCode.SPACE);
      ui.until("it is closed", () -> !isOpen(ui));
    }
  }

  @Test
  void a_server_that_takes_nothing_keeps_nobody_longer_than_a_moment() {
    try (QuietServer server = new QuietServer()) {
      server.signIn(desk.desk());
      mail("bo");
      try (Ui ui = ui(Ui.Setting.USUAL)) {
        long before = System.nanoTime();
        ui.leave();
        ui.until("it is tried", () -> ui.says(".toasts").contains("Sending what waits"));
        ui.until("it is said", () -> ui.says("#quit-question").contains("1 mail leaves"));
        assertThat(Duration.ofNanos(System.nanoTime() - before))
            .isGreaterThan(Duration.ofMillis(2900));
        ui.press(KeyCode.TAB).press(KeyCode.ENTER);
        ui.until("it is closed", () -> !isOpen(ui));
      }
      desk.desk().goOffline();
    }
  }
}
