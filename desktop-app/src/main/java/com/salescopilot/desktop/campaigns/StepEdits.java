package com.salescopilot.desktop.campaigns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What is done to the steps of a campaign. Off the screen's thread.
final class StepEdits {
  private final Desk desk;
  private final Edits edits;

  StepEdits(Desk desk, Edits edits) {
    this.desk = desk;
    this.edits = edits;
  }

  SqliteStore store() {
    return desk.store();
  }

  UUID newId() {
    return desk.newId();
  }

  /// All steps by position and variant.
  List<Doc> steps(UUID campaign) {
    return store().related(Relation.STEPS_OF_CAMPAIGN, campaign);
  }

  /// Publishes what was written, and forgets that it was begun.
  ///
  /// @return empty if there was nothing to publish
  Optional<Edits.Done> save(UUID campaign, StepRow row) {
    ObjectNode fields = row.now().changedSince(row.was());
    Optional<Edits.Done> done =
        row.published()
            .map(seen -> fields.isEmpty() ? Optional.<Edits.Done>empty() : patch(seen, row, fields))
            .orElseGet(() -> Optional.of(create(campaign, row, fields)));
    row.forget(store(), campaign);
    return done;
  }

  private Edits.Done create(UUID campaign, StepRow row, ObjectNode fields) {
    long last = steps(campaign).stream().mapToLong(step -> step.whole("position")).max().orElse(0);
    fields.put("campaignId", campaign.toString());
    fields.put("position", Math.min(row.position(), last + 1));
    fields.put("variant", row.variant());
    return edits.submit(
        new Change.Create(
            new RowKey(Entity.CAMPAIGN_STEP, row.id()),
            RowJson.fields(Entity.CAMPAIGN_STEP, fields)));
  }

  /// Against what was published when the writing began, so that others' edits are merged.
  private Optional<Edits.Done> patch(Doc seen, StepRow row, ObjectNode fields) {
    Doc before = seen;
    ObjectNode old = row.was().changedSince(StepText.of(seen));
    for (Map.Entry<String, Value> field : RowJson.fields(Entity.CAMPAIGN_STEP, old).entrySet()) {
      before = before.with(field.getKey(), field.getValue());
    }
    for (String cleared : RowJson.cleared(Entity.CAMPAIGN_STEP, old)) {
      before = before.without(cleared);
    }
    return Optional.of(edits.submit(RowPatch.of(before, fields)));
  }

  /// What was removed, and how the steps stood before.
  record Removed(UUID campaign, List<Doc> steps, List<UUID> order) {}

  /// Removes some rows, and closes the gap that they leave.
  Removed remove(UUID campaign, List<Doc> rows) {
    List<UUID> order = ids(steps(campaign));
    rows.forEach(row -> edits.delete(row));
    List<Doc> left = steps(campaign);
    if (hasGap(left)) {
      edits.submit(new CampaignCommand.Reorder(campaign, ids(left), ids(left)));
    }
    return new Removed(campaign, rows, order);
  }

  private static boolean hasGap(List<Doc> steps) {
    long expected = 0;
    for (Doc step : steps) {
      long position = step.whole("position");
      if (position > expected + 1) {
        return true;
      }
      expected = position;
    }
    return false;
  }

  /// Brings back what was removed: behind all others first, then to its place.
  void bringBack(Removed removed) {
    List<Doc> there = steps(removed.campaign());
    long last = there.stream().mapToLong(step -> step.whole("position")).max().orElse(0);
    boolean whole = removed.steps().stream().anyMatch(step -> StepRow.of(step).leads());
    for (Doc row : removed.steps()) {
      edits.restore(whole ? row.with("position", last + 1) : row);
    }
    List<UUID> now = ids(steps(removed.campaign()));
    List<UUID> before = new ArrayList<>(removed.order());
    before.retainAll(now);
    if (before.size() == now.size() && !before.equals(now)) {
      edits.submit(new CampaignCommand.Reorder(removed.campaign(), now, before));
    }
  }

  /// Moves a step before or behind its neighbour, with all its variants.
  ///
  /// @return empty if there is no neighbour
  Optional<Edits.Done> move(UUID campaign, int position, int by) {
    TreeMap<Long, List<UUID>> places = new TreeMap<>();
    for (Doc step : steps(campaign)) {
      places.computeIfAbsent(step.whole("position"), _ -> new ArrayList<>()).add(step.id());
    }
    List<List<UUID>> order = new ArrayList<>(places.values());
    int from = new ArrayList<>(places.keySet()).indexOf((long) position);
    int to = from + by;
    if (from < 0 || to < 0 || to >= order.size()) {
      return Optional.empty();
    }
    List<UUID> was = order.stream().flatMap(List::stream).toList();
    order.add(to, order.remove(from));
    List<UUID> now = order.stream().flatMap(List::stream).toList();
    return Optional.of(edits.submit(new CampaignCommand.Reorder(campaign, was, now)));
  }

  Edits.Done takeBack(Change undo) {
    return edits.takeBack(undo);
  }

  private static List<UUID> ids(List<Doc> rows) {
    return rows.stream().map(Doc::id).toList();
  }
}
