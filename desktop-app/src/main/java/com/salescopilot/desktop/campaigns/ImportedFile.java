package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A file that was imported, with the prospects whom it made or changed.
record ImportedFile(UUID id, Optional<String> name, Instant at, List<UUID> prospects) {
  private static final int MOST_PORTIONS = 200;

  ImportedFile {
    prospects = List.copyOf(prospects);
  }

  /// The last ones, the last one first; those that were taken back are left out.
  static List<ImportedFile> all(SqliteStore store) {
    long[] keys = store.keys(Entity.PROSPECT_IMPORT, ListQuery.of("").newest());
    long[] some = Arrays.copyOf(keys, Math.min(keys.length, MOST_PORTIONS));
    Map<Long, Doc> rows = store.rows(Entity.PROSPECT_IMPORT, some);
    Map<UUID, ImportedFile> files = new LinkedHashMap<>();
    Arrays.stream(some)
        .mapToObj(rows::get)
        .flatMap(Stream::ofNullable)
        .filter(portion -> portion.get("undoneAt").isEmpty())
        .forEach(
            portion ->
                portion
                    .uuid("importId")
                    .ifPresent(id -> files.merge(id, of(id, portion), ImportedFile::and)));
    return files.values().stream()
        .filter(file -> !file.prospects().isEmpty())
        .sorted((one, other) -> other.at().compareTo(one.at()))
        .toList();
  }

  private static ImportedFile of(UUID id, Doc portion) {
    List<UUID> prospects = new ArrayList<>();
    if (portion.get("undo").isPresent() && portion.get("undo").get() instanceof Value.Fields undo) {
      for (String kind : List.of("made", "changed")) {
        if (undo.members().get(kind) instanceof Value.Fields(var members)) {
          members.keySet().forEach(prospect -> prospects.add(UUID.fromString(prospect)));
        }
      }
    }
    return new ImportedFile(
        id, portion.text("file"), portion.instant("createdAt").orElse(Instant.EPOCH), prospects);
  }

  private ImportedFile and(ImportedFile other) {
    List<UUID> all = new ArrayList<>(prospects);
    all.addAll(other.prospects());
    return new ImportedFile(
        id, name.or(other::name), at.isAfter(other.at()) ? at : other.at(), all);
  }
}
