package com.salescopilot.desktop.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.desktop.ui.NumberCard;
import com.salescopilot.model.entity.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String FILE =
      """
      E-Mail;Vorname;Nachname;Firma;Umsatz 2026
      ana@acme.example;Ana;Diaz;Acme GmbH;120
      bo@bolt.example;Bo;Berg;Bolt AG;80
      cy@cyan.example;Cy;Cole;;40
      ANA@acme.example;Anna;;Initech;
      niemand;;;Nobody;
      """;

  @TempDir Path scratch;

  private DeskFixture desk;
  private Path file;

  @BeforeEach
  void a_desk_and_a_file() throws IOException {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    desk.edits().create(Entity.PROSPECT, Map.of("email", "bo@bolt.example", "firstName", "Bo"));
    file = Files.writeString(scratch.resolve("messe.csv"), FILE);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Ui open(Ui.Setting setting) {
    return Ui.open(desk.desk(), setting, "", Outside.keeping(file)).go(new Route.ImportProspects());
  }

  private static String number(Ui ui, String card) {
    NumberCard shown = ui.node(card);
    return Ui.call(shown::getNumber);
  }

  @Test
  void a_file_is_looked_at_imported_and_taken_back_without_a_server() {
    try (Ui ui = open(Ui.Setting.USUAL)) {
      ui.picture(PICTURES.resolve("import-empty.png"));
      ui.click("#choose");
      ui.picture(PICTURES.resolve("import-look.png"));
      assertThat(number(ui, "#create")).isEqualTo("2");
      assertThat(number(ui, "#update")).isEqualTo("1");
      assertThat(number(ui, "#duplicate")).isEqualTo("1");
      assertThat(number(ui, "#invalid")).isEqualTo("1");

      ui.click("#begin");
      ui.picture(PICTURES.resolve("import-done.png"));
      assertThat(prospects()).isEqualTo(3);
      Label finished = ui.node("#finishedText");
      assertThat(Ui.call(finished::getText)).contains("messe.csv", "2 prospects were added");

      ui.click("#undo");
      assertThat(Ui.call(finished::getText)).contains("taken back");
      assertThat(prospects()).isEqualTo(1);
    }
  }

  @Test
  void a_file_without_addresses_says_so() throws IOException {
    Files.writeString(file, "name,phone\nAna,1\n");
    try (Ui ui = open(Ui.Setting.USUAL)) {
      ui.click("#choose");
      Label problem = ui.node("#failureText");
      assertThat(Ui.call(problem::getText)).contains("No column holds e-mail addresses");
      ui.picture(PICTURES.resolve("import-problem.png"));
    }
  }

  @Test
  void in_german_and_in_the_dark() {
    try (Ui ui = open(Ui.Setting.USUAL.in(Locale.GERMAN).with(Look.Theme.DARK))) {
      ui.click("#choose");
      ui.picture(PICTURES.resolve("import-german-dark.png"));
      assertThat(number(ui, "#create")).isEqualTo("2");
    }
  }

  private int prospects() {
    return desk.desk().store().keys(Entity.PROSPECT, ListQuery.of("")).length;
  }
}
