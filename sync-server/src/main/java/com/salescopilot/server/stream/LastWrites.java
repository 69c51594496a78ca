package com.salescopilot.server.stream;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.FieldWrite;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.util.Optional;
import java.util.UUID;

/// Who wrote a row or a field of it last, as the log of changes knows.
record LastWrites(Tx tx, Scope scope, Statements statements) {
  private static final UUID NOWHERE = new UUID(0, 0);

  Optional<FieldWrite> last(RowKey key, String field) {
    return tx.maybe(
        statements.get("lastFieldWrite"),
        args(key).and("field", field).and("elsewhere", LogEntry.elsewhere(key.id(), field)),
        LastWrites::write);
  }

  Optional<FieldWrite> last(RowKey key) {
    return tx.maybe(statements.get("lastWrite"), args(key), LastWrites::write);
  }

  private Args args(RowKey key) {
    return Args.of("ws", scope.workspace()).and("id", key.id());
  }

  private static FieldWrite write(Row row) {
    Actor by =
        row.uuidMaybe("user_id")
            .<Actor>map(
                user ->
                    new Actor.Member(
                        new UserId(user), Role.USER, row.uuidMaybe("device_id").orElse(NOWHERE)))
            .orElse(new Actor.Internal("server"));
    return new FieldWrite(row.uuid("id"), by, row.instant("edited_at"));
  }
}
