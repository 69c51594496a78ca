package com.salescopilot.model.sim;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sim.NaiveServer.Told;
import com.salescopilot.model.sim.NaiveTables.Came;
import com.salescopilot.model.sim.NaiveTables.Write;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Create, patch, delete and restore in the plain model.
final class NaiveRows {
  private static final Set<String> NEEDED =
      Set.of("email", "name", "title", "templateId", "campaignId", "position", "address");
  private static final Set<String> MAKER =
      Set.of("campaign", "template", "email_draft", "suppression");
  private static final Set<String> UPDATED =
      Set.of("prospect", "campaign", "template", "email_draft", "campaign_step", "suppression");

  /// What clients write; the rest of a row is the server's.
  private static final Set<String> CLIENTS =
      Set.of(
          "email",
          "firstName",
          "lastName",
          "company",
          "jobTitle",
          "customFields",
          "name",
          "description",
          "title",
          "subject",
          "content",
          "category",
          "templateId",
          "body",
          "policy",
          "campaignId",
          "position",
          "variant",
          "weight",
          "delayAmount",
          "delayUnit",
          "threadMode",
          "address",
          "reason");

  private final NaiveTables tables;
  private final NaiveSteps steps;

  NaiveRows(NaiveTables tables) {
    this.tables = tables;
    this.steps = new NaiveSteps(tables);
  }

  Came apply(Told told) {
    UUID id = told.entity().equals("prospect") ? tables.survivor(told.key()) : told.key();
    return switch (told.op()) {
      case "create" -> create(told, id);
      case "patch" -> patch(told, id, told.fields("set"), false);
      case "delete" -> delete(told, id);
      default -> restore(told, id);
    };
  }

  static Write write(Told told) {
    return new Write(told.id(), told.user(), told.device(), told.editedAt());
  }

  private Came create(Told told, UUID id) {
    Optional<Map<String, Value>> existing = tables.row(told.entity(), id);
    if (existing.isPresent()) {
      if (told.entity().equals("suppression")) {
        return again(told, id, existing.get());
      }
      SortedMap<String, Value> blind = new TreeMap<>();
      told.fields("fields").forEach((name, value) -> blind.put(name, now(name, value)));
      if (told.entity().equals("campaign_step")) {
        blind.keySet().removeAll(Set.of("position", "variant")); // its place may be another one now
      }
      if (told.entity().equals("template_favorite")) {
        return Came.NOTHING;
      }
      return patch(told, id, blind, true);
    }
    boolean revives =
        told.entity().equals("template_favorite") || told.entity().equals("suppression");
    if (tables.isBuried(told.entity(), id) && !revives) {
      return Came.REJECTED;
    }
    Map<String, Value> row = made(told, told.fields("fields"));
    if (told.entity().equals("campaign_step")) {
      return steps.insert(told, id, row);
    }
    Optional<UUID> holder =
        told.entity().equals("prospect") ? tables.holder(row, id) : Optional.empty();
    if (holder.isEmpty()) {
      tables.put(told.entity(), id, row, write(told));
      return Came.APPLIED;
    }
    Map<String, Value> first = tables.row("prospect", holder.get()).orElseThrow();
    Map<String, Value> filled = new TreeMap<>(first);
    for (String field : CLIENTS) {
      Value value = row.get(field);
      if (field.equals("customFields")) {
        SortedMap<String, Value> both = new TreeMap<>(members(value));
        both.putAll(members(first.get(field)));
        filled.put(field, new Value.Fields(both));
      } else if (value != null) {
        filled.putIfAbsent(field, value);
      }
    }
    if (!filled.equals(first)) {
      filled.put("updatedAt", Value.text(told.editedAt().toString()));
      tables.put("prospect", holder.get(), filled, write(told));
    }
    Map<String, Value> alias = new TreeMap<>();
    alias.put("toId", Value.text(holder.get().toString()));
    tables.put("prospect_alias", id, alias, write(told));
    return Came.MERGED;
  }

