package com.salescopilot.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.shell.PaletteViewModel.Entry;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PaletteViewModelTest {
  @TempDir Path scratch;

  private final List<String> done = new ArrayList<>();
  private final List<Route> gone = new ArrayList<>();
  private DeskFixture desk;
  private PaletteViewModel model;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
    Commands commands = new Commands();
    for (String title : List.of("Dashboard", "Campaigns", "Sync now", "Settings")) {
      commands.register(title, title, "Go to", "fth-send", Optional.empty(), () -> done.add(title));
    }
    commands.register(
        new Command(
            "off",
            "Sign in",
            "Sync",
            "fth-send",
            Optional.of("Shortcut+L"),
            new ReadOnlyStringWrapper("You are signed in."),
            () -> done.add("off")));
    model =
        new PaletteViewModel(
            commands,
            desk.desk(),
            new Async(Runnable::run, Runnable::run),
            new Texts(Locale.ENGLISH),
            gone::add);
    model.open();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private List<String> found(String typed) {
    model.query().set(typed);
    return model.entries().stream().map(Entry::title).toList();
  }

  private Entry first(String typed) {
    model.query().set(typed);
    return model.entries().getFirst();
  }

  @Test
  void with_nothing_typed_all_commands_are_offered() {
    assertThat(found(""))
        .containsExactly("Dashboard", "Campaigns", "Sync now", "Settings", "Sign in");
  }

  @Test
  void rows_are_found_beside_commands_and_lead_to_their_place() {
    var campaign = desk.edits().create(Entity.CAMPAIGN, Map.of("name", "Spring campaign"));
    var template =
        desk.edits().create(Entity.TEMPLATE, Map.of("title", "Camper vans", "subject", "x"));
    var bo =
        desk.edits()
            .create(
                Entity.PROSPECT,
                Map.of("email", "bo@b.example", "firstName", "Bo", "lastName", "Camps"));
    var draft = desk.edits().create(Entity.EMAIL_DRAFT, Map.of("subject", "Camping with us"));
    assertThat(found("camp"))
        .containsExactly(
            "Campaigns", "Bo Camps", "Spring campaign", "Camper vans", "Camping with us");
    assertThat(found(">camp")).containsExactly("Campaigns");
    assertThat(found("@camp")).containsExactly("Bo Camps");
    assertThat(found("# camp"))
        .containsExactly("Spring campaign", "Camper vans", "Camping with us");
    model.entries().forEach(model::choose);
    model.choose(first("@bo"));
    assertThat(gone)
        .containsExactly(
            new Route.CampaignDetail(campaign.row().id()),
            new Route.EditTemplate(template.row().id()),
            Route.Compose.on(draft.row().id()),
            new Route.ProspectDetail(bo.row().id()));
  }

  @Test
  void of_each_kind_the_first_five_are_shown() {
    for (int i = 0; i < 8; i++) {
      desk.edits().create(Entity.PROSPECT, Map.of("email", "p" + i + "@zeta.example"));
    }
    assertThat(found("zeta")).hasSize(5);
  }

  @Test
  void a_command_that_cannot_be_done_is_shown_with_its_reason_and_not_done() {
    Entry entry = first("sign in");
    assertThat(entry.obstacle()).isEqualTo("You are signed in.");
    assertThat(model.choose(entry)).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void what_was_chosen_lately_comes_before_what_is_named_as_well() {
    assertThat(found("s").getFirst()).isEqualTo("Sync now");
    model.choose(first("settings"));
    assertThat(found("s").getFirst()).isEqualTo("Settings");
    assertThat(done).containsExactly("Settings");
  }

  @Test
  void nobodys_machine_offers_commands_alone() {
    try (DeskFixture fresh = DeskFixture.unused(scratch.resolve("fresh"))) {
      Commands commands = new Commands();
      commands.register("a", "Campaigns", "Go to", "fth-send", Optional.empty(), () -> {});
      PaletteViewModel alone =
          new PaletteViewModel(
              commands,
              fresh.desk(),
              new Async(Runnable::run, Runnable::run),
              new Texts(Locale.ENGLISH),
              gone::add);
      alone.query().set("camp");
      assertThat(alone.entries()).extracting(Entry::title).containsExactly("Campaigns");
    }
  }
}
