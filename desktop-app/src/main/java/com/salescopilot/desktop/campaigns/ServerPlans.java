package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.Forecasts;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.schedule.Why;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the server plans, which alone knows what workspace and mailboxes allow. It is asked only
/// where it knows all that is known here, or its answer would be about yesterday; nobody waits for
/// it, as the estimate of this machine stands there already. Off the screen's thread.
final class ServerPlans {
  private static final List<Entity> PLANNED_BY =
      List.of(
          Entity.CAMPAIGN,
          Entity.CAMPAIGN_STEP,
          Entity.CAMPAIGN_PROSPECT,
          Entity.PROSPECT,
          Entity.SUPPRESSION,
          Entity.EMAIL);

  private final Desk desk;

  ServerPlans(Desk desk) {
    this.desk = desk;
  }

  /// What leaves of a campaign if it runs, else what would leave if it went on now; empty if the
  /// server cannot be asked.
  Optional<Forecasts.Said> departures(Outlook outlook, Departures.Answers answers) {
    boolean runs = outlook.status() == CampaignStatus.ACTIVE;
    return asked(
        server ->
            switch (answers) {
              case NOBODY ->
                  runs
                      ? server.ofCampaign(outlook.campaign().id())
                      : server.rehearsed(outlook.campaign().id(), 0, Outlook.SILENCE);
              case BY_CHANCE ->
                  server.rehearsed(outlook.campaign().id(), Departures.SEED, Departures.CHANCES);
            });
  }

  /// Why a mail has not left; empty if the server cannot be asked.
  Optional<Why> why(WhyViewModel.Asked what) {
    return switch (what) {
      case WhyViewModel.Asked.Next(EnrolmentRow row) ->
          row.doc()
              .uuid("campaignId")
              .flatMap(
                  campaign ->
                      row.doc()
                          .uuid("prospectId")
                          .flatMap(who -> asked(server -> server.ofNext(campaign, who))));
      case WhyViewModel.Asked.Mail(Doc row) -> asked(server -> server.ofMail(row.id()));
    };
  }

  private <T> Optional<T> asked(Function<Forecasts, T> question) {
    if (PLANNED_BY.stream().anyMatch(kind -> !desk.store().waiting(kind).isEmpty())) {
      return Optional.empty();
    }
    try {
      return Optional.of(desk.ask(server -> question.apply(server.forecasts())));
    } catch (RemoteException e) {
      return Optional.empty();
    }
  }
}
