package com.salescopilot.desktop.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.PrivateFiles;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// What waits for a server that takes it no more, so that nobody loses what they did: each change,
/// and the row as it is with it.
final class UnsyncedWork {
  private final SqliteStore store;
  private final List<OutboxEntry> waiting;

  private UnsyncedWork(SqliteStore store, List<OutboxEntry> waiting) {
    this.store = store;
    this.waiting = waiting;
  }

  static UnsyncedWork of(SqliteStore store) {
    return new UnsyncedWork(store, store.outbox());
  }

  /// Writes it for this user alone.
  ///
  /// @return how many changes there are
  int write(Path file) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode changes = json.putArray("changes");
    waiting.forEach(entry -> changes.add(change(entry)));
    try {
      PrivateFiles.write(file, json.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return waiting.size();
  }

  private ObjectNode change(OutboxEntry entry) {
    RowKey target = entry.mutation().change().target();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", entry.stamp().editedAt().toString())
            .put("entity", target.entity().table())
            .put("id", target.id().toString());
    json.set("change", ValueJson.object(Codec.encode(entry.mutation().change())));
    store.row(target).ifPresent(row -> json.set("row", RowJson.write(row)));
    return json;
  }
}
