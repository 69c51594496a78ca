package com.salescopilot.desktop.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.CampaignCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CampaignScreensTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String LONG =
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenbestellung im Frühjahr";

  @TempDir Path scratch;

  private DeskFixture desk;
  private Mails make;
  private Ui ui;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    make = new Mails(desk);
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.Campaigns());
  }

  @AfterEach
  void close() {
    ui.close();
    desk.close();
  }

  private UUID fill() {
    UUID ann = make.prospect("Ann", "Alpha Maschinenbau GmbH & Co. KG");
    UUID bo = make.prospect("Bo", "Beta");
    UUID cy = make.prospect("Cy", "Gamma");
    make.campaign("Summer fair");
    UUID done = make.campaign("Winter letters", ann);
    desk.edits().submit(new CampaignCommand.Move(done, CampaignMove.START, Optional.empty()));
    desk.edits().submit(new CampaignCommand.Move(done, CampaignMove.COMPLETE, Optional.empty()));
    UUID id = make.campaign(LONG, ann, bo, cy);
    desk.edits().submit(new CampaignCommand.Move(id, CampaignMove.START, Optional.empty()));
    Doc[] many = new Doc[40];
    for (int i = 0; i < many.length; i++) {
      many[i] = make.mail(id, ann, EmailStatus.SENT);
      if (i % 3 == 0) {
        many[i] = many[i].with("openedAt", DeskFixture.NOW.plus(Duration.ofHours(i)));
      }
      if (i % 8 == 0) {
        many[i] = many[i].with("repliedAt", DeskFixture.NOW.plus(Duration.ofHours(i + 1)));
      }
    }
    make.arrived(many);
    make.arrived(
        make.mail(id, bo, EmailStatus.BOUNCED)
            .with(
                "lastReply", "550 5.1.1 The email account that you tried to reach does not exist"),
        make.mail(id, cy, EmailStatus.PENDING_SEND).with("hold", "STALE"),
        make.mail(id, cy, EmailStatus.CANCELLED).with("cancelReason", "USER"));
    return id;
  }

  private int rows(String table) {
    TableView<?> view = ui.node(table);
    return Ui.call(() -> view.getItems().size());
  }

  @Test
  void a_campaign_is_made_on_one_page_with_marks_by_keyboard() {
    make.prospect("Ann", "Alpha");
    make.prospect("Bo", "Beta");
    ui.picture(PICTURES.resolve("campaigns-empty.png"));
    ui.click("#create");
    assertThat(ui.route()).isEqualTo(new Route.NewCampaign());
    ui.until("both can be marked", () -> rows("#table") == 2);
    ui.type("Spring");
    ui.click("#markFound");
    assertThat(ui.text("#count")).isEqualTo("2 marked");
    Ui.run(
        () -> {
          TableView<?> table = ui.node("#table");
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    ui.press(KeyCode.SPACE);
    assertThat(ui.text("#count")).isEqualTo("1 marked");
    ui.picture(PICTURES.resolve("campaign-new.png"));
    ui.go(new Route.Campaigns());
    assertThat(ui.text("#begunText")).isEqualTo("You began: Spring");
    ui.click("#goOn").click(".screen #create");
    assertThat(ui.route()).isInstanceOf(Route.CampaignDetail.class);
    assertThat(ui.text("#name")).isEqualTo("Spring");
    ui.until("one is enrolled", () -> rows("#enrolments") == 1);
    ui.picture(PICTURES.resolve("campaign-fresh.png"));
  }

  @Test
  void a_campaign_without_a_name_is_not_made() {
    ui.go(new Route.NewCampaign());
    ui.click("#create");
    assertThat(ui.route()).isEqualTo(new Route.NewCampaign());
    assertThat(ui.text("#nameField .field-error")).isEqualTo("A campaign needs a name.");
    ui.picture(PICTURES.resolve("campaign-new-wrong.png"));
  }

  @Test
  void the_menu_of_a_row_starts_a_campaign_and_says_why_the_rest_is_off() {
    UUID id = make.campaign("Spring");
    ui.until("it stands there", () -> rows("#table") == 1);
    MenuButton menu = ui.node("#table .row-menu");
    ui.click("#table .row-menu");
    ui.picture(PICTURES.resolve("campaigns-menu.png"));
    List<String> off =
        Ui.call(
            () ->
                menu.getItems().stream()
                    .filter(MenuItem::isDisable)
                    .map(MenuItem::getText)
                    .toList());
    assertThat(off)
        .containsExactly(
            "Pause – A campaign that is a draft cannot be paused.",
            "Complete – A campaign that is a draft cannot be completed.");
    ui.press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);
    ui.until("it is active", () -> status(id).equals("ACTIVE"));
    ui.click("#toast-action");
    ui.until("it is paused again", () -> status(id).equals("PAUSED"));
  }

  private String status(UUID id) {
    return desk.row(new RowKey(Entity.CAMPAIGN, id)).flatMap(row -> row.text("status")).orElse("");
  }

  @Test
  void a_campaign_in_detail_is_paused_by_its_button() {
    UUID id = fill();
    ui.until("all stand there", () -> rows("#table") == 3);
    ui.picture(PICTURES.resolve("campaigns.png"));
    ui.go(new Route.CampaignDetail(id));
    ui.until("all are there", () -> rows("#enrolments") == 3);
    ui.picture(PICTURES.resolve("campaign.png"));
    ui.click("#primary");
    ui.until("it is paused", () -> ui.text("#status").equals("Paused"));
    assertThat(ui.text("#primary")).isEqualTo("Resume");
    mails();
    ui.picture(PICTURES.resolve("campaign-mails.png"));
    assertThat(rows("#mails")).isEqualTo(43);
  }

  private void mails() {
    Ui.run(() -> ui.<TabPane>node(".tab-pane").getSelectionModel().select(1));
    ui.settle();
  }

  @Test
  void the_same_in_german_and_dark_in_a_narrow_window() {
    UUID id = fill();
    ui.close();
    ui =
        Ui.open(
                desk.desk(),
                Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(1024, 700))
            .go(new Route.Campaigns());
    ui.until("all stand there", () -> rows("#table") == 3);
    ui.picture(PICTURES.resolve("campaigns-de-dark.png"));
    ui.go(new Route.CampaignDetail(id));
    ui.until("all are there", () -> rows("#enrolments") == 3);
    ui.picture(PICTURES.resolve("campaign-de-dark.png"));
    mails();
    ui.picture(PICTURES.resolve("campaign-mails-de-dark.png"));
    ui.go(new Route.NewCampaign());
    ui.fill("#name", LONG);
    ui.click("#markFound").picture(PICTURES.resolve("campaign-new-de-dark.png"));
    ui.go(new Route.CampaignDetail(desk.desk().newId()));
    assertThat(ui.sees("#gone")).isTrue();
    ui.picture(PICTURES.resolve("campaign-gone-de-dark.png"));
  }
}
