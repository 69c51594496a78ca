package com.salescopilot.desktop.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.QuietServer;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.value.ValueJson;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String INVITES =
      """
      {"items":[{"id":"01970000-0000-7000-8000-000000000001","email":"dora@desk.example",
      "role":"ADMIN","expiresAt":"2026-04-07T09:00:00Z"},
      {"id":"01970000-0000-7000-8000-000000000002","email":null,
      "role":"USER","expiresAt":"2026-04-03T09:00:00Z"}]}\
      """;

  private static final String RULES =
      """
      {"model":"sc-1","weights":{},"proposed":{},"own":{
      "len":{"inside":{"num":142,"den":412},"outside":{"num":36,"den":300}},
      "ask":{"inside":{"num":70,"den":400},"outside":{"num":50,"den":312}}}}\
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
    return Ui.open(desk.desk(), setting).go(new Route.Workspace());
  }

  private QuietServer server(String role) {
    QuietServer server =
        new QuietServer()
            .answering(
                "/api/workspace",
                """
                {"id":"%s","name":"Northlight sales","policy":{},"role":"%s","members":[
                {"userId":"%s","email":"ada@desk.example","firstName":"Ada","lastName":"Byron","role":"%s"},
                {"userId":"01970000-0000-7000-8000-0000000000ac","email":"ben@desk.example",
                "firstName":"Ben","lastName":"Ebner-Schwarzenberg","role":"USER"},
                {"userId":"01970000-0000-7000-8000-0000000000ad","email":"cy@desk.example",
                "firstName":"","lastName":"","role":"USER"}]}\
                """
                    .formatted(DeskFixture.ADA.workspace(), role, DeskFixture.ADA.user(), role))
            .answering("/api/workspace/invites", INVITES)
            .answering("/api/ai/score/rules", RULES);
    server.signIn(desk.desk());
    return server;
  }

  @Test
  void an_administrator_sees_who_is_here_and_who_is_invited() {
    try (QuietServer _ = server("ADMIN")) {
      try (Ui ui = ui(Ui.Setting.USUAL)) {
        assertThat(ui.says("#team")).contains("Ada Byron", "ben@desk.example");
        assertThat(ui.says("#invites")).contains("dora@desk.example", "Whoever has the code");
        ui.picture(PICTURES.resolve("workspace.png"));
        ui.click("#removeMember");
        assertThat(ui.says("#remove-now-question")).contains("Remove Ben");
        ui.picture(PICTURES.resolve("workspace-remove.png"));
      }
      try (Ui ui = ui(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700))) {
        ui.picture(PICTURES.resolve("workspace-de-dark.png"));
      }
    }
  }

  @Test
  void an_administrator_lets_the_colleagues_of_one_who_answers_go_on() {
    try (QuietServer _ = server("ADMIN");
        Ui ui = ui(Ui.Setting.USUAL)) {
      assertThat(ui.<CheckBox>node("#companyStop").isSelected()).isTrue();
      ui.click("#companyStop");
      ui.until("it holds", () -> ui.says(".toasts").contains("for all campaigns"));
    }
  }

  @Test
  void an_administrator_decides_what_letters_are_judged_by() {
    try (QuietServer _ = server("ADMIN");
        Ui ui = ui(Ui.Setting.USUAL.sized(1280, 900))) {
      ui.until("what own mails say", () -> ui.says("#weights").contains("34 % of 412"));
      assertThat(ui.says("#weights")).contains("That speaks for 24.");
      assertThat(ui.text("#scoreModel")).isEqualTo("Letters are judged by sc-1.");
      assertThat(ui.<Button>node("#saveWeights").isDisabled()).isTrue();

      ui.click("#proposedWeights");
      assertThat(ui.<TextField>node("#weight-len").getText()).isEqualTo("24");
      assertThat(ui.text("#scoreModel")).contains("Once this is saved", "sc-1+");
      ui.picture(PICTURES.resolve("workspace-weights.png"));

      ui.fill("#weight-tone", "101");
      assertThat(ui.says("#weights")).contains("A whole number from 0 to 100.");
      assertThat(ui.<Button>node("#saveWeights").isDisabled()).isTrue();
      ui.fill("#weight-tone", "5");
      ui.click("#saveWeights");
      ui.until("they hold", () -> ui.says(".toasts").contains("judged by sc-1+"));

      ui.click("#standardWeights");
      assertThat(ui.<TextField>node("#weight-len").getText()).isEqualTo("16");
    }
    try (QuietServer _ = server("ADMIN");
        Ui ui = ui(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 900))) {
      ui.until("what own mails say", () -> ui.says("#weights").contains("34 % von 412"));
      ui.click("#weight-tone").picture(PICTURES.resolve("workspace-weights-de-dark.png"));
    }
  }

  @Test
  void who_is_no_administrator_sees_who_is_here_and_can_leave() {
    try (QuietServer _ = server("USER");
        Ui ui = ui(Ui.Setting.USUAL)) {
      assertThat(ui.says("#team"))
          .contains("Administrators change", "Leave")
          .doesNotContain("Remove");
      assertThat(ui.sees("#invitesPane")).isFalse();
      assertThat(ui.sees("#companyStop")).isFalse();
      assertThat(ui.sees("#weight-len")).isFalse();
      assertThat(ui.says("#weights")).contains("Subject", "12");
      assertThat(ui.text("#companyStopTold")).contains("no further steps either");
      ui.picture(PICTURES.resolve("workspace-user.png"));
    }
  }

  @Test
  void without_a_server_it_is_said_why_nothing_is_shown() {
    new WorkspaceRules(desk.desk())
        .learn(ValueJson.object("{\"companyStop\":false,\"score\":{\"weights\":{\"len\":41}}}"));
    try (Ui ui = ui(Ui.Setting.USUAL)) {
      assertThat(ui.says("#team")).contains("Sign in to go on");
      assertThat(ui.text("#companyStopTold")).as("as it was known").contains("go on");
      assertThat(ui.says("#weights")).contains("41");
      assertThat(ui.text("#scoreModel")).contains("sc-1+");
      ui.picture(PICTURES.resolve("workspace-signed-out.png"));
    }
  }
}
