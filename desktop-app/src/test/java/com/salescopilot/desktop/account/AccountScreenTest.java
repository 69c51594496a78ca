package com.salescopilot.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.QuietServer;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  private static final String SESSIONS =
      """
      {"items":[
      {"id":"01970000-0000-7000-8000-000000000001","device":"Sales Copilot on Linux",
      "source":"192.0.2.7","usedAt":"2026-03-31T08:58:00Z","current":true},
      {"id":"01970000-0000-7000-8000-000000000002","device":"Sales Copilot on Windows 11",
      "source":"2001:db8::41:7","usedAt":"2026-03-27T16:20:00Z","current":false}]}\
      """;

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
    return Ui.open(desk.desk(), setting).go(new Route.Account());
  }

  private void change() {
    desk.edits().create(Entity.PROSPECT, Map.of("email", "bo@b.example", "firstName", "Bo"));
  }

  private List<String> files() {
    try (Stream<Path> all = Files.walk(scratch.resolve("profile"))) {
      return all.filter(Files::isRegularFile).map(each -> each.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void where_one_is_signed_in_is_listed_and_one_can_sign_out_there() {
    try (QuietServer server = new QuietServer().answering("/api/auth/sessions", SESSIONS)) {
      server.signIn(desk.desk());
      try (Ui ui = ui(Ui.Setting.USUAL)) {
        assertThat(ui.says("#sessions")).contains("Sales Copilot on Linux", "This device");
        ui.picture(PICTURES.resolve("account.png"));
        ui.click("#end-session");
        ui.until("it is said", () -> ui.says(".toasts").contains("Signed out there"));
      }
      try (Ui ui = ui(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700))) {
        ui.picture(PICTURES.resolve("account-de-dark.png"));
      }
    }
  }

  private static final String OPTIONS =
      "{\"google\":true,\"linkedin\":true,\"passwordReset\":true,\"signup\":\"OPEN\"}";

  private static QuietServer linked(String items, boolean password) {
    return new QuietServer()
        .answering("/api/auth/sessions", SESSIONS)
        .answering("/api/auth/options", OPTIONS)
        .answering(
            "/api/auth/links", "{\"items\":[%s],\"password\":%s}".formatted(items, password));
  }

  private static final String BY_GOOGLE =
      "{\"provider\":\"google\",\"email\":\"ada.byron@gmail.example\",\"linkedAt\":\"2026-03-01T08:00:00Z\"}";

  @Test
  void who_else_one_can_sign_in_by_is_listed_and_a_link_can_be_ended() {
    try (QuietServer server = linked(BY_GOOGLE, true)) {
      server.signIn(desk.desk());
      try (Ui ui = ui(Ui.Setting.USUAL)) {
        ui.until("it is known", () -> ui.says("#links").contains("ada.byron@gmail.example"));
        assertThat(ui.says("#links")).contains("LinkedIn", "Not linked");
        ui.picture(PICTURES.resolve("account-links.png"));
        ui.click("#unlink-GOOGLE");
        ui.until("it is said", () -> ui.says(".toasts").contains("The link has ended"));
      }
    }
  }

  @Test
  void the_only_way_in_cannot_be_ended_and_it_is_said_how_to_set_a_password() {
    try (QuietServer server = linked(BY_GOOGLE, false)) {
      server.signIn(desk.desk());
      try (Ui ui = ui(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700))) {
        ui.until("it is known", () -> ui.says("#links").contains("der einzige Weg"));
        assertThat(ui.node("#unlink-GOOGLE").isDisabled()).isTrue();
        assertThat(ui.node("#link-LINKEDIN").isDisabled()).isFalse();
        assertThat(ui.says("#links")).contains("hat kein Passwort");
        ui.picture(PICTURES.resolve("account-links-de-dark.png"));
      }
    }
  }

  @Test
  void without_a_sign_in_the_page_says_what_is_to_be_done_and_the_rest_works() {
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      assertThat(ui.says("#sessions")).contains("Sign in to go on");
      ui.fill("#oldPassword", "correct horse").fill("#newPassword", "battery staple");
      ui.click("#changePassword");
      ui.until("it is said", () -> ui.text("#passwordProblem").startsWith("Sign in to go on"));
      ui.picture(PICTURES.resolve("account-signed-out.png"));
    }
  }

  @Test
  void who_logs_out_and_keeps_finds_the_door_and_all_work_at_the_next_sign_in() {
    change();
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ui.until("it is counted", () -> ui.text("#leavingWaits").startsWith("1 change has not"));
      ui.click("#logOut");
      assertThat(ui.route()).isEqualTo(new Route.Login());
      assertThat(ui.says(".toasts")).contains("1 change is kept");
      assertThat(ui.sees(".status-bar")).isFalse();
      assertThat(ui.text("#email")).isEqualTo("ada@desk.example");
      ui.picture(PICTURES.resolve("account-left.png"));
      assertThat(desk.desk().lastAccount()).isEmpty();
      try (QuietServer server = new QuietServer()) {
        server.signIn(desk.desk());
        assertThat(desk.desk().pending()).isEqualTo(1);
      }
    }
  }

  @Test
  void wiping_asks_first_and_leaves_nothing() {
    change();
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      ui.until("it is counted", () -> ui.text("#leavingWaits").startsWith("1 change has not"));
      ui.click("#wipe");
      assertThat(ui.says("#wipe-now-question")).contains("lost for good");
      ui.picture(PICTURES.resolve("account-wipe.png"));
      ui.press("Enter");
      assertThat(desk.desk().pending()).isEqualTo(1);
      ui.click("#wipe").click("#wipe-now");
      assertThat(ui.route()).isEqualTo(new Route.Login());
      assertThat(ui.text("#email")).isEmpty();
      assertThat(files()).containsExactly("lock");
    }
  }

  @Test
  void by_the_keyboard_alone_one_gets_to_the_account_and_logs_out() {
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.Settings())) {
      reach(ui, "page-machine");
      ui.press("Right").press("Space");
      assertThat(ui.route()).isEqualTo(new Route.Account());
      reach(ui, "wipe");
      ui.press("Space").press("Esc");
      assertThat(ui.sees("#wipe-now-question")).isFalse();
      reach(ui, "logOut");
      ui.press("Space");
      ui.until(
          "one is out", () -> ui.graph().navigator().routeProperty().get() instanceof Route.Login);
    }
  }

  private static void reach(Ui ui, String id) {
    for (int i = 0; i < 60 && !has(ui, id); i++) {
      ui.press("Tab");
    }
    assertThat(has(ui, id)).as("Tab reaches " + id).isTrue();
  }

  private static boolean has(Ui ui, String id) {
    return Ui.call(() -> id.equals(ui.scene().getFocusOwner().getId()));
  }
}
