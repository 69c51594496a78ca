package com.salescopilot.desktop.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages on which a campaign is written, looked at and started.
final class CampaignPagesTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path scratch;

  private DeskFixture desk;
  private Mails make;
  private UUID campaign;
  private Ui ui;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    make = new Mails(desk);
    UUID ann = make.prospect("Ann", "Alpha Maschinenbau GmbH & Co. KG");
    UUID bo = make.prospect("Bo", "Beta");
    campaign = make.campaign("Those who grew in autumn", ann, bo);
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.CampaignDetail(campaign));
  }

  @AfterEach
  void close() {
    ui.close();
    desk.close();
  }

  private int steps() {
    ListView<?> list = ui.node("#list");
    return Ui.call(() -> list.getItems().size());
  }

  private int rows(String table) {
    TableView<?> view = ui.node(table);
    return Ui.call(() -> view.getItems().size());
  }

  @Test
  void a_campaign_gets_its_first_step_and_starts() {
    ui.click("#page-steps");
    assertThat(ui.sees("#none")).isTrue();
    ui.picture(PICTURES.resolve("steps-none.png"));
    ui.click("#none .button");
    ui.until("it is begun", () -> steps() == 1);
    ui.type("A question about your plans");
    ui.click("#save");
    ui.until(
        "it is published", () -> !desk.desk().store().outbox().isEmpty() && !ui.sees("#state"));
    ui.picture(PICTURES.resolve("steps-one.png"));
    ui.click("#primary");
    ui.until("one is asked to look", () -> ui.route().equals(new Route.CampaignOutlook(campaign)));
    ui.until("it was looked at", () -> ui.sees("#verdict"));
    assertThat(ui.sees("#primary")).as("a second button that starts it").isFalse();
    ui.picture(PICTURES.resolve("outlook-findings.png"));
    ui.click("#start");
    ui.until("it runs", () -> ui.text("#status").equals("Active"));
    ui.picture(PICTURES.resolve("outlook-runs.png"));
  }

  @Test
  void steps_are_moved_and_removed_by_keyboard_and_come_back() {
    new Steps(desk).three(campaign);
    desk.edits()
        .create(
            Entity.TEMPLATE,
            Map.of("title", "First letter", "subject", "Hi {{firstName}}", "content", "<p>Hi</p>"));
    ui.click("#page-steps");
    ui.until("all are there", () -> steps() == 4);
    ui.picture(PICTURES.resolve("steps.png"));
    Ui.run(
        () -> {
          ListView<?> list = ui.node("#list");
          list.requestFocus();
          list.getSelectionModel().select(2);
        });
    ui.press("Alt+Down");
    ui.until("it moved", () -> ui.text("#heading").equals("Step 3"));
    ui.press(KeyCode.DELETE);
    ui.until("it is gone", () -> steps() == 3);
    ui.press("Shortcut+Z");
    ui.until("it is back", () -> steps() == 4);
  }

  @Test
  void what_would_leave_is_shown_mail_by_mail() {
    new Steps(desk).three(campaign);
    ui.click("#page-outlook");
    ui.until("it was looked at", () -> ui.sees("#verdict"));
    Ui.run(() -> ui.<TabPane>node("#tabs").getSelectionModel().select(1));
    ui.until("six mails are planned", () -> rows("#mails") == 6);
    ui.picture(PICTURES.resolve("outlook-mails.png"));
    assertThat(ui.says("#previewBody")).contains("close its month");
    ui.click("#answers");
    ui.picture(PICTURES.resolve("outlook-answers.png"));
  }

  @Test
  void what_keeps_it_from_starting_is_said_with_the_way_there() {
    new Steps(desk).step(campaign, 1, "A", "", "<p>Hi {{firstNam}}</p>");
    ui.click("#page-outlook");
    ui.until("it was looked at", () -> ui.sees("#verdict"));
    assertThat(ui.says("#findings")).contains("has no subject").contains("unsubscribe link");
    ui.picture(PICTURES.resolve("outlook-blocked.png"));
    ui.click("#findings .jump");
    assertThat(ui.route()).isInstanceOf(Route.CampaignSteps.class);
    ui.picture(PICTURES.resolve("steps-wrong.png"));
  }

  @Test
  void why_a_mail_has_not_left_is_said_beside_its_prospect() {
    new Steps(desk).three(campaign);
    ui.until("both are there", () -> rows("#enrolments") == 2);
    Ui.run(() -> ui.<TableView<?>>node("#enrolments").getSelectionModel().select(0));
    ui.until("it is answered", () -> ui.sees("#whyChain"));
    assertThat(ui.says("#whyChain")).contains("has not been started");
    ui.picture(PICTURES.resolve("why.png"));
    ui.click("#whyGo");
    assertThat(ui.route()).isEqualTo(new Route.CampaignOutlook(campaign));
  }

  @Test
  void a_narrow_window_cuts_no_button_beside_the_answer_to_why() {
    UUID[] many = new UUID[20];
    Arrays.setAll(many, i -> make.prospect("Ebner-Schwarzenberg" + i, "Norddeutsche Verwaltung"));
    UUID wide = make.campaign("Alle, die im Herbst gewachsen sind und noch nichts wissen", many);
    new Steps(desk).three(wide);
    ui.close();
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL.in(Locale.GERMAN).sized(1024, 700));
    ui.go(new Route.CampaignDetail(wide));
    Ui.run(() -> ui.<TableView<?>>node("#enrolments").getSelectionModel().select(0));
    ui.until("it is answered", () -> ui.sees("#whyChain"));
    ui.picture(PICTURES.resolve("why-many-de.png"));
    double edge = Ui.call(() -> left(ui.node("#enrolments .scroll-bar:vertical")));
    assertThat(Ui.call(() -> right(ui.node("#enrolments .write")))).isLessThan(edge);
  }

  private static double left(Node node) {
    return node.localToScene(node.getBoundsInLocal()).getMinX();
  }

  private static double right(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxX();
  }

  @Test
  void a_page_that_cannot_be_read_says_so_and_offers_to_try_again() {
    new Steps(desk).three(campaign);
    ui.close();
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL.in(Locale.GERMAN).sized(1024, 700));
    desk.desk().store().close();
    for (CampaignBar.Page page : CampaignBar.Page.values()) {
      ui.go(page.of(campaign));
      ui.picture(PICTURES.resolve("unread-" + page.name().toLowerCase(Locale.ROOT) + ".png"));
      assertThat(ui.says(page == CampaignBar.Page.AUDIENCE ? "#empty" : "#gone"))
          .as(page.name())
          .contains("lesen", "Das ging nicht", "Erneut versuchen");
    }
  }

  @Test
  void more_prospects_are_taken_in_while_it_runs() {
    make.prospect("Cy", "Gamma");
    ui.click("#page-audience");
    ui.until("all can be marked", () -> rows("#table") == 3);
    ui.click("#markFound");
    assertThat(ui.text("#add")).isEqualTo("Take 3 in");
    ui.picture(PICTURES.resolve("audience.png"));
    ui.click("#add");
    ui.until("the new one is there", () -> rows("#enrolments") == 3);
  }

  @Test
  void settings_are_kept_one_by_one_and_taken_back() {
    ui.click("#page-times");
    ui.picture(PICTURES.resolve("times.png"));
    ui.fill("#cap", "20").press(KeyCode.ENTER);
    ui.until("it is kept", () -> ui.says("#applies").contains("At most 20 mails"));
    ui.fill("#from", "08:00").press(KeyCode.ENTER);
    ui.click("#day-SAT");
    ui.until("saturdays too", () -> ui.says("#applies").contains("Sat"));
    ui.fill("#holidays", "DE, 24.12.").press(KeyCode.ENTER);
    assertThat(ui.text("#holidaysField .field-error")).startsWith("Write countries and dates");
    ui.picture(PICTURES.resolve("times-wrong.png"));
    ui.press(KeyCode.TAB).press("Shortcut+Z");
    ui.until("no saturdays", () -> !ui.says("#applies").contains("Sat"));
  }

  @Test
  void what_somebody_is_writing_stays_when_others_change_the_same_setting() {
    ui.click("#page-times").fill("#cap", "3");
    Doc row = desk.row(new RowKey(Entity.CAMPAIGN, campaign)).orElseThrow();
    Edits.Done _ = new TimesEdits(desk.desk(), desk.edits()).write(row, "dailyCap", "40");
    ui.until("it is known", () -> ui.says("#applies").contains("At most 40 mails"));
    assertThat(ui.<TextField>node("#cap").getText()).isEqualTo("3");
  }

  @Test
  void the_same_in_german_and_dark_in_a_narrow_window() {
    new Steps(desk).three(campaign);
    ui.close();
    ui =
        Ui.open(
            desk.desk(), Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700));
    ui.go(new Route.CampaignDetail(campaign));
    Ui.run(() -> ui.<TableView<?>>node("#enrolments").getSelectionModel().select(0));
    ui.picture(PICTURES.resolve("why-de-dark.png"));
    ui.go(Route.CampaignSteps.of(campaign)).picture(PICTURES.resolve("steps-de-dark.png"));
    ui.go(new Route.CampaignTimes(campaign)).picture(PICTURES.resolve("times-de-dark.png"));
    ui.go(new Route.CampaignOutlook(campaign)).picture(PICTURES.resolve("outlook-de-dark.png"));
    Ui.run(() -> ui.<TabPane>node("#tabs").getSelectionModel().select(1));
    ui.settle().picture(PICTURES.resolve("outlook-mails-de-dark.png"));
    assertThat(ui.route()).isEqualTo(new Route.CampaignOutlook(campaign));
    assertThat(desk.row(new RowKey(Entity.CAMPAIGN, campaign))).isPresent();
  }
}
