package com.salescopilot.desktop.screens;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// A place of every kind in the program, with rows to show there.
public final class Places {
  private final UUID prospect;
  private final UUID campaign;
  private final UUID template;
  private final UUID draft;

  private Places(DeskFixture desk) {
    prospect =
        create(
            desk,
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
    campaign =
        create(desk, Entity.CAMPAIGN, Map.of("name", "Autumn", "description", "Those who grew."));
    desk.edits()
        .submit(
            new Change.Create(
                new RowKey(Entity.CAMPAIGN_STEP, desk.desk().newId()),
                new TreeMap<>(
                    Map.of(
                        "campaignId", Value.text(campaign.toString()),
                        "position", Value.whole(1),
                        "subject", Value.text("A question about {{company}}"),
                        "body",
                            new Value.Fields(
                                new TreeMap<>(
                                    Map.of("html", Value.text("<p>Dear {{firstName}}</p>"))))))));
    desk.edits().submit(new CampaignCommand.Enrol(campaign, List.of(prospect)));
    template =
        create(
            desk,
            Entity.TEMPLATE,
            Map.of("title", "Hello", "subject", "Hi {{firstName}}", "content", "<p>Hello</p>"));
    draft =
        create(
            desk,
            Entity.EMAIL_DRAFT,
            Map.of(
                "prospectId", prospect.toString(),
                "subject", "A question",
                "bodyHtml", "<p>Dear {{firstName}}</p>"));
  }

  /// Makes the rows at a desk.
  public static Places at(DeskFixture desk) {
    return new Places(desk);
  }

  private static UUID create(DeskFixture desk, Entity entity, Map<String, String> fields) {
    RowKey made = desk.edits().create(entity, fields).row();
    return made.id();
  }

  /// One for each screen of a book.
  public List<Route> all(ScreenBook book) {
    UUID any = new UUID(0, 0);
    return Stream.of(
            new Route.Dashboard(),
            Route.Compose.fresh(),
            new Route.Campaigns(),
            new Route.NewCampaign(),
            new Route.CampaignDetail(any),
            new Route.CampaignAudience(any),
            Route.CampaignSteps.of(any),
            new Route.CampaignTimes(any),
            new Route.CampaignOutlook(any),
            new Route.Prospects(),
            new Route.ImportProspects(),
            new Route.ProspectDetail(any),
            new Route.Templates(),
            new Route.NewTemplate(),
            new Route.EditTemplate(any),
            Route.Tasks.all(),
            new Route.Login(),
            new Route.Signup(),
            new Route.NewPassword(),
            new Route.Settings(),
            new Route.Account(),
            new Route.Workspace(),
            new Route.SyncCentre(),
            Route.Conflicts.all(),
            new Route.Trash())
        .filter(kind -> book.pages().stream().anyMatch(page -> page.route().isInstance(kind)))
        .map(this::place)
        .toList();
  }

  /// A place of each kind; a new kind does not compile until it has one here.
  private Route place(Route kind) {
    return switch (kind) {
      case Route.Compose _ -> Route.Compose.on(draft);
      case Route.CampaignDetail _ -> new Route.CampaignDetail(campaign);
      case Route.CampaignAudience _ -> new Route.CampaignAudience(campaign);
      case Route.CampaignSteps _ -> Route.CampaignSteps.of(campaign);
      case Route.CampaignTimes _ -> new Route.CampaignTimes(campaign);
      case Route.CampaignOutlook _ -> new Route.CampaignOutlook(campaign);
      case Route.ProspectDetail _ -> new Route.ProspectDetail(prospect);
      case Route.EditTemplate _ -> new Route.EditTemplate(template);
      case Route.Dashboard _,
          Route.Campaigns _,
          Route.NewCampaign _,
          Route.Prospects _,
          Route.ImportProspects _,
          Route.Templates _,
          Route.NewTemplate _,
          Route.Tasks _,
          Route.Login _,
          Route.Signup _,
          Route.NewPassword _,
          Route.Settings _,
          Route.Account _,
          Route.Workspace _,
          Route.SyncCentre _,
          Route.Conflicts _,
          Route.Trash _ ->
          kind;
    };
  }
}
