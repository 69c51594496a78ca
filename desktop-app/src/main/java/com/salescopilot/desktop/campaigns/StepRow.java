package com.salescopilot.desktop.campaigns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One wording of one step, as it is published and as somebody is writing it here.
///
/// @param published the row; empty until it is saved for the first time
/// @param was what was published when the writing began
/// @param now what stands in the form
record StepRow(
    UUID id, int position, String variant, Optional<Doc> published, StepText was, StepText now) {
  static final String FIRST = "A";
  static final List<String> VARIANTS = List.of("A", "B", "C", "D", "E", "F");

  static final Comparator<StepRow> ORDER =
      Comparator.comparingInt(StepRow::position).thenComparing(StepRow::variant);

  static StepRow of(Doc row) {
    StepText text = StepText.of(row);
    return new StepRow(
        row.id(),
        (int) row.whole("position"),
        row.text("variant").orElse(FIRST),
        Optional.of(row),
        text,
        text);
  }

  /// One that nobody else sees yet.
  static StepRow begun(UUID id, int position, String variant, StepText text) {
    StepText nothing = new StepText(Map.of());
    return new StepRow(id, position, variant, Optional.empty(), nothing, text);
  }

  boolean isNew() {
    return published.isEmpty();
  }

  /// Whether something stands here that is not published.
  boolean isChanged() {
    return isNew() || !now.equals(was);
  }

  boolean leads() {
    return variant.equals(FIRST);
  }

  StepRow with(StepText text) {
    return new StepRow(id, position, variant, published, was, text);
  }

  StepRow at(int place) {
    return new StepRow(id, place, variant, published, was, now);
  }

  /// Everything of a campaign: what is published, with what was begun here.
  static List<StepRow> all(SqliteStore store, UUID campaign, List<Doc> published) {
    Map<UUID, StepRow> rows = new LinkedHashMap<>();
    published.forEach(row -> rows.put(row.id(), of(row)));
    for (String key : store.localDraftKeys(kind(campaign))) {
      store
          .localDraft(kind(campaign), key)
          .map(ValueJson::object)
          .map(json -> read(UUID.fromString(key), json, rows))
          .filter(row -> row.published().isPresent() || row.was().equals(blank()))
          .ifPresent(row -> rows.put(row.id(), row));
    }
    List<StepRow> sorted = new ArrayList<>(rows.values());
    sorted.sort(ORDER);
    return sorted;
  }

  private static StepText blank() {
    return new StepText(Map.of());
  }

  private static StepRow read(UUID id, ObjectNode json, Map<UUID, StepRow> published) {
    Optional<StepRow> row = Optional.ofNullable(published.get(id));
    return new StepRow(
        id,
        row.map(StepRow::position).orElse(json.path("position").asInt(1)),
        row.map(StepRow::variant).orElse(json.path("variant").asText(FIRST)),
        row.flatMap(StepRow::published),
        json.path("was") instanceof ObjectNode was ? StepText.read(was) : blank(),
        json.path("now") instanceof ObjectNode now ? StepText.read(now) : blank());
  }

  /// Keeps what was written, here alone.
  void keep(SqliteStore store, UUID campaign) {
    if (!isChanged()) {
      forget(store, campaign);
      return;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("position", position).put("variant", variant);
    json.set("was", was.json());
    json.set("now", now.json());
    store.keepLocalDraft(kind(campaign), id.toString(), json.toString());
  }

  void forget(SqliteStore store, UUID campaign) {
    store.dropLocalDraft(kind(campaign), id.toString());
  }

  private static String kind(UUID campaign) {
    return "step:" + campaign;
  }
}
