package com.salescopilot.desktop.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Golden;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every screen looks as it was approved of, in both themes: [Golden] says how to approve anew.
final class GoldenPicturesTest {
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

  private static Map<String, Route> lists() {
    Map<String, Route> places = new LinkedHashMap<>();
    places.put("dashboard", new Route.Dashboard());
    places.put("prospects", new Route.Prospects());
    places.put("campaigns", new Route.Campaigns());
    places.put("templates", new Route.Templates());
    places.put("tasks", Route.Tasks.all());
    places.put("sync-centre", new Route.SyncCentre());
    places.put("conflicts", Route.Conflicts.all());
    places.put("trash", new Route.Trash());
    return places;
  }

  private static Map<String, Route> pages() {
    Map<String, Route> places = new LinkedHashMap<>();
    places.put("login", new Route.Login());
    places.put("signup", new Route.Signup());
    places.put("settings", new Route.Settings());
    places.put("account", new Route.Account());
    places.put("workspace", new Route.Workspace());
    places.put("new-password", new Route.NewPassword());
    places.put("new-campaign", new Route.NewCampaign());
    places.put("new-template", new Route.NewTemplate());
    places.put("new-letter", Route.Compose.fresh());
    return places;
  }

  private static Map<String, Route> details(BusyDesk busy) {
    Map<String, Route> places = new LinkedHashMap<>();
    places.put("prospect", new Route.ProspectDetail(busy.prospect()));
    places.put("campaign", new Route.CampaignDetail(busy.campaign()));
    places.put("campaign-audience", new Route.CampaignAudience(busy.planned()));
    places.put("campaign-steps", Route.CampaignSteps.of(busy.planned()));
    places.put("campaign-times", new Route.CampaignTimes(busy.planned()));
    places.put("campaign-outlook", new Route.CampaignOutlook(busy.planned()));
    places.put("template", new Route.EditTemplate(busy.template()));
    places.put("letter", Route.Compose.on(busy.draft()));
    return places;
  }

  private static Map<String, Route> unknown() {
    UUID nobody = new UUID(0, 0);
    Map<String, Route> places = new LinkedHashMap<>();
    places.put("prospect", new Route.ProspectDetail(nobody));
    places.put("campaign", new Route.CampaignDetail(nobody));
    places.put("template", new Route.EditTemplate(nobody));
    return places;
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void screens_of_a_desk_after_weeks_of_work(Look.Theme theme) {
    BusyDesk busy = BusyDesk.of(desk);
    Map<String, Route> places = lists();
    places.putAll(pages());
    places.putAll(details(busy));
    assertThat(wrong(places, "", Ui.Setting.USUAL.with(theme))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void screens_of_a_new_desk_say_what_will_stand_there(Look.Theme theme) {
    assertThat(wrong(lists(), "-empty", Ui.Setting.USUAL.with(theme))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void places_that_are_not_there_say_so(Look.Theme theme) {
    assertThat(wrong(unknown(), "-unknown", Ui.Setting.USUAL.with(theme))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void screens_in_german_in_a_small_window(Look.Theme theme) {
    Ui.Setting small = Ui.Setting.USUAL.with(theme).in(Locale.GERMAN).sized(1024, 700);
    BusyDesk busy = BusyDesk.of(desk);
    Map<String, Route> places = lists();
    places.putAll(details(busy));
    assertThat(wrong(places, "-de", small)).isEmpty();
  }

  private List<String> wrong(Map<String, Route> places, String state, Ui.Setting setting) {
    List<String> wrong = new ArrayList<>();
    String theme = setting.look().theme() == Look.Theme.DARK ? "-dark" : "";
    try (Ui ui = Ui.open(desk.desk(), setting)) {
      places.forEach(
          (name, place) -> {
            ui.go(place).rest();
            Ui.run(ui.scene().getRoot()::requestFocus); // no caret that blinks
            Ui.run(ui.graph().toasts().shown()::clear); // nor a reminder that stands for a while
            Golden.check(name + state + theme, ui.picture()).ifPresent(wrong::add);
          });
    }
    return wrong;
  }
}
