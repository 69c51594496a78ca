package com.salescopilot.desktop.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every screen of the program must keep, in both languages, both themes, and at two widths.
final class ScreenContractTest {
  @TempDir Path scratch;

  private DeskFixture desk;
  private UUID prospect;
  private UUID campaign;
  private UUID template;
  private UUID draft;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
    prospect =
        create(
            Entity.PROSPECT,
            Map.of(
                "email",
                "bo@b.example",
                "firstName",
                "Bo",
                "lastName",
                "Berg",
                "company",
                "Bright GmbH",
                "jobTitle",
                "Head of research and development"));
    campaign = create(Entity.CAMPAIGN, Map.of("name", "Autumn", "description", "Those who grew."));
    template =
        create(
            Entity.TEMPLATE,
            Map.of("title", "Hello", "subject", "Hi {{firstName}}", "content", "<p>Hello</p>"));
    draft =
        create(
            Entity.EMAIL_DRAFT,
            Map.of(
                "prospectId", prospect.toString(),
                "subject", "A question",
                "bodyHtml", "<p>Dear {{firstName}}</p>"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private UUID create(Entity entity, Map<String, String> fields) {
    RowKey made = desk.edits().create(entity, fields).row();
    return made.id();
  }

  static Stream<Ui.Setting> settings() {
    return Stream.of(Locale.ENGLISH, Locale.GERMAN)
        .flatMap(
            language ->
                Stream.of(Look.Theme.LIGHT, Look.Theme.DARK)
                    .flatMap(
                        theme ->
                            Stream.of(1024, 1440)
                                .map(
                                    width ->
                                        Ui.Setting.USUAL
                                            .in(language)
                                            .with(theme)
                                            .sized(width, width == 1024 ? 700 : 900))));
  }

  /// A place of each kind; a new kind does not compile until it has one here.
  private Route place(Route kind) {
    return switch (kind) {
      case Route.Compose _ -> Route.Compose.on(draft);
      case Route.CampaignDetail _ -> new Route.CampaignDetail(campaign);
      case Route.ProspectDetail _ -> new Route.ProspectDetail(prospect);
      case Route.EditTemplate _ -> new Route.EditTemplate(template);
      case Route.Dashboard _,
          Route.Campaigns _,
          Route.NewCampaign _,
          Route.Prospects _,
          Route.Templates _,
          Route.NewTemplate _,
          Route.Login _,
          Route.Signup _,
          Route.Settings _,
          Route.SyncCentre _ ->
          kind;
    };
  }

  private List<Route> places(ScreenBook book) {
    UUID any = new UUID(0, 0);
    return Stream.of(
            new Route.Dashboard(),
            Route.Compose.fresh(),
            new Route.Campaigns(),
            new Route.NewCampaign(),
            new Route.CampaignDetail(any),
            new Route.Prospects(),
            new Route.ProspectDetail(any),
            new Route.Templates(),
            new Route.NewTemplate(),
            new Route.EditTemplate(any),
            new Route.Login(),
            new Route.Signup(),
            new Route.Settings(),
            new Route.SyncCentre())
        .filter(kind -> book.pages().stream().anyMatch(page -> page.route().isInstance(kind)))
        .map(this::place)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void every_screen_loads_names_what_can_be_reached_and_keeps_all_in_its_place(Ui.Setting setting) {
    List<String> wrong = new ArrayList<>();
    try (CssWarnings warnings = CssWarnings.collect();
        Ui ui = Ui.open(desk.desk(), setting)) {
      List<Route> places = places(ui.graph().book());
      assertThat(places).hasSameSizeAs(ui.graph().book().pages());
      for (Route place : places) {
        ui.go(place);
        Ui.call(() -> Lint.of(ui.scene().getRoot()))
            .forEach(line -> wrong.add(place.path() + ": " + line));
      }
      wrong.addAll(warnings.found());
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_lint_finds_what_is_wrong() {
    Ui.startToolkit();
    List<String> found = Ui.call(() -> Lint.of(Wrong.screen()));
    assertThat(found).anyMatch(line -> line.startsWith("no name"));
    assertThat(found).anyMatch(line -> line.startsWith("sticks out"));
    assertThat(found).anyMatch(line -> line.startsWith("cut"));
  }
}
