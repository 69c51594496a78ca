package com.salescopilot.desktop.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table of pages that the product was first described by, one by one: each opens in the window
/// and shows what this machine knows, without a network. `/auth/callback`, where a browser comes
/// back, is no screen: `DoorScreenTest` and the server's `BrowserSignInTest` have it.
final class EveryPageTest {
  @TempDir Path scratch;

  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /// A page.
  ///
  /// @param path of the description, with the ids of the rows that are shown
  /// @param node where it shows what it knows
  /// @param shows words that only come from there
  private record Page(String path, Route route, String node, String shows) {}

  private static List<Page> table(BusyDesk busy) {
    return List.of(
        new Page("/", new Route.Dashboard(), ".dashboard", "Sent to Bo Berg"),
        new Page("/compose", Route.Compose.on(busy.draft()), ".screen", "A question about your"),
        new Page("/campaigns", new Route.Campaigns(), "#table", "Those who grew in autumn"),
        new Page("/campaigns/new", new Route.NewCampaign(), ".screen", "Bo Berg"),
        new Page(
            "/campaigns/" + busy.campaign(),
            new Route.CampaignDetail(busy.campaign()),
            ".screen",
            "Those who grew in autumn"),
        new Page("/prospects", new Route.Prospects(), "#table", "Bright GmbH"),
        new Page("/templates", new Route.Templates(), "#table", "After the demo"),
        new Page("/templates/new", new Route.NewTemplate(), ".screen", "Create template"),
        new Page(
            "/templates/" + busy.template(),
            new Route.EditTemplate(busy.template()),
            ".screen",
            "First letter"),
        new Page("/login", new Route.Login(), ".door", "Sign in"),
        new Page("/signup", new Route.Signup(), ".door", "Make an account"));
  }

  @Test
  void each_page_opens_and_shows_what_this_machine_knows() {
    BusyDesk busy = BusyDesk.of(desk);
    try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL)) {
      for (Page page : table(busy)) {
        assertThat(page.route().path()).isEqualTo(page.path());
        ui.go(page.route());
        assertThat(ui.sees("#broken")).as(page.path()).isFalse();
        ui.until(
            page.path() + " shows " + page.shows(),
            () -> ui.says(page.node()).contains(page.shows()));
      }
    }
  }
}
