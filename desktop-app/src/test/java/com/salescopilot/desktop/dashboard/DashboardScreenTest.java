package com.salescopilot.desktop.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.History;
import com.salescopilot.desktop.harness.QuietServer;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.desktop.ui.NumberCard;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DashboardScreenTest {
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

  private String number(Ui ui, String card) {
    NumberCard node = ui.node(card);
    return Ui.call(node::getNumber);
  }

  private int days(Ui ui) {
    TableView<?> table = ui.node("#table");
    return Ui.call(() -> table.getItems().size());
  }

  @Test
  void one_begins_here_and_a_new_desk_says_what_will_stand_here() {
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).settle()) {
      assertThat(ui.route()).isEqualTo(new Route.Dashboard());
      ui.until("the first step is offered", () -> ui.sees("#empty"));
      ui.picture(PICTURES.resolve("dashboard-empty.png"));
      ui.click("#empty .button");
      assertThat(ui.route()).isEqualTo(Route.Compose.fresh());
    }
  }

  @Test
  void what_arrives_while_one_looks_is_counted_at_once() {
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).settle()) {
      History.month().arriveOn(desk);
      ui.until("the mails are counted", () -> number(ui, "#sent").equals("180"));
      assertThat(ui.sees("#empty")).isFalse();
      ListView<?> feed = ui.node("#feed");
      assertThat(Ui.call(() -> feed.getItems().size())).isBetween(20, 100);
      ui.picture(PICTURES.resolve("dashboard.png"));
      ui.click("#span30").until("thirty days stand there", () -> days(ui) == 30);
      ui.picture(PICTURES.resolve("dashboard-30.png"));
      ui.click("#asTable");
      assertThat(ui.sees("#table")).isTrue();
      assertThat(ui.sees("#chart")).isFalse();
      ui.picture(PICTURES.resolve("dashboard-table.png"));
    }
  }

  @Test
  void while_the_workspace_arrives_a_bar_stands_there_and_offline_it_says_as_of_when() {
    try (QuietServer server = new QuietServer();
        Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).settle()) {
      server.signIn(desk.desk());
      ui.until("the bar stands there", () -> ui.sees("#firstSync"));
      assertThat(ui.sees("#empty")).isFalse();
      ui.picture(PICTURES.resolve("dashboard-first.png"));
      History.month().arriveOn(desk);
      desk.desk().goOffline();
      ui.until("the mails are counted", () -> number(ui, "#sent").equals("180"));
      assertThat(ui.sees("#firstSync")).isFalse();
      assertThat(ui.text("#asOf").replace('\u202f', ' ')).isEqualTo("Offline, as of 10:45 PM");
      ui.picture(PICTURES.resolve("dashboard-offline.png"));
    }
  }

  @Test
  void a_damaged_mail_is_said_beside_the_numbers_of_all_others() {
    History.month().arriveOn(desk);
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL)) {
      ui.until("the mails are counted", () -> number(ui, "#sent").equals("180"));
      History later = new History();
      UUID damaged = later.sent(new UUID(0, 1), "?", Duration.ZERO).with("sentAt", "soon").kept();
      later.arriveOn(desk);
      ui.until("it is said", () -> ui.sees("#damaged"));
      assertThat(number(ui, "#sent")).isEqualTo("180");
      assertThat(ui.sees("#failure")).isFalse();
      ui.picture(PICTURES.resolve("dashboard-damaged.png"));
      desk.gone(new RowKey(Entity.EMAIL, damaged));
      ui.until("it is read again", () -> !ui.sees("#damaged"));
    }
  }

  @Test
  void dark_german() {
    History.month().arriveOn(desk);
    Ui.Setting setting = Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK);
    try (Ui ui = Ui.open(desk.desk(), setting)) {
      ui.until("the mails are counted", () -> number(ui, "#sent").equals("180"));
      ui.click("#span14").picture(PICTURES.resolve("dashboard-de-dark.png"));
    }
  }

  @Test
  void narrow_and_large() {
    History.month().arriveOn(desk);
    Ui.Setting usual = Ui.Setting.USUAL;
    Ui.Setting setting = new Ui.Setting(usual.locale(), usual.look().zoomed(150), 1024, 700);
    try (Ui ui = Ui.open(desk.desk(), setting)) {
      ui.until("the mails are counted", () -> number(ui, "#sent").equals("180"));
      ui.picture(PICTURES.resolve("dashboard-large.png"));
    }
  }
}
