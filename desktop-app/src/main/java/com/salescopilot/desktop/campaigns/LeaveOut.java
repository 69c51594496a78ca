package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.Company;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Whom a campaign is not to write to, although a search or a file names them.
enum LeaveOut {
  /// Nobody here may write to them.
  SUPPRESSED,
  /// Another campaign that runs writes to them.
  ELSEWHERE,
  /// Somebody at the same company is in already.
  COLLEAGUES;

  /// What is left out unless somebody says otherwise.
  static final Set<LeaveOut> USUAL = Set.of(SUPPRESSED, ELSEWHERE);

  /// Those who stay, in the same order. Off the screen's thread.
  static List<UUID> from(Collection<UUID> named, Set<LeaveOut> rules, SqliteStore store) {
    Set<String> suppressed = rules.contains(SUPPRESSED) ? Suppressed.all(store) : Set.of();
    Set<UUID> elsewhere = rules.contains(ELSEWHERE) ? running(store) : Set.of();
    boolean oneEach = rules.contains(COLLEAGUES);
    List<UUID> open = named.stream().filter(id -> !elsewhere.contains(id)).toList();
    if (suppressed.isEmpty() && !oneEach) {
      return open;
    }
    return store.<List<UUID>>read(
        tx -> {
          List<UUID> stay = new ArrayList<>();
          Set<String> companies = new HashSet<>();
          for (UUID id : open) {
            Optional<Doc> person = tx.visible(new RowKey(Entity.PROSPECT, id));
            boolean silent = person.filter(who -> Suppressed.is(who, suppressed)).isPresent();
            Optional<String> company =
                person.flatMap(who -> who.text("email")).flatMap(Company::domain);
            if (!silent && (!oneEach || company.map(companies::add).orElse(true))) {
              stay.add(id);
            }
          }
          return stay;
        });
  }

  private static Set<UUID> running(SqliteStore store) {
    Set<UUID> found = new HashSet<>();
    long[] keys = store.keys(Entity.CAMPAIGN, ListQuery.of(""));
    for (Doc campaign : store.rows(Entity.CAMPAIGN, keys).values()) {
      if (campaign.text("status").equals(Optional.of(CampaignStatus.ACTIVE.name()))) {
        for (Doc place : store.related(Relation.ENROLMENTS_OF_CAMPAIGN, campaign.id())) {
          place
              .text("status")
              .map(EnrolmentStatus::valueOf)
              .filter(
                  status -> status == EnrolmentStatus.ACTIVE || status == EnrolmentStatus.PAUSED)
              .flatMap(_ -> place.uuid("prospectId"))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }
}
