package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// No value vanishes unseen: each one that was accepted is current, or was replaced by a write that
/// had seen it, or is in a conflict, or went with its row. Read from the log's JSON, not by the
/// engine.
final class ValuesKept {

  /// A value that a logged mutation set.
  private record Setting(
      LogEntry entry,
      UUID row,
      String field,
      Optional<Value> now,
      Optional<Value> was,
      boolean blind) {}

  void atRest(Space space) {
    Map<String, List<Setting>> settings = new LinkedHashMap<>();
    for (LogEntry entry : space.log) {
      if (entry.outcome() instanceof Outcome.Applied && entry.target().isPresent()) {
        for (Setting setting : settings(space, entry)) {
          settings
              .computeIfAbsent(setting.row() + setting.field(), k -> new ArrayList<>())
              .add(setting);
        }
      }
    }
    settings.values().forEach(onField -> check(space, onField));
  }

  private static void check(Space space, List<Setting> onField) {
    for (int i = 0; i < onField.size(); i++) {
      Setting setting = onField.get(i);
      if (setting.now().isPresent()
          && !isCurrent(space, setting)
          && !isSuperseded(onField, i)
          && !stoodAlready(onField, i)
          && !wasImportedOver(space, setting)
          && !isTold(space, onField, i)
          && !importerWasTold(space, setting)) {
        throw new Broken(Oracle.KEPT, "a value vanished: " + setting + " of " + onField);
      }
    }
  }

  private static boolean isCurrent(Space space, Setting setting) {
    Doc row = space.rows.get(new RowKey(entity(setting.entry()), setting.row()));
    return row == null
        || value(row, setting.field()).equals(setting.now())
        || wasRemoved(space, setting);
  }

  /// A row that was removed and brought back is another one.
  private static boolean wasRemoved(Space space, Setting setting) {
    return later(space, setting)
        .anyMatch(
            entry -> entry.op().equals("delete") && entry.outcome() instanceof Outcome.Applied);
  }

  /// An import that overwrites was asked to, whatever is there, and its undo with it.
  private static boolean wasImportedOver(Space space, Setting setting) {
    return later(space, setting)
        .anyMatch(entry -> Set.of("prospect.import", "import.undo").contains(entry.op()));
  }

  /// What happened to the row afterwards. Who set what stood already is not among those who did
  /// something to it, but has a place in the log.
  private static Stream<LogEntry> later(Space space, Setting setting) {
    List<LogEntry> about = space.about.getOrDefault(setting.row(), List.of());
    int place = about.indexOf(setting.entry());
    if (place >= 0) {
      return about.subList(place + 1, about.size()).stream();
    }
    int own = space.log.indexOf(setting.entry());
    return about.stream().filter(entry -> space.log.indexOf(entry) > own);
  }

  private static boolean isSuperseded(List<Setting> onField, int i) {
    Setting setting = onField.get(i);
    for (Setting later : onField.subList(i + 1, onField.size())) {
      boolean own =
          Actor.sameDevice(later.entry().stamp().actor(), setting.entry().stamp().actor());
      boolean saw = !later.blind() && later.was().equals(setting.now());
      if (own || saw) {
        return true;
      }
    }
    return false;
  }