  /// An address that is noted already is noted anew.
  private Came again(Told told, UUID id, Map<String, Value> row) {
    Value at = Value.text(told.editedAt().toString());
    boolean newer =
        Instant.parse(NaiveTables.text(row, "updatedAt").orElseThrow()).isBefore(told.editedAt());
    if (!newer) {
      return Came.NOTHING;
    }
    Map<String, Value> after = new TreeMap<>(row);
    after.put("updatedAt", at);
    tables.put("suppression", id, after, write(told));
    return Came.APPLIED;
  }

  private boolean mayChange(Told told, Map<String, Value> row) {
    return told.entity().equals("campaign_step") ? steps.mayChange(told, row) : told.mayChange(row);
  }

  /// The setting of a field that does not know what was there.
  private static Value now(String name, Value value) {
    SortedMap<String, Value> now = new TreeMap<>();
    if (name.equals("customFields")) {
      members(value).forEach((key, member) -> now.put(key, now(key, member)));
    } else {
      now.put("now", value);
    }
    return new Value.Fields(now);
  }

  private Map<String, Value> made(Told told, SortedMap<String, Value> fields) {
    Map<String, Value> row = new TreeMap<>(fields);
    Value at = Value.text(told.editedAt().toString());
    row.put("createdAt", at);
    if (UPDATED.contains(told.entity())) {
      row.put("updatedAt", at);
    }
    if (MAKER.contains(told.entity())) {
      told.user().ifPresent(user -> row.put("userId", Value.text(user.toString())));
    }
    switch (told.entity()) {
      case "prospect" -> row.putIfAbsent("customFields", Value.Fields.none());
      case "campaign" -> {
        row.putIfAbsent("policy", Value.Fields.none());
        row.put("status", Value.text("DRAFT"));
      }
      case "campaign_step" -> NaiveSteps.defaults(row);
      case "suppression" -> row.put("source", Value.text("PERSON"));
      case "template" -> {
        row.put("revision", Value.whole(1));
        row.put("usedCount", Value.whole(0));
      }
      default -> {}
    }
    return row;
  }

  private Came patch(Told told, UUID id, SortedMap<String, Value> set, boolean blind) {
    Optional<Map<String, Value>> found = tables.row(told.entity(), id);
    if (found.isEmpty() || !mayChange(told, found.get())) {
      return Came.REJECTED;
    }
    Patching patching = new Patching(told, id, found.get(), blind);
    set.forEach(patching::field);
    Map<String, Value> after = patching.row;
    boolean lacks =
        NEEDED.stream().anyMatch(f -> found.get().containsKey(f) && after.get(f) == null);
    boolean taken = told.entity().equals("prospect") && tables.holder(after, id).isPresent();
    if (lacks || taken) {
      return Came.REJECTED;
    }
    boolean changed = !after.equals(found.get());
    if (changed) {
      if (UPDATED.contains(told.entity())) {
        after.put("updatedAt", Value.text(told.editedAt().toString()));
      }
      boolean rewritten = !Objects.equals(after.get("content"), found.get().get("content"));
      if (rewritten && found.get().get("revision") instanceof Value.Whole(long revision)) {
        after.put("revision", Value.whole(revision + 1));
      }
      tables.put(told.entity(), id, after, write(told));
    }
    patching.settle.forEach(Runnable::run);
    return changed || !patching.settle.isEmpty() ? Came.APPLIED : Came.NOTHING;
  }

  /// One patch on one row.
  private final class Patching {
    private final Told told;
    private final UUID id;
    private final boolean blind;
    private final Map<String, Value> row;
    private final List<Runnable> settle = new ArrayList<>();

    Patching(Told told, UUID id, Map<String, Value> before, boolean blind) {
      this.told = told;
      this.id = id;
      this.blind = blind;
      this.row = new TreeMap<>(before);
    }

