package com.salescopilot.desktop.store;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// An account's store in a directory of its own, with a clock that stands.
record StoreFixture(Path directory) {
  static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  static final Account ANNA =
      new Account(
          "http://127.0.0.1:1",
          UserId.parse("01970000-0000-7000-8000-0000000000aa"),
          WorkspaceId.parse("01970000-0000-7000-8000-0000000000bb"),
          "anna@example.com",
          "Anna",
          "Berg",
          Role.ADMIN);
  private static final UuidV7 IDS =
      new UuidV7(InstantSource.fixed(NOW), RandomGenerator.getDefault());

  static UUID id() {
    return IDS.next();
  }

  StoreFiles files() {
    return new StoreFiles(directory, "desk");
  }

  SqliteStore open() {
    return SqliteStore.open(files(), InstantSource.fixed(NOW), StoreFixture::id, Commit.DURABLE);
  }

  /// The files as a crash at this moment would leave them.
  StoreFixture crashed() {
    Path copy = directory.resolveSibling("crashed-" + id());
    try (Stream<Path> files = Files.list(directory)) {
      Files.createDirectory(copy);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
      return new StoreFixture(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ClientCore core(SqliteStore store) {
    return new ClientCore(store, StoreFixture::id);
  }

  static Actor.Member author(SqliteStore store) {
    return new Actor.Member(ANNA.user(), Role.ADMIN, store.read(tx -> tx.device().id()));
  }

  static UUID submit(SqliteStore store, Change change) {
    return core(store).submit(change, author(store), NOW);
  }

  static RowKey prospect() {
    return new RowKey(Entity.PROSPECT, id());
  }

  static Change create(RowKey key, String email) {
    return new Change.Create(key, fields(Map.of("email", email)));
  }

  static Doc row(RowKey key, long rev, Map<String, String> fields) {
    return new Doc(key.entity(), key.id(), rev, fields(fields));
  }

  private static SortedMap<String, Value> fields(Map<String, String> texts) {
    SortedMap<String, Value> fields = new TreeMap<>();
    texts.forEach((name, text) -> fields.put(name, Value.text(text)));
    return fields;
  }
}