  /// Who sets what stands already is no writer of it; it goes when its writer writes on.
  private static boolean stoodAlready(List<Setting> onField, int i) {
    Setting setting = onField.get(i);
    if (setting.entry().fields().contains(setting.field())) {
      return false;
    }
    for (int j = 0; j < i; j++) {
      if (onField.get(j).now().equals(setting.now()) && isSuperseded(onField, j)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTold(Space space, List<Setting> onField, int i) {
    Setting setting = onField.get(i);
    for (Setting same : onField) {
      if (same.now().equals(setting.now()) && wasTold(space, same)) {
        return true;
      }
    }
    return space.about.containsKey(DerivedId.conflictedCopy(setting.entry().id()));
  }

  /// The conflict is about the row as it was called then; it may have become another since.
  private static boolean wasTold(Space space, Setting setting) {
    return Stream.of(setting.row(), setting.entry().target().orElseThrow().id())
        .anyMatch(
            row -> wasTold(space, DerivedId.conflict(setting.entry().id(), row, setting.field())));
  }

  /// Who sets what an import wrote just before is no writer of it; its writer is told.
  private static boolean importerWasTold(Space space, Setting setting) {
    return !setting.entry().fields().contains(setting.field())
        && space.about.getOrDefault(setting.row(), List.of()).stream()
            .filter(entry -> entry.op().equals("prospect.import"))
            .anyMatch(
                entry ->
                    wasTold(space, DerivedId.conflict(entry.id(), setting.row(), setting.field())));
  }

  /// Whether there is such a conflict, or was until its owner resolved it.
  static boolean wasTold(Space space, UUID conflict) {
    return space.rows.containsKey(new RowKey(Entity.CONFLICT, conflict))
        || space.about.containsKey(conflict);
  }

  private static Entity entity(LogEntry entry) {
    return entry.target().orElseThrow().entity();
  }

  /// The value of a field, or of a key of a map as `customFields.budget`.
  static Optional<Value> value(Doc row, String field) {
    int dot = field.indexOf('.');
    if (dot < 0) {
      return row.get(field);
    }
    return row.get(field.substring(0, dot)).orElse(Value.Fields.none()) instanceof Value.Fields map
        ? Optional.ofNullable(map.members().get(field.substring(dot + 1)))
        : Optional.empty();
  }

  private static List<Setting> settings(Space space, LogEntry entry) {
    List<Setting> settings = new ArrayList<>();
    boolean creates = entry.op().equals("create") || entry.op().equals("restore");
    if (!creates && !entry.op().equals("patch")) {
      return settings;
    }
    UUID row = written(space, entry);
    Map<String, Value> body = ValueJson.members(ValueJson.object(entry.body()));
    members(body.get(creates ? "fields" : "set"))
        .forEach(
            (name, value) -> {
              if (creates && name.equals("customFields")) {
                members(value)
                    .forEach(
                        (key, v) ->
                            settings.add(
                                new Setting(
                                    entry,
                                    row,
                                    name + "." + key,
                                    Optional.of(v),
                                    Optional.empty(),
                                    true)));
              } else if (creates) {
                settings.add(
                    new Setting(entry, row, name, Optional.of(value), Optional.empty(), true));
              } else if (name.equals("customFields")) {
                members(value).forEach((key, v) -> set(settings, entry, row, name + "." + key, v));
              } else {
                set(settings, entry, row, name, value);
              }
            });
    return settings;
  }

  private static void set(
      List<Setting> settings, LogEntry entry, UUID row, String field, Value change) {
    Map<String, Value> members = members(change);
    settings.add(
        new Setting(
            entry,
            row,
            field,
            Optional.ofNullable(members.get("now")),
            Optional.ofNullable(members.get("was")),
            false));
  }

  /// The row that was written: the target, or what it had become by then.
  private static UUID written(Space space, LogEntry entry) {
    UUID target = entry.target().orElseThrow().id();
    if (entry.fields().stream().anyMatch(field -> !field.contains("/"))) {
      return target;
    }
    Doc alias = space.rows.get(new RowKey(Entity.PROSPECT_ALIAS, target));
    Optional<UUID> now = Optional.ofNullable(alias).flatMap(row -> row.uuid("toId"));
    return entry.fields().stream()
        .map(field -> UUID.fromString(field.substring(0, field.indexOf('/'))))
        .findFirst()
        .or(() -> now)
        .orElse(target);
  }

  private static Map<String, Value> members(@Nullable Value value) {
    return value instanceof Value.Fields fields ? fields.members() : Map.of();
  }
}