    void field(String name, Value setting) {
      if (name.equals("customFields")) {
        SortedMap<String, Value> map = new TreeMap<>(members(row.get(name)));
        members(setting)
            .forEach((key, one) -> put(map, key, decided(name + "." + key, map.get(key), one)));
        row.put(name, new Value.Fields(map));
      } else {
        put(row, name, decided(name, row.get(name), setting));
      }
    }

    private Optional<Value> decided(String name, @Nullable Value is, Value setting) {
      Optional<Value> current = Optional.ofNullable(is);
      Optional<Value> now = Optional.ofNullable(members(setting).get("now"));
      Optional<Value> was = Optional.ofNullable(members(setting).get("was"));
      boolean saw = blind ? current.isEmpty() : was.equals(current);
      Write mine = write(told);
      Optional<Write> other =
          tables
              .lastWrite(id, name)
              .filter(write -> !(write.sameDevice(mine) && mine.laterThan(write)));
      if (current.equals(now) || saw || other.isEmpty()) {
        return now;
      }
      if (told.entity().equals("email_draft") && name.equals("body")) {
        Map<String, Value> so = new TreeMap<>(row);
        now.ifPresent(body -> settle.add(() -> copy(so, body)));
        if (now.isPresent() && mine.user().isPresent()) {
          settle.add(() -> tables.lost("COPY", told.id(), id, name));
        }
        return current;
      }
      boolean win = mine.laterThan(other.get());
      Write loser = win ? other.get() : mine;
      if (loser.user().isPresent()) {
        settle.add(() -> tables.lost("FIELD", loser.mutation(), id, name));
      }
      return win ? now : current;
    }

    private void copy(Map<String, Value> letter, Value body) {
      Map<String, Value> copy = made(told, new TreeMap<>(letter));
      copy.put("body", body);
      copy.put(
          "subject",
          Value.text(
              NaiveTables.text(letter, "subject").map(s -> s + " ").orElse("")
                  + "(conflicted copy)"));
      tables.put("email_draft", DerivedId.conflictedCopy(told.id()), copy, write(told));
    }
  }

  private static void put(Map<String, Value> row, String name, Optional<Value> value) {
    value.ifPresentOrElse(v -> row.put(name, v), () -> row.remove(name));
  }

  private Came delete(Told told, UUID id) {
    if (!id.equals(told.key())) {
      return Came.NOTHING; // merged
    }
    Optional<Map<String, Value>> row = tables.row(told.entity(), id);
    if (row.isEmpty() && tables.isBuried(told.entity(), id)) {
      return Came.NOTHING;
    }
    if (row.isPresent() && !mayChange(told, row.get())) {
      return Came.REJECTED;
    }
    tables.bury(told.entity(), id, write(told));
    return Came.APPLIED;
  }

  private Came restore(Told told, UUID id) {
    if (tables.row(told.entity(), id).isPresent()) {
      return Came.NOTHING;
    }
    Map<String, Value> row = made(told, told.fields("fields"));
    Optional<Map<String, Value>> buried =
        tables.buried(told.entity(), id).filter(fields -> !fields.isEmpty());
    if (buried.isPresent() && !mayChange(told, buried.get())) {
      return Came.REJECTED;
    }
    buried.ifPresent(
        fields ->
            fields.forEach(
                (name, value) -> {
                  if (!CLIENTS.contains(name) && !name.equals("updatedAt")) {
                    row.put(name, value);
                  }
                }));
    if (told.entity().equals("prospect") && tables.holder(row, id).isPresent()) {
      return Came.REJECTED;
    }
    if (told.entity().equals("campaign_step")) {
      return steps.insert(told, id, row);
    }
    tables.put(told.entity(), id, row, write(told));
    return Came.APPLIED;
  }

  private static SortedMap<String, Value> members(@Nullable Value value) {
    return value instanceof Value.Fields(var members) ? members : new TreeMap<>();
  }
}
