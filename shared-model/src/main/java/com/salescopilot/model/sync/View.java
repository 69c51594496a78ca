package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import java.util.Optional;
import java.util.UUID;

/// What the rules may look at: PostgreSQL on the server, SQLite on a client, a map in tests.
public interface View {

  /// The row as it stands.
  Optional<Doc> row(RowKey key);

  /// The tombstone of a removed row.
  Optional<Grave> grave(RowKey key);

  /// The accepted write that set a field last, asked only on a clash. A client answers empty.
  Optional<FieldWrite> lastWrite(RowKey key, String field);

  /// The accepted write that changed a row last. A client answers empty.
  Optional<FieldWrite> lastWrite(RowKey key);

  /// The row that holds a natural key. Uniqueness is the server's decision: a client answers empty.
  Optional<UUID> find(NaturalKey key);
}
