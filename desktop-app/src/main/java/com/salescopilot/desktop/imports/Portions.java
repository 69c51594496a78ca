package com.salescopilot.desktop.imports;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ImportRow;
import com.salescopilot.model.csv.ImportRows;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.ImportCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The portions of imports. All of an import are kept on this machine before the first is done, so
/// that it goes on after a crash where it was.
final class Portions {
  private static final String KIND = "import";

  private final Desk desk;

  Portions(Desk desk) {
    this.desk = desk;
  }

  /// An import that is under way.
  ///
  /// @param left portions that are still to be done
  record UnderWay(UUID importId, String file, int left) {}

  /// What an import has done.
  record Done(UUID importId, String file, long created, long updated, boolean undone, int kept) {}

  /// Keeps all portions of an import.
  void keep(UUID importId, String file, ImportMode mode, ImportRows rows) {
    SortedMap<String, String> kept = new TreeMap<>();
    int chunk = 0;
    for (List<ImportRow> portion : rows.chunks()) {
      List<ImportCommand.Person> people = new ArrayList<>();
      for (ImportRow row : portion) {
        people.add(new ImportCommand.Person(imported(importId, row.key()), row.fields()));
      }
      ImportCommand.Run run =
          ImportCommand.Run.of(
              desk.account().user(), importId, chunk, mode, Optional.of(file), people);
      kept.put("%s/%04d".formatted(importId, chunk++), Codec.encode(run));
    }
    store().keepLocalDrafts(KIND, kept);
  }

  private UUID imported(UUID importId, String address) {
    return DerivedId.imported(desk.account().user(), importId, address);
  }

  /// Does the next portion.
  ///
  /// @return the import it belongs to, with what is left of it; empty if nothing is to be done
  Optional<UnderWay> next() {
    if (desk.lastAccount().isEmpty()) {
      return Optional.empty();
    }
    List<String> keys = store().localDraftKeys(KIND);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    String key = keys.getFirst();
    String importId = key.substring(0, key.indexOf('/'));
    ImportCommand.Run run =
        (ImportCommand.Run) Codec.decode(store().localDraft(KIND, key).orElseThrow());
    if (store().row(run.target()).isEmpty()) {
      desk.submit(seen(run));
    }
    store().dropLocalDraft(KIND, key);
    int left = (int) keys.stream().filter(each -> each.startsWith(importId)).count() - 1;
    return Optional.of(new UnderWay(UUID.fromString(importId), run.file().orElse(""), left));
  }

  /// The same people under the ids of the prospects whom this machine knows.
  private ImportCommand.Run seen(ImportCommand.Run run) {
    List<String> addresses = run.people().stream().map(ImportCommand::address).toList();
    Map<String, Doc> known = store().prospectsByAddress(addresses);
    List<ImportCommand.Person> people = new ArrayList<>();
    for (ImportCommand.Person person : run.people()) {
      Optional<Doc> row = Optional.ofNullable(known.get(ImportCommand.address(person)));
      people.add(new ImportCommand.Person(row.map(Doc::id).orElse(person.id()), person.fields()));
    }
    return new ImportCommand.Run(
        run.portion(), run.importId(), run.chunk(), run.mode(), run.file(), people);
  }

  /// What an import has done, by what its portions remember.
  Optional<Done> done(UUID importId) {
    List<Doc> portions = store().related(Relation.PORTIONS_OF_IMPORT, importId);
    if (portions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Done(
            importId,
            portions.getFirst().text("file").orElse(""),
            portions.stream().mapToLong(portion -> portion.whole("created")).sum(),
            portions.stream().mapToLong(portion -> portion.whole("updated")).sum(),
            portions.stream().allMatch(portion -> portion.get("undoneAt").isPresent()),
            portions.stream().mapToInt(portion -> ImportCommand.kept(portion).size()).sum()));
  }

  /// Takes an import back, the last portion first.
  Done undo(UUID importId) {
    List<Doc> portions = new ArrayList<>(store().related(Relation.PORTIONS_OF_IMPORT, importId));
    Instant now = desk.clock().instant();
    // all of it or nothing: a portion that is too old refuses first
    portions.sort(
        Comparator.comparing((Doc portion) -> ImportCommand.isForGood(portion, now))
            .thenComparingLong(portion -> portion.whole("chunk"))
            .reversed());
    for (Doc portion : portions) {
      if (portion.get("undoneAt").isEmpty()) {
        desk.submit(new ImportCommand.Undo(portion.id(), ImportCommand.imported(portion)));
      }
    }
    return done(importId).orElseThrow();
  }

  SqliteStore store() {
    return desk.store();
  }
}
