package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.KnownMails;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.stats.DayCounts;
import com.salescopilot.model.stats.Days;
import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.model.stats.MailEvent;
import com.salescopilot.model.stats.MailFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Counts what this machine holds; the server counts the same rows in the same way, so both say the
/// same.
final class LocalNumbers implements Numbers {
  /// What runs before what is about to, each the newest first.
  private static final Comparator<RunningRow> RUNNING =
      Comparator.comparing((RunningRow row) -> row.status() == CampaignStatus.DRAFT)
          .thenComparing(RunningRow::id, Comparator.reverseOrder());

  private static final int MOST_EVENTS = 100;

  private final Desk desk;
  private final ZoneId zone;

  /// @param zone whose days are counted
  LocalNumbers(Desk desk, ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
  }

  @Override
  public Overview read(int days, Whose whose) {
    SqliteStore store = desk.store();
    Optional<UserId> sender =
        switch (whose) {
          case ME -> Optional.of(desk.account().user());
          case WORKSPACE -> Optional.empty();
        };
    KnownMails known = store.mailFacts(sender);
    List<MailFacts> mails = known.facts();
    Instant now = desk.clock().instant();
    Days shown = new Days(zone, now, days);
    List<MailEvent> events = MailEvent.newest(shown, mails, MOST_EVENTS);
    Collection<Doc> campaigns = campaigns(store, sender);
    return new Overview(
        MailCounts.of(mails),
        DayCounts.of(shown, mails),
        DayCounts.of(shown.before(), mails),
        store.read(tx -> events.stream().flatMap(event -> line(tx, event).stream()).toList()),
        campaigns.stream().filter(LocalNumbers::isActive).count(),
        campaigns.size(),
        new LocalMotion(store, now).of(sender),
        campaigns.stream().flatMap(row -> running(store, row).stream()).sorted(RUNNING).toList(),
        dueTasks(store, shown.bounds().getLast()),
        known.unreadable());
  }

  private static List<Doc> campaigns(SqliteStore store, Optional<UserId> owner) {
    long[] keys = store.keys(Entity.CAMPAIGN, ListQuery.of(""));
    Optional<UUID> wanted = owner.map(UserId::value);
    return store.rows(Entity.CAMPAIGN, keys).values().stream()
        .filter(row -> wanted.isEmpty() || row.uuid("userId").equals(wanted))
        .toList();
  }

  private static boolean isActive(Doc campaign) {
    return campaign.text("status").equals(Optional.of(CampaignStatus.ACTIVE.name()));
  }

  /// Empty if the mail went meanwhile.
  private static Optional<FeedLine> line(ClientTx tx, MailEvent event) {
    return tx.visible(new RowKey(Entity.EMAIL, event.mail()))
        .map(
            mail -> {
              Optional<Doc> prospect =
                  mail.uuid("prospectId")
                      .flatMap(id -> tx.visible(new RowKey(Entity.PROSPECT, id)));
              return new FeedLine(
                  event,
                  prospect.map(LocalNumbers::name).or(() -> mail.text("toEmail")).orElse("?"),
                  mail.text("subject").orElse(""),
                  place(mail, prospect));
            });
  }

  private static Optional<Route> place(Doc mail, Optional<Doc> prospect) {
    return prospect
        .<Route>map(row -> new Route.ProspectDetail(row.id()))
        .or(() -> mail.uuid("campaignId").map(Route.CampaignDetail::new));
  }

  /// Empty for one that neither runs nor is about to.
  private static Optional<RunningRow> running(SqliteStore store, Doc campaign) {
    return campaign
        .text("status")
        .map(CampaignStatus::valueOf)
        .filter(status -> status == CampaignStatus.ACTIVE || status == CampaignStatus.DRAFT)
        .map(
            status ->
                new RunningRow(
                    campaign.id(),
                    campaign.text("name").orElse(""),
                    status,
                    store.enrolled(campaign.id()),
                    MailCounts.of(store.mailFactsOfCampaign(campaign.id())),
                    store.nextOfCampaign(campaign.id())));
  }

  private static long dueTasks(SqliteStore store, Instant endOfToday) {
    return store.openTasks().stream()
        .filter(task -> task.instant("dueAt").filter(at -> at.isBefore(endOfToday)).isPresent())
        .count();
  }

  static String name(Doc prospect) {
    String name =
        (prospect.text("firstName").orElse("") + " " + prospect.text("lastName").orElse(""))
            .strip();
    return name.isEmpty() ? prospect.text("email").orElse("?") : name;
  }
}
