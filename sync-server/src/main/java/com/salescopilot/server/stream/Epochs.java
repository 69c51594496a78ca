package com.salescopilot.server.stream;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// The lives of the database. After a restore or a failover it may have lost the last of what it
/// did, mails among it: in the transaction that begins the next life, every mail that may still
/// leave is frozen, until a proof or a person says what became of it.
public final class Epochs {
  private static final Actor SERVER = new Actor.Internal("epoch");

  private final Database database;
  private final Streams streams;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final Statements statements = Statements.load(Epochs.class);

  public Epochs(Database database, Streams streams, Supplier<UUID> ids, InstantSource clock) {
    this.database = database;
    this.streams = streams;
    this.ids = ids;
    this.clock = clock;
  }

  /// Why a life began.
  public enum Reason {
    /// The database is new.
    FIRST,
    /// It is another PostgreSQL, timeline or database than the last time.
    FINGERPRINT
  }

  /// A life of the database.
  ///
  /// @param frozen how many mails its beginning has frozen; 0 for one that has begun before
  /// @param released whether campaigns may send
  public record Epoch(UUID id, int frozen, boolean released) {}

  /// A mail that is held back.
  public record HeldMail(WorkspaceId workspace, UUID email, String to, String subject) {}

  /// The life that this is. Called before anything works on the database.
  public Epoch begin() {
    return database.asWorker(
        tx -> {
          var _ = tx.one(statements.get("alone"), Args.none(), row -> row.flag("held"));
          Fingerprint here = tx.one(statements.get("here"), Args.none(), Fingerprint::of);
          Optional<Known> newest = tx.maybe(statements.get("newest"), Args.none(), Known::of);
          if (newest.isPresent() && newest.get().fingerprint().equals(here)) {
            return new Epoch(newest.get().id(), 0, newest.get().released());
          }
          return next(tx, here, newest.isPresent() ? Reason.FINGERPRINT : Reason.FIRST);
        });
  }

  private Epoch next(Tx tx, Fingerprint here, Reason reason) {
    UUID id = ids.get();
    tx.exec(
        statements.get("add"),
        Args.of("id", id)
            .and("at", clock.instant())
            .and("reason", reason)
            .and("system", here.system())
            .and("timeline", here.timeline())
            .and("database", here.database()));
    return switch (reason) {
      case FIRST -> new Epoch(id, 0, true);
      case FINGERPRINT -> new Epoch(id, freeze(tx), false);
    };
  }

  /// Freezes what may still leave, workspace by workspace in the order of their ids.
  private int freeze(Tx tx) {
    Map<WorkspaceId, List<Change>> changes =
        new TreeMap<>(Comparator.comparing(WorkspaceId::value));
    int found =
        tx.scan(
            statements.get("mayLeave"),
            Args.none(),
            row ->
                changes
                    .computeIfAbsent(
                        new WorkspaceId(row.uuid("workspace_id")), _ -> new ArrayList<>())
                    .add(new EmailCommand.Freeze(row.uuid("email_id"))));
    changes.forEach(
        (workspace, some) -> {
          Scope scope = Scope.ofSystem(workspace);
          tx.within(scope, inner -> streams.writeWithin(inner, scope, SERVER, some));
        });
    return found;
  }

  /// The mails that a restore has frozen.
  public List<HeldMail> held() {
    List<HeldMail> held = new ArrayList<>();
    for (WorkspaceId workspace : workspaces()) {
      database.inWorkspace(
          Scope.ofSystem(workspace),
          tx ->
              tx.scan(
                  statements.get("held"),
                  Args.of("ws", workspace),
                  row ->
                      held.add(
                          new HeldMail(
                              workspace,
                              row.uuid("id"),
                              row.text("to_email"),
                              row.text("subject")))));
    }
    return held;
  }

  /// Lets all of these go that are still held, and says that sending is free again.
  public void release(List<HeldMail> mails) {
    Map<WorkspaceId, List<Change>> changes =
        new TreeMap<>(Comparator.comparing(WorkspaceId::value));
    for (HeldMail mail : mails) {
      changes
          .computeIfAbsent(mail.workspace(), _ -> new ArrayList<>())
          .add(new EmailCommand.Release(mail.email()));
    }
    changes.forEach((workspace, some) -> streams.write(Scope.ofSystem(workspace), SERVER, some));
    database.asWorker(tx -> tx.exec(statements.get("released"), Args.of("at", clock.instant())));
  }

  private List<WorkspaceId> workspaces() {
    List<WorkspaceId> all = new ArrayList<>();
    database.asWorker(
        tx ->
            tx.scan(
                statements.get("workspaces"),
                Args.none(),
                row -> all.add(new WorkspaceId(row.uuid("workspace_id")))));
    return all;
  }

  private record Fingerprint(String system, long timeline, long database) {
    static Fingerprint of(Row row) {
      return new Fingerprint(
          row.text("system_identifier"), row.whole("timeline_id"), row.whole("database_oid"));
    }
  }

  private record Known(UUID id, Fingerprint fingerprint, boolean released) {
    static Known of(Row row) {
      return new Known(row.uuid("id"), Fingerprint.of(row), row.flag("released"));
    }
  }
}
