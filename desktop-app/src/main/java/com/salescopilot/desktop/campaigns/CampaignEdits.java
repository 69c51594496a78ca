package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// What campaigns' screens read and write. Off the screen's thread.
final class CampaignEdits {
  private final Desk desk;
  private final Edits edits;

  CampaignEdits(Desk desk, Edits edits) {
    this.desk = desk;
    this.edits = edits;
  }

  SqliteStore store() {
    return desk.store();
  }

  Instant now() {
    return desk.clock().instant();
  }

  UUID newId() {
    return desk.newId();
  }

  /// The campaigns that a search finds, the last one first.
  List<CampaignRow> list(String search) {
    SqliteStore store = store();
    long[] keys = store.keys(Entity.CAMPAIGN, ListQuery.of(search).newest());
    Map<Long, Doc> docs = store.rows(Entity.CAMPAIGN, keys);
    Set<UUID> waiting = store.waiting(Entity.CAMPAIGN);
    List<CampaignRow> rows = new ArrayList<>();
    for (long key : keys) {
      Doc doc = docs.get(key);
      if (doc != null) {
        rows.add(row(doc, waiting));
      }
    }
    return rows;
  }

  Optional<CampaignRow> find(UUID id) {
    SqliteStore store = store();
    return store
        .row(new RowKey(Entity.CAMPAIGN, id))
        .map(doc -> row(doc, store.waiting(Entity.CAMPAIGN)));
  }

  /// Asks for another status. Whoever starts has seen the last change of it.
  ///
  /// @param waiting whether it starts although some prospects will have to wait
  Edits.Done move(CampaignRow row, CampaignMove move, CampaignCommand.Move.Waiting waiting) {
    Optional<UUID> seen = row.doc().uuid("statusChange");
    return edits.submit(new CampaignCommand.Move(row.id(), move, seen, waiting));
  }

  /// Whether a campaign sends by itself.
  boolean hasSteps(UUID campaign) {
    return !store().related(Relation.STEPS_OF_CAMPAIGN, campaign).isEmpty();
  }

  /// Asks for something about somebody's place in a campaign.
  Edits.Done ask(UUID enrolment, EnrolmentMove move) {
    return edits.submit(new EnrolmentCommand.Ask(enrolment, move, Optional.empty()));
  }

  Edits.Done takeBack(Change undo) {
    return edits.takeBack(undo);
  }

  /// Makes a campaign and enrols its audience in groups. Doing it again does nothing twice, because
  /// the id was chosen before.
  ///
  /// @param fields by their names, blank ones left out
  /// @return how many prospects were still there to be enrolled
  int create(UUID id, Map<String, String> fields, List<UUID> audience) {
    TreeMap<String, Value> values = new TreeMap<>();
    fields.forEach(
        (name, text) -> {
          if (!text.isBlank()) {
            values.put(name, Value.text(text.strip()));
          }
        });
    edits.submit(new Change.Create(new RowKey(Entity.CAMPAIGN, id), values));
    return enrol(id, audience);
  }

  /// Takes prospects in, in groups. Who is in already stays as they are.
  ///
  /// @return how many were still there
  int enrol(UUID id, List<UUID> audience) {
    int enrolled = 0;
    int most = CampaignCommand.Enrol.MOST;
    for (int from = 0; from < audience.size(); from += most) {
      List<UUID> there = existing(audience.subList(from, Math.min(from + most, audience.size())));
      if (!there.isEmpty()) {
        edits.submit(new CampaignCommand.Enrol(id, there));
      }
      enrolled += there.size();
    }
    return enrolled;
  }

  /// Those who were not deleted since they were marked.
  private List<UUID> existing(List<UUID> prospects) {
    return store()
        .<List<UUID>>read(
            tx ->
                prospects.stream()
                    .filter(id -> tx.visible(new RowKey(Entity.PROSPECT, id)).isPresent())
                    .toList());
  }

  private CampaignRow row(Doc doc, Set<UUID> waiting) {
    SqliteStore store = store();
    return new CampaignRow(
        doc,
        store.enrolled(doc.id()),
        MailCounts.of(store.mailFactsOfCampaign(doc.id())),
        waiting.contains(doc.id()));
  }
}
