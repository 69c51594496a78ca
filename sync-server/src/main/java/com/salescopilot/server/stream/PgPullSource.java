package com.salescopilot.server.stream;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.server.PullSource;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One snapshot of PostgreSQL, as one person on one device reads it.
record PgPullSource(Tx tx, Scope scope, UUID device, RowTables tables, Statements statements)
    implements PullSource {

  @Override
  public long head(StreamKind stream) {
    return ofStream(stream, "head");
  }

  @Override
  public long floor(StreamKind stream) {
    return ofStream(stream, "floor");
  }

  private long ofStream(StreamKind stream, String column) {
    return tx.maybe(
            statements.get("stream"),
            Args.of("ws", scope.workspace()).and("owner", RowTables.owner(stream, scope)),
            row -> row.whole(column))
        .orElse(0L);
  }

  @Override
  public List<Doc> rows(Entity entity, long afterRev, int most) {
    return tables.after(tx, scope, entity, afterRev, most);
  }

  @Override
  public List<PullLine.Gone> removals(StreamKind stream, long afterRev, int most) {
    return tx
        .list(
            statements.get("removals"),
            Args.of("ws", scope.workspace())
                .and("owner", RowTables.owner(stream, scope))
                .and("after", afterRev)
                .and("most", most),
            row ->
                Entity.named(row.text("entity"))
                    .map(e -> new PullLine.Gone(new RowKey(e, row.uuid("id")), row.whole("rev"))))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public ChainPosition chain() {
    return tx.maybe(
            statements.get("chain"),
            Args.of("ws", scope.workspace()).and("device", device).and("user", scope.user()),
            row ->
                row.uuidMaybe("last_id")
                    .map(id -> new ChainPosition(row.whole("last_seq"), id))
                    .orElse(ChainPosition.START))
        .orElse(ChainPosition.START);
  }
}
