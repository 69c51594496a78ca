package com.salescopilot.desktop.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Conflict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each screen is for, done in the real window without a mouse.
@Tag("long")
final class KeyboardJourneysTest {
  private static final int MOST_TABS = 60;

  @TempDir Path scratch;

  private DeskFixture desk;
  private Ui ui;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL);
  }

  @AfterEach
  void close() {
    ui.close();
    desk.close();
  }

  /// Goes on with Tab until a node has the focus.
  private void reach(String id) {
    for (int i = 0; i < MOST_TABS && !has(id); i++) {
      ui.press(KeyCode.TAB);
    }
    assertThat(has(id)).as("Tab reaches " + id).isTrue();
  }

  /// Whether the focus is on a node or in it.
  private boolean has(String id) {
    return Ui.call(
        () -> {
          Node focused = ui.scene().getFocusOwner();
          for (Node node = focused; node != null; node = node.getParent()) {
            if (id.equals(node.getId())) {
              return true;
            }
          }
          return false;
        });
  }

  private Ui ctrl(KeyCode key) {
    return ui.press(KeyCode.CONTROL, key);
  }

  private List<Doc> all(Entity entity) {
    SqliteStore store = desk.desk().store();
    return List.copyOf(store.rows(entity, store.keys(entity, ListQuery.of(""))).values());
  }

  private UUID prospect(String email, String first) {
    RowKey made =
        desk.edits()
            .create(
                Entity.PROSPECT, Map.of("email", email, "firstName", first, "company", "Bright"))
            .row();
    return made.id();
  }

  private String text(Entity entity, String field) {
    return all(entity).getFirst().text(field).orElse("");
  }

  private void rows(String table, int expected) {
    ui.until(
        "there are " + expected,
        () -> ((TableView<?>) ui.scene().lookup(table)).getItems().size() == expected);
  }

  @Test
  void a_prospect_is_made_changed_in_its_row_deleted_and_brought_back() {
    ctrl(KeyCode.DIGIT4);
    ctrl(KeyCode.N);
    ui.type("bo@bright.example").press(KeyCode.TAB).type("Bo").press(KeyCode.ENTER);
    ui.until("it is kept", () -> all(Entity.PROSPECT).size() == 1);
    rows("#table", 1);
    reach("table");
    ui.press(KeyCode.HOME).press(KeyCode.F2);
    ctrl(KeyCode.A).type("Bob").press(KeyCode.TAB);
    ui.until("it is changed", () -> text(Entity.PROSPECT, "firstName").equals("Bob"));
    ui.press(KeyCode.F2);
    ctrl(KeyCode.A).type("Rob").press(KeyCode.ESCAPE);
    assertThat(text(Entity.PROSPECT, "firstName")).isEqualTo("Bob");
    ui.press(KeyCode.DELETE);
    ui.until("it is gone", () -> all(Entity.PROSPECT).isEmpty());
    ctrl(KeyCode.Z);
    ui.until("it is back", () -> all(Entity.PROSPECT).size() == 1);
  }

  @Test
  void a_prospect_is_opened_changed_and_written_to() {
    prospect("bo@bright.example", "Bo");
    ctrl(KeyCode.DIGIT4);
    rows("#table", 1);
    reach("table");
    ui.press(KeyCode.HOME).press(KeyCode.ENTER);
    assertThat(ui.route()).isInstanceOf(Route.ProspectDetail.class);
    reach("company");
    ctrl(KeyCode.A).type("Harbour").press(KeyCode.ENTER);
    ui.until("it is kept", () -> text(Entity.PROSPECT, "company").equals("Harbour"));
    reach("write");
    ui.press(KeyCode.SPACE);
    assertThat(ui.route()).isInstanceOf(Route.Compose.class);
    ui.press(KeyCode.ALT, KeyCode.LEFT);
    assertThat(ui.route()).isInstanceOf(Route.ProspectDetail.class);
    reach("delete");
    ui.press(KeyCode.SPACE);
    ui.until("it is gone", () -> all(Entity.PROSPECT).isEmpty());
    ctrl(KeyCode.Z);
    ui.until("it is back", () -> all(Entity.PROSPECT).size() == 1);
  }

  @Test
  void a_mail_to_two_is_written_with_a_template_read_as_each_sent_and_taken_back() {
    prospect("bo@bright.example", "Bo");
    prospect("cy@bright.example", "Cy");
    desk.edits()
        .create(
            Entity.TEMPLATE,
            Map.of("title", "Hello", "subject", "Hi {{firstName}}", "content", "<p>Hello</p>"));
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    assertThat(has("to")).isTrue();
    ui.type("bo@bright.example,cy@bright.example,");
    ui.until("both stand there", () -> ui.scene().getRoot().lookupAll(".chip").size() == 2);
    ctrl(KeyCode.T);
    ui.until(
        "they are listed",
        () -> !((MenuButton) ui.scene().lookup("#templates")).getItems().getFirst().isDisable());
    ui.press(KeyCode.DOWN).press(KeyCode.ENTER);
    ui.until("it is taken", () -> ui.text("#subject").equals("Hi {{firstName}}"));
    reach("editor");
    ui.press(KeyCode.CONTROL, KeyCode.END).type(" and see you");
    String first = head();
    ui.press(KeyCode.ALT, KeyCode.DOWN);
    ui.until("the other reads", () -> !head().equals(first));
    ui.press(KeyCode.ALT, KeyCode.UP);
    ui.until("the first reads", () -> head().equals(first));
    ctrl(KeyCode.ENTER);
    ui.until("both are sent", () -> all(Entity.EMAIL).size() == 2);
    ui.press(KeyCode.F6);
    ctrl(KeyCode.Z);
    ui.until("both are drafts again", () -> all(Entity.EMAIL_DRAFT).size() == 2);
  }

  private String head() {
    Parent preview = ui.node("#preview");
    return Ui.call(() -> preview.lookup(".card-title")).toString();
  }

  @Test
  void a_template_is_written_with_a_field_and_found_again() {
    ctrl(KeyCode.DIGIT5);
    ctrl(KeyCode.N);
    assertThat(ui.route()).isEqualTo(new Route.NewTemplate());
    reach("title");
    ui.type("Follow up");
    reach("subject");
    ui.type("Still there?");
    reach("content");
    ui.type("Dear reader").press(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(has("content")).isFalse();
    reach("save");
    ui.press(KeyCode.SPACE);
    ui.until("it is kept", () -> all(Entity.TEMPLATE).size() == 1);
    ctrl(KeyCode.DIGIT5);
    ctrl(KeyCode.F).type("follow");
    rows("#table", 1);
    reach("table");
    ui.press(KeyCode.HOME).press(KeyCode.DELETE);
    ui.until("it is gone", () -> all(Entity.TEMPLATE).isEmpty());
    ctrl(KeyCode.Z);
    ui.until("it is back", () -> all(Entity.TEMPLATE).size() == 1);
  }

  @Test
  void a_campaign_is_made_for_an_audience_started_and_paused_from_the_list() {
    prospect("bo@bright.example", "Bo");
    prospect("cy@bright.example", "Cy");
    ctrl(KeyCode.DIGIT3);
    ctrl(KeyCode.N);
    assertThat(ui.route()).isEqualTo(new Route.NewCampaign());
    ui.type("Spring");
    rows("#table", 2);
    reach("table");
    ui.press(KeyCode.HOME).press(KeyCode.SPACE).press(KeyCode.DOWN).press(KeyCode.SPACE);
    assertThat(ui.text("#count")).isEqualTo("2 marked");
    ui.press(KeyCode.SPACE);
    assertThat(ui.text("#count")).isEqualTo("1 marked");
    reach("create");
    ui.press(KeyCode.SPACE);
    ui.until("it is there", () -> ui.route() instanceof Route.CampaignDetail);
    rows("#enrolments", 1);
    reach("primary");
    ui.press(KeyCode.SPACE);
    ui.until("it is active", () -> text(Entity.CAMPAIGN, "status").equals("ACTIVE"));
    ctrl(KeyCode.DIGIT3);
    rows("#table", 1);
    reach("menu");
    ui.press(KeyCode.SPACE).press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);
    ui.until("it is paused", () -> text(Entity.CAMPAIGN, "status").equals("PAUSED"));
    reach("menu");
    ui.press(KeyCode.SPACE).press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);
    ui.until("it goes on", () -> text(Entity.CAMPAIGN, "status").equals("ACTIVE"));
    ctrl(KeyCode.Z);
    ui.until("it is paused again", () -> text(Entity.CAMPAIGN, "status").equals("PAUSED"));
  }

  @Test
  void the_dashboard_shows_other_days_and_its_chart_as_a_table() {
    prospect("bo@bright.example", "Bo");
    ui.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    ui.press(KeyCode.CONTROL, KeyCode.K).type("write a").press(KeyCode.ENTER);
    assertThat(ui.route()).isInstanceOf(Route.Compose.class);
    ctrl(KeyCode.DIGIT1);
    assertThat(ui.route()).isEqualTo(new Route.Dashboard());
    ui.press(KeyCode.F1);
    assertThat(ui.sees("#shortcuts")).isTrue();
    ui.press(KeyCode.TAB).press(KeyCode.TAB).press(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(has("shortcuts-close")).isTrue();
    ui.press(KeyCode.SPACE);
    assertThat(ui.sees("#shortcuts")).isFalse();
  }

  @Test
  void colours_rows_size_and_language_are_chosen() {
    ctrl(KeyCode.COMMA);
    reach("themeLight");
    ui.press(KeyCode.RIGHT).press(KeyCode.SPACE);
    assertThat(look().theme()).isEqualTo(Look.Theme.DARK);
    reach("comfortable");
    ui.press(KeyCode.RIGHT).press(KeyCode.SPACE);
    assertThat(look().density()).isEqualTo(Look.Density.COMPACT);
    reach("larger");
    ui.press(KeyCode.SPACE);
    assertThat(look().zoom()).isEqualTo(110);
    reach("language");
    ui.press(KeyCode.SPACE).press(KeyCode.DOWN).press(KeyCode.ENTER);
    ui.until("it speaks German", () -> ui.text("#go-settings").equals("Einstellungen"));
  }

  private Look look() {
    return Ui.call(() -> ui.graph().looks().lookProperty().get());
  }

  @Test
  void from_a_change_that_waits_one_gets_to_its_row_and_by_regions_about_the_window() {
    UUID bo = prospect("bo@bright.example", "Bo");
    ctrl(KeyCode.DIGIT6);
    ui.until("it waits", () -> ui.scene().lookup("#show-waiting") != null);
    reach("show-waiting");
    ui.press(KeyCode.SPACE);
    assertThat(ui.route()).isEqualTo(new Route.ProspectDetail(bo));
    ui.press(KeyCode.F6);
    assertThat(has("sync-chip")).isTrue();
    ui.press(KeyCode.SPACE);
    assertThat(ui.route()).isEqualTo(new Route.SyncCentre());
    ui.press(KeyCode.SHIFT, KeyCode.F6);
    assertThat(has("go-dashboard")).isTrue();
    ui.press(KeyCode.DOWN).press(KeyCode.SPACE);
    assertThat(ui.route()).isEqualTo(Route.Compose.fresh());
  }

  @Test
  void a_change_that_waits_is_discarded_and_made_again_by_undo() {
    prospect("bo@bright.example", "Bo");
    ctrl(KeyCode.DIGIT6);
    ui.until("it waits", () -> ui.scene().lookup("#discard") != null);
    reach("discard");
    ui.press(KeyCode.SPACE);
    ui.until("it is gone", () -> all(Entity.PROSPECT).isEmpty());
    ui.until("it can be undone", () -> ui.scene().lookup("#undo-step") != null);
    reach("undo-step");
    ui.press(KeyCode.SPACE);
    ui.until("it is back", () -> all(Entity.PROSPECT).size() == 1);
  }

  @Test
  void conflicts_are_decided_one_by_typing_another_value_and_one_is_decided_otherwise() {
    UUID bo = prospect("bo@bright.example", "Bo");
    conflict(bo, "jobTitle", "CEO");
    conflict(bo, "lastName", "Berg");
    ctrl(KeyCode.DIGIT6);
    ui.until("they are told", () -> ui.scene().lookup("#review") != null);
    reach("review");
    ui.press(KeyCode.SPACE);
    assertThat(ui.route()).isInstanceOf(Route.Conflicts.class);
    ui.until("one is shown", () -> ui.scene().lookup("#decide-use-mine") != null);
    assertThat(has("list")).isTrue();
    reach("decide-edit");
    ui.press(KeyCode.SPACE);
    assertThat(has("other-value")).isTrue();
    ctrl(KeyCode.A).type("Bergson");
    ui.press(KeyCode.CONTROL, KeyCode.TAB);
    reach("keep-other");
    ui.press(KeyCode.SPACE);
    ui.until("it stands", () -> text(Entity.PROSPECT, "lastName").equals("Bergson"));
    ui.until("the next is shown", () -> all(Entity.CONFLICT).size() == 1);
    reach("decide-use-mine");
    ui.press(KeyCode.SPACE);
    ui.until("it stands", () -> text(Entity.PROSPECT, "jobTitle").equals("CEO"));
    ui.until("all is decided", () -> all(Entity.CONFLICT).isEmpty());
    ctrl(KeyCode.Z);
    ui.until("it is to be decided again", () -> all(Entity.CONFLICT).size() == 1);
    assertThat(text(Entity.PROSPECT, "jobTitle")).isEmpty();
  }

  private void conflict(UUID prospect, String field, String mine) {
    desk.arrived(
        List.of(
            new Doc(Entity.CONFLICT, desk.desk().newId(), 7, new TreeMap<>())
                .with("kind", Conflict.Kind.FIELD.name())
                .with("entity", Entity.PROSPECT.table())
                .with("entityId", prospect)
                .with("field", field)
                .with("mine", mine)
                .with("mutationId", desk.desk().newId())
                .with("theirsAt", DeskFixture.NOW)
                .with("createdAt", DeskFixture.NOW)));
  }

  @Test
  void two_prospects_are_made_one_from_the_menu_of_a_row() {
    prospect("bo@bright.example", "Bo");
    prospect("cy@bright.example", "Cy");
    ctrl(KeyCode.DIGIT4);
    rows("#table", 2);
    reach("menu");
    ui.press(KeyCode.SPACE).press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);
    ui.until("another is asked for", () -> ui.scene().lookup("#merging").isVisible());
    ui.press(KeyCode.END);
    reach("mergeNow");
    ui.press(KeyCode.SPACE);
    ui.until("they are one", () -> all(Entity.PROSPECT).size() == 1);
    ctrl(KeyCode.Z);
    ui.until("there is no way back", () -> ui.says(".toasts").contains("no way back"));
    assertThat(all(Entity.PROSPECT)).hasSize(1);
  }

  @Test
  void at_the_door_one_signs_in_and_up_and_is_told_what_is_wrong() {
    close();
    desk = DeskFixture.unused(scratch.resolve("fresh"));
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL, "http://127.0.0.1:9");
    reach("email");
    ui.type("ada@desk.example").press(KeyCode.TAB).type("correct horse battery");
    ui.press(KeyCode.ENTER);
    ui.until("it is said", () -> !said().isEmpty());
    reach("advanced");
    ui.press(KeyCode.SPACE);
    reach("server");
    reach("other");
    ui.press(KeyCode.SPACE);
    assertThat(ui.route()).isEqualTo(new Route.Signup());
    reach("firstName");
    ui.type("Ada");
    reach("password");
    ui.type("short").press(KeyCode.ENTER);
    ui.until("it is said", () -> !said().isEmpty());
  }

  private String said() {
    return ((Label) ui.scene().lookup("#problem")).getText();
  }
}
