package com.salescopilot.desktop.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.harness.QuietServer;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoorScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String ALL_WAYS =
      "{\"google\":true,\"linkedin\":true,\"passwordReset\":true,\"signup\":\"INVITED\"}";

  @TempDir Path scratch;

  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = DeskFixture.unused(scratch.resolve("profile"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static QuietServer withAllWays() {
    return new QuietServer().answering("/api/auth/options", ALL_WAYS);
  }

  @Test
  void no_button_leads_nowhere() {
    try (QuietServer server = new QuietServer();
        Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL, server.address())) {
      assertThat(ui.sees("#google")).isFalse();
      assertThat(ui.sees("#forgot")).isFalse();
      ui.picture(PICTURES.resolve("door.png"));
    }
  }

  @Test
  void the_ways_in_that_the_server_has_are_offered() {
    try (QuietServer server = withAllWays();
        Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL, server.address())) {
      ui.until("it is known", () -> ui.scene().lookup("#google").isVisible());
      assertThat(ui.sees("#linkedin")).isTrue();
      ui.picture(PICTURES.resolve("door-all.png"));
      ui.click("#other");
      assertThat(ui.route()).isEqualTo(new Route.Signup());
      ui.fill("#email", "ada@desk.example").fill("#password", "correct horse battery");
      ui.press("Enter");
      assertThat(ui.text("#problem")).contains("made by invitation");
      ui.picture(PICTURES.resolve("door-signup.png"));
    }
  }

  @Test
  void another_server_typed_in_has_its_own_ways() {
    try (QuietServer server = withAllWays();
        Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL)) {
      assertThat(ui.sees("#forgot")).isFalse();
      ui.fill("#server", server.address()).press("Tab");
      ui.until("it is known", () -> ui.scene().lookup("#forgot").isVisible());
    }
  }

  @Test
  void by_the_browser_one_waits_for_it_and_may_stop_waiting() {
    List<String> shown = new CopyOnWriteArrayList<>();
    Outside outside = new Outside(Optional.empty(), shown::add);
    try (QuietServer server = withAllWays();
        Ui ui =
            Ui.open(
                desk.desk(), Ui.Setting.USUAL.with(Look.Theme.DARK), server.address(), outside)) {
      ui.until("it is known", () -> ui.scene().lookup("#google").isVisible());
      ui.click("#google");
      ui.until("one waits", () -> ui.scene().lookup("#copyLink").isVisible());
      ui.picture(PICTURES.resolve("door-browser-dark.png"));
      assertThat(shown.getFirst())
          .startsWith(server.address() + "/api/auth/google?redirect_uri=http%3A%2F%2F127.0.0.1%3A")
          .contains("code_challenge_method=S256");
      ui.click("#cancelBrowser");
      assertThat(ui.sees("#google")).isTrue();
      assertThat(ui.sees("#browser")).isFalse();
    }
  }

  @Test
  void a_new_password_is_set_by_a_code_from_a_mail() {
    try (QuietServer server =
            withAllWays()
                .answering("/api/auth/password/forgot", "")
                .answering("/api/auth/password/reset", "");
        Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL, server.address())) {
      ui.until("it is known", () -> ui.scene().lookup("#forgot").isVisible());
      ui.fill("#email", "ada@desk.example").click("#forgot");
      assertThat(ui.route()).isEqualTo(new Route.NewPassword());
      assertThat(ui.text("#email")).isEqualTo("ada@desk.example");
      ui.picture(PICTURES.resolve("door-forgot.png"));
      ui.click("#enter");
      ui.until("a code is asked for", () -> ui.scene().lookup("#withCode").isVisible());
      ui.fill("#code", "ABCD-EFGH-JKMN").fill("#password", "short").press("Enter");
      assertThat(ui.text("#problem")).contains("at least 12");
      ui.picture(PICTURES.resolve("door-code.png"));
      ui.fill("#password", "correct horse battery").press("Enter");
      ui.until("it holds", () -> ui.says(".toasts").contains("new password holds"));
      assertThat(ui.route()).isEqualTo(new Route.Login());
      assertThat(ui.text("#email")).isEqualTo("ada@desk.example");
    }
  }

  @Test
  void in_german_and_dark() {
    Ui.Setting small = Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700);
    try (QuietServer server = withAllWays();
        Ui ui = Ui.open(desk.desk(), small, server.address())) {
      ui.until("it is known", () -> ui.scene().lookup("#google").isVisible());
      ui.picture(PICTURES.resolve("door-de-dark.png"));
      ui.click("#other").picture(PICTURES.resolve("door-signup-de-dark.png"));
    }
  }
}
