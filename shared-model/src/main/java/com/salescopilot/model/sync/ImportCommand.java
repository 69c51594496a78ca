package com.salescopilot.model.sync;

import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ImportRows;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Commands on one portion of an import.
public sealed interface ImportCommand extends Command {

  /// The row that remembers what the portion did.
  UUID portion();

  @Override
  default RowKey target() {
    return new RowKey(Entity.PROSPECT_IMPORT, portion());
  }

  /// Whom a portion made or changed, by what it remembers.
  static List<UUID> imported(Doc portion) {
    SortedMap<String, Value> undo =
        UndoData.members(portion.get("undo").orElse(Value.Fields.none()));
    List<UUID> ids = new ArrayList<>();
    for (Value each : undo.values()) {
      UndoData.members(each).keySet().forEach(id -> ids.add(UUID.fromString(id)));
    }
    return ids;
  }

  /// The canonical address of a person.
  static String address(Person person) {
    return ImportedPerson.key(person);
  }

  /// Whether a portion stands and can no longer be taken back, as too much time has passed.
  static boolean isForGood(Doc portion, Instant now) {
    return portion.get("undoneAt").isEmpty() && ImportUndo.isOver(portion, now);
  }

  /// Whom taking a portion back left as they were, in part or whole.
  static List<UUID> kept(Doc portion) {
    List<UUID> ids = new ArrayList<>();
    if (portion.get("kept").orElse(Value.Fields.none()) instanceof Value.Items(List<Value> kept)) {
      for (Value each : kept) {
        if (each instanceof Value.Text(String id)) {
          ids.add(UUID.fromString(id));
        }
      }
    }
    return ids;
  }

  /// A person to import.
  ///
  /// @param id of the prospect with this address that the author sees, or of the one to make
  /// @param fields what the file says, by REST names
  record Person(UUID id, SortedMap<String, Value> fields) {
    public Person {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
  }

  /// Imports people: makes those whose addresses are not known, and does to the others what the
  /// mode says. Whoever has the address when it arrives is meant.
  ///
  /// @param chunk the number of the portion, from 0
  /// @param file the name of the file, for people
  record Run(
      UUID portion,
      UUID importId,
      int chunk,
      ImportMode mode,
      Optional<String> file,
      List<Person> people)
      implements ImportCommand {
    /// The most people in one command.
    public static final int MOST = ImportRows.CHUNK_ROWS;

    public Run {
      people = List.copyOf(people);
    }

    /// The portion of somebody's import.
    public static Run of(
        UserId user,
        UUID importId,
        int chunk,
        ImportMode mode,
        Optional<String> file,
        List<Person> people) {
      UUID portion = DerivedId.importChunk(user, importId, chunk);
      return new Run(portion, importId, chunk, mode, file, people);
    }

    /// What takes it back.
    public Undo undo() {
      return new Undo(portion, people.stream().map(Person::id).toList());
    }

    @Override
    public String op() {
      return "prospect.import";
    }

    @Override
    public Set<RowKey> touches() {
      Set<RowKey> keys = new LinkedHashSet<>();
      keys.add(target());
      people.forEach(person -> keys.add(new RowKey(Entity.PROSPECT, person.id())));
      return keys;
    }
  }

  /// Takes a portion back: who was made by it and not touched since is removed, fields that still
  /// hold what it set get back what they held; the rest stays, and the row lists it.
  ///
  /// @param prospectIds whom the portion made or changed, as the author sees it
  record Undo(UUID portion, List<UUID> prospectIds) implements ImportCommand {
    public Undo {
      prospectIds = List.copyOf(prospectIds);
    }

    @Override
    public String op() {
      return "import.undo";
    }

    @Override
    public Set<RowKey> touches() {
      Set<RowKey> keys = new LinkedHashSet<>();
      keys.add(target());
      prospectIds.forEach(id -> keys.add(new RowKey(Entity.PROSPECT, id)));
      return keys;
    }
  }

  /// People were erased: what a portion remembers of them is forgotten.
  record Forget(UUID portion, List<UUID> prospectIds) implements ImportCommand {
    public Forget {
      prospectIds = List.copyOf(prospectIds);
    }

    @Override
    public String op() {
      return "import.forget";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }
}
