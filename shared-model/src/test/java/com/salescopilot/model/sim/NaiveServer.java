package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.RejectCode;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// The server as one would write it in an afternoon: maps of fields, changed by the JSON of the
/// log, entry by entry. It shares no line with the engine; what each mutation came to, and what the
/// rows are in the end, must be the same.
final class NaiveServer {
  private static final Set<String> NOT_TOLD = Set.of("pauses", "undo");

  private final NaiveTables tables = new NaiveTables();
  private final NaiveRows rows = new NaiveRows(tables);
  private final NaiveCommands commands = new NaiveCommands(tables);
  private final NaiveImports imports = new NaiveImports(tables);

  /// A mutation as the log tells it.
  ///
  /// @param user the author; empty for the server itself
  record Told(
      UUID id,
      String op,
      String entity,
      UUID key,
      SortedMap<String, Value> body,
      Optional<UUID> user,
      boolean admin,
      Optional<UUID> device,
      Instant editedAt,
      Instant now) {

    Optional<String> text(String member) {
      return Optional.ofNullable(body.get(member))
          .flatMap(v -> v instanceof Value.Text(String t) ? Optional.of(t) : Optional.empty());
    }

    SortedMap<String, Value> fields(String member) {
      return body.get(member) instanceof Value.Fields(var members) ? members : new TreeMap<>();
    }

    /// Whether the author may change a row that belongs to its maker.
    boolean mayChange(Map<String, Value> row) {
      boolean owned = Set.of("campaign", "template", "email").contains(entity);
      Value maker = row.get("userId");
      return !owned
          || admin
          || user.isEmpty()
          || Objects.equals(maker, Value.text(user.get().toString()));
    }
  }

  void atRest(Space space) {
    int at = 0;
    for (LogEntry entry : space.log) {
      space.collected.getOrDefault(at++, List.of()).forEach(tables::forget);
      if (entry.target().isEmpty()) {
        tables.refused(entry.id(), rejection(entry).field());
        continue;
      }
      boolean late =
          entry.outcome() instanceof Outcome.Rejected rejected
              && rejected.code() == RejectCode.TOO_LATE;
      Told told = told(entry);
      NaiveTables.Came real = came(entry.outcome());
      NaiveTables.Came came =
          late
              ? NaiveTables.Came.REJECTED
              : isUntold(told) || isUnseenLifting(told, real) ? real : apply(told);
      if (came != real) {
        throw new Broken(Oracle.NAIVE_SERVER, entry + " should have been " + came);
      }
      if (came == NaiveTables.Came.REJECTED && entry.stamp().actor() instanceof Actor.Member) {
        tables.refused(entry.id(), rejection(entry).field());
      }
    }
    compare(space);
  }

  /// Whether it is about a conflict that this model knows nothing of: that somebody removed a row
  /// under an edit which they had not seen depends on revs, and the log has none.
  private boolean isUntold(Told told) {
    return commands.isOnlySeen(told) || isUntoldConflict(told);
  }

  /// Whether somebody wanted to lift a note that was made again meanwhile: it depends on revs too.
  private static boolean isUnseenLifting(Told told, NaiveTables.Came real) {
    return told.entity().equals("suppression")
        && told.op().equals("delete")
        && real == NaiveTables.Came.REJECTED;
  }

  private boolean isUntoldConflict(Told told) {
    return told.entity().equals("conflict")
        && tables.row("conflict", told.key()).isEmpty()
        && !tables.isBuried("conflict", told.key());
  }

  private NaiveTables.Came apply(Told told) {
    return switch (told.op()) {
      case "create", "patch", "delete", "restore" -> rows.apply(told);
      case "prospect.import", "import.undo" -> imports.apply(told);
      default -> commands.apply(told);
    };
  }

  private static Outcome.Rejected rejection(LogEntry entry) {
    return (Outcome.Rejected) entry.outcome();
  }

  private static NaiveTables.Came came(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Applied _ -> NaiveTables.Came.APPLIED;
      case Outcome.Merged _ -> NaiveTables.Came.MERGED;
      case Outcome.NoOp _ -> NaiveTables.Came.NOTHING;
      case Outcome.Rejected _ -> NaiveTables.Came.REJECTED;
    };
  }

  private static Told told(LogEntry entry) {
    Actor actor = entry.stamp().actor();
    Optional<Actor.Member> member =
        actor instanceof Actor.Member m ? Optional.of(m) : Optional.empty();
    RowKey target = entry.target().orElseThrow();
    return new Told(
        entry.id(),
        entry.op(),
        target.entity().table(),
        target.id(),
        ValueJson.members(ValueJson.object(entry.body())),
        member.map(m -> m.user().value()),
        member.filter(m -> m.role().name().equals("ADMIN")).isPresent(),
        member.map(Actor.Member::device),
        entry.stamp().editedAt(),
        entry.stamp().now());
  }

  private void compare(Space space) {
    Set<String> expected = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    for (Doc row : space.rows.values()) {
      String name = row.entity().table() + " " + row.id();
      if (!row.entity().table().equals("conflict")) {
        found.add(name);
        fields(name, tables.row(row.entity().table(), row.id()), row);
      } else if (Set.of("FIELD", "REJECTED", "COPY").contains(row.text("kind").orElse(""))) {
        found.add("conflict " + row.text("kind").orElse("") + " " + row.id());
      }
    }
    tables.eachRow(name -> expected.add(name));
    if (!expected.equals(found)) {
      Set<String> odd = new TreeSet<>(expected);
      odd.removeAll(found);
      found.removeAll(expected);
      throw new Broken(Oracle.NAIVE_SERVER, "lacks " + odd + ", has too much " + found);
    }
  }

  private static void fields(String name, Optional<Map<String, Value>> naive, Doc row) {
    if (naive.isEmpty()) {
      return; // told by the comparison of names
    }
    boolean mail = row.entity().table().equals("email");
    Set<String> names = new TreeSet<>(naive.get().keySet());
    if (!mail) {
      names.addAll(row.fields().keySet());
    }
    names.removeAll(NOT_TOLD);
    for (String field : names) {
      Value expected = naive.get().get(field);
      if (!Optional.ofNullable(expected).equals(row.get(field))) {
        throw new Broken(
            Oracle.NAIVE_SERVER, name + "." + field + " should be " + expected + " in " + row);
      }
    }
  }
}
