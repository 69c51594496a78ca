package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import java.util.Optional;

/// The screens of campaigns.
public final class CampaignScreens {
  private CampaignScreens() {}

  /// Adds them.
  public static void add(ScreenBook book, Tools tools) {
    Async async = tools.async();
    Texts texts = tools.texts();
    tools
        .commands()
        .register(
            "campaign.new",
            texts.get(CampaignScreens.class, "campaigns.new"),
            texts.get(CampaignScreens.class, "campaigns.title"),
            "fth-plus",
            Optional.empty(),
            () -> tools.navigator().go(new Route.NewCampaign()));
    CampaignEdits edits = new CampaignEdits(tools.desk(), tools.edits());
    Moves moves =
        new Moves(
            edits,
            async,
            tools.toasts(),
            texts,
            id -> tools.navigator().go(new Route.CampaignOutlook(id)));
    Outlooks outlooks = new Outlooks(tools.desk(), tools.letters());
    ServerPlans server = new ServerPlans(tools.desk());
    book.add(
        Route.CampaignOutlook.class,
        CampaignOutlookController.class,
        () ->
            new CampaignOutlookController(
                new OutlookViewModel(
                    tools.desk()::store, outlooks, server, async, texts, ZoneId.systemDefault()),
                new HeadViewModel(edits, async),
                moves,
                tools));
    book.add(
        Route.CampaignAudience.class,
        CampaignAudienceController.class,
        () ->
            new CampaignAudienceController(
                new AddProspectsViewModel(edits, async, tools.toasts(), texts),
                new HeadViewModel(edits, async),
                moves,
                tools));
    TimesEdits timesEdits = new TimesEdits(tools.desk(), tools.edits());
    book.add(
        Route.CampaignTimes.class,
        CampaignTimesController.class,
        () ->
            new CampaignTimesController(
                new TimesViewModel(timesEdits, async, tools.toasts(), texts),
                new HeadViewModel(edits, async),
                moves,
                tools));
    StepEdits stepEdits = new StepEdits(tools.desk(), tools.edits());
    book.add(
        Route.CampaignSteps.class,
        CampaignStepsController.class,
        () ->
            new CampaignStepsController(
                new StepsViewModel(
                    new StepsReading(tools.desk(), outlooks, texts),
                    stepEdits,
                    async,
                    tools.toasts(),
                    texts),
                new StepMoves(stepEdits, async, tools.toasts(), texts),
                new HeadViewModel(edits, async),
                moves,
                tools));
    book.add(
        Route.Campaigns.class,
        CampaignsController.class,
        () -> new CampaignsController(new CampaignsViewModel(edits, async, texts), moves, tools));
    book.add(
        Route.NewCampaign.class,
        NewCampaignController.class,
        () ->
            new NewCampaignController(
                new NewCampaignViewModel(edits, async, tools.toasts(), texts), tools));
    book.add(
        Route.CampaignDetail.class,
        CampaignDetailController.class,
        () ->
            new CampaignDetailController(
                new CampaignDetailViewModel(edits, async, texts),
                new WhyViewModel(outlooks, server, edits, async),
                moves,
                new EnrolmentAsks(edits, async, tools.toasts(), texts),
                tools));
  }
}
