package com.salescopilot.desktop.prospects;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProspectsScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path scratch;

  private DeskFixture desk;
  private Ui ui;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.Prospects());
  }

  @AfterEach
  void close() {
    ui.close();
    desk.close();
  }

  private void add(String email, String first, String last, String company) {
    desk.edits()
        .create(
            Entity.PROSPECT,
            Map.of("email", email, "firstName", first, "lastName", last, "company", company));
  }

  private List<String> names() {
    TableView<Slot<ProspectRow>> table = ui.node("#table");
    return Ui.call(
        () ->
            table.getItems().stream()
                .map(slot -> slot.row().map(ProspectRow::name).orElse("…"))
                .toList());
  }

  @Test
  void a_new_machine_says_what_will_stand_here_and_offers_the_first_step() {
    ui.picture(PICTURES.resolve("prospects-empty.png"));
    assertThat(ui.sees("#empty")).isTrue();
    ui.click("#add").picture(PICTURES.resolve("prospects-add.png"));
    ui.type("bo@b.example").press(KeyCode.ENTER);
    ui.until("the new one stands there", () -> names().equals(List.of("bo@b.example")));
  }

  @Test
  void typing_narrows_the_list_and_escape_of_the_search_shows_all_again() {
    add("bo@b.example", "Bo", "Berg", "Bright GmbH");
    add("cy@c.example", "Cy", "Čapek", "Čapek & Söhne");
    ui.until("both stand there", () -> names().equals(List.of("Bo Berg", "Cy Čapek")));
    ui.picture(PICTURES.resolve("prospects.png"));
    ui.fill("#search", "capek sohne");
    ui.until("one is left", () -> names().equals(List.of("Cy Čapek")));
    ui.fill("#search", "nobody");
    ui.until("nobody is found", () -> ui.sees("#empty"));
    ui.picture(PICTURES.resolve("prospects-nohit.png"));
  }

  @Test
  void enter_opens_a_prospect_and_an_edit_there_is_kept_when_its_field_is_left() {
    add("bo@b.example", "Bo", "Berg", "Bright GmbH");
    ui.until("it stands there", () -> names().equals(List.of("Bo Berg")));
    TableView<Slot<ProspectRow>> table = ui.node("#table");
    Ui.run(
        () -> {
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    ui.press(KeyCode.ENTER);
    assertThat(ui.route()).isInstanceOf(Route.ProspectDetail.class);
    ui.fill("#company", "Bright & Sons").press(KeyCode.TAB);
    ui.go(new Route.Prospects()).go(new Route.Prospects());
    ui.until(
        "the list shows it",
        () ->
            table
                .getItems()
                .get(0)
                .row()
                .filter(row -> row.text("company").equals("Bright & Sons"))
                .isPresent());
    Ui.run(() -> ui.graph().navigator().back());
    ui.picture(PICTURES.resolve("prospect.png"));
  }

  @Test
  void a_field_that_one_only_looked_at_does_not_write_over_what_came_meanwhile() {
    add("bo@b.example", "Bo", "Berg", "Bright GmbH");
    Doc bo = desk.desk().store().prospectsWithEmail("bo@b.example").getFirst();
    ui.go(new Route.ProspectDetail(bo.id())).click("#company");
    desk.edits().patch(bo, Map.of("company", "Dark AG"));
    ui.until("it is shown", () -> ui.says("#company").equals("Dark AG"));
    ui.press(KeyCode.TAB).go(new Route.Prospects());
    assertThat(desk.row(bo.key()).flatMap(row -> row.text("company"))).contains("Dark AG");
  }

  @Test
  void what_a_file_says_of_a_company_is_offered_with_its_source_and_never_written_over_anything() {
    UUID bo = desk.edits().create(Entity.PROSPECT, Map.of("email", "bo@bright.example")).row().id();
    SortedMap<String, Value> source =
        new TreeMap<>(
            Map.of(
                "file", Value.text("companies.csv"),
                "row", Value.whole(4),
                "importedAt", Value.text("2026-03-12T08:00:00Z")));
    Doc company =
        new Doc(
                Entity.COMPANY_DATA,
                DerivedId.company(DeskFixture.ADA.workspace(), "bright.example"),
                1,
                new TreeMap<>())
            .with("domain", "bright.example")
            .with("name", "Bright GmbH")
            .with("industry", "Software")
            .with("location", "Graz")
            .with(
                "metadata",
                new Value.Fields(new TreeMap<>(Map.of("source", new Value.Fields(source)))));
    desk.arrived(List.of(company));
    ui.go(new Route.ProspectDetail(bo));
    assertThat(ui.text("#knownWords")).isEqualTo("Bright GmbH · Software · Graz");
    assertThat(ui.text("#knownSource"))
        .isEqualTo("From companies.csv, row 4, read on Mar 12, 2026");
    ui.picture(Path.of("target", "pictures", "prospect-company.png"));
    ui.click("#takeCompany").until("it is taken", () -> ui.text("#company").equals("Bright GmbH"));
    ui.until("nothing is offered", () -> !ui.sees("#takeCompany"));
  }

  @Test
  void erasing_somebody_asks_first_and_says_what_goes_and_what_stays() {
    add("bo@b.example", "Bo", "Berg", "Bright GmbH");
    Doc bo = desk.desk().store().prospectsWithEmail("bo@b.example").getFirst();
    ui.go(new Route.Prospects()).go(new Route.ProspectDetail(bo.id())).click("#erase");
    assertThat(ui.text("#erasingText")).isEqualTo("Erase all personal data of Bo Berg?");
    ui.picture(PICTURES.resolve("prospect-erase.png"));
    ui.click("#eraseCancel").until("nothing happens", () -> !ui.sees("#erasing"));
    assertThat(desk.row(bo.key())).isPresent();
    ui.click("#erase").click("#eraseNow").until("it is gone", () -> desk.row(bo.key()).isEmpty());
    ui.until("the list is back", () -> ui.route() instanceof Route.Prospects);
  }

  @Test
  void erasing_in_dark_german_on_a_small_window() {
    add("bo@b.example", "Bo", "Berg", "Bright GmbH");
    Doc bo = desk.desk().store().prospectsWithEmail("bo@b.example").getFirst();
    ui.close();
    ui =
        Ui.open(
                desk.desk(),
                Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK).sized(900, 700))
            .go(new Route.ProspectDetail(bo.id()))
            .click("#erase");
    ui.picture(PICTURES.resolve("prospect-erase-de-dark.png"));
    assertThat(ui.sees("#eraseNow")).isTrue();
  }

  @Test
  void whoever_is_no_admin_is_not_offered_to_erase_anybody() {
    ui.close();
    desk.close();
    desk = DeskFixture.of(scratch.resolve("user"), Role.USER);
    add("bo@b.example", "Bo", "Berg", "Bright GmbH");
    Doc bo = desk.desk().store().prospectsWithEmail("bo@b.example").getFirst();
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.ProspectDetail(bo.id()));
    assertThat(ui.sees("#delete")).isTrue();
    assertThat(ui.sees("#erase")).isFalse();
  }

  @Test
  void dark_german() {
    ui.close();
    desk.close();
    desk = DeskFixture.ofAda(scratch.resolve("other"));
    add("bo@b.example", "Bo", "Berg", "Bright GmbH");
    ui =
        Ui.open(desk.desk(), Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK))
            .go(new Route.Prospects());
    ui.until("it stands there", () -> names().equals(List.of("Bo Berg")));
    ui.picture(PICTURES.resolve("prospects-de-dark.png"));
    ui.go(new Route.Signup());
    ui.picture(PICTURES.resolve("signup-de-dark.png"));
  }

  @Test
  void login() {
    ui.go(new Route.Login());
    ui.picture(PICTURES.resolve("login.png"));
  }
}
