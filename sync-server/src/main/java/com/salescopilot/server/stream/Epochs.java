package com.salescopilot.server.stream;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The lives of the database. After a restore or a failover it may have lost the last of what it
/// did, mails among it: in the transaction that begins the next life, every mail that may still
/// leave is frozen, until a proof or a person says what became of it.
public final class Epochs {
  private static final System.Logger LOG = System.getLogger(Epochs.class.getName());
  private static final Actor SERVER = new Actor.Internal("epoch");

  private final Database database;
  private final Streams streams;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final Statements statements = Statements.load(Epochs.class);
  private final Audit audit = new Audit();

  /// The newest commit that there was when this process began: a database that was put back was put
  /// back to it.
  private volatile Optional<Instant> newestAtStart = Optional.empty();

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
    FINGERPRINT,
    /// It has written less than was noted beside it.
    SET_BACK,
    /// A client has read what is not in it.
    CURSOR,
    /// It began and ended in a history that is lost; a client told of it.
    LOST
  }

  /// A life of the database.
  ///
  /// @param frozen how many mails its beginning has frozen; 0 for one that has begun before
  /// @param released whether campaigns may send
  public record Epoch(UUID id, int frozen, boolean released) {}

  /// What a client has to know of a life.
  ///
  /// @param restoredTo the moment whose state it has gone on from; empty for the first
  public record Life(UUID id, Optional<Instant> restoredTo) {
    static Life of(Row row) {
      return new Life(row.uuid("id"), row.instantMaybe("restored_to"));
    }
  }

  /// A mail that is held back.
  public record HeldMail(WorkspaceId workspace, UUID email, String to, String subject) {}

  /// The life that this is, where nothing was noted beside the database.
  public Epoch begin() {
    return begin(_ -> false);
  }

  /// The life that this is. Called before anything works on the database.
  public Epoch begin(HighWater noted) {
    return begin(noted::isAbove);
  }

  private Epoch begin(Predicate<Tx> isSetBack) {
    return database.asWorker(
        tx -> {
          var _ = tx.one(statements.get("alone"), Args.none(), row -> row.flag("held"));
          Fingerprint here = tx.one(statements.get("here"), Args.none(), Fingerprint::of);
          Optional<Known> newest = tx.maybe(statements.get("newest"), Args.none(), Known::of);
          newestAtStart =
              tx.one(statements.get("newestCommit"), Args.none(), row -> row.instantMaybe("at"));
          if (newest.isEmpty()) {
            return next(tx, here, Reason.FIRST);
          }
          if (!newest.get().fingerprint().equals(here)) {
            return next(tx, here, Reason.FINGERPRINT);
          }
          return isSetBack.test(tx)
              ? next(tx, here, Reason.SET_BACK)
              : new Epoch(newest.get().id(), 0, newest.get().released());
        });
  }

  /// A life that a client is told of.
  public Life life(UUID id) {
    return database.asWorker(tx -> tx.one(statements.get("life"), Args.of("id", id), Life::of));
  }

  /// Begins the next life, because a client has proved that this one has lost something; unless
  /// that has been done meanwhile.
  ///
  /// @param known the life that the client knows
  /// @param current the life that it found the workspace in
  /// @return the life that the workspace is in now
  public Life proved(WorkspaceId workspace, Optional<UUID> known, Optional<UUID> current) {
    return database.asWorker(
        tx -> {
          var _ = tx.one(statements.get("alone"), Args.none(), row -> row.flag("held"));
          Optional<UUID> now =
              tx.one(
                  statements.get("ofWorkspace"),
                  Args.of("ws", workspace),
                  row -> row.uuidMaybe("epoch"));
          UUID id;
          if (now.isPresent() && !now.equals(current)) {
            id = now.get();
          } else {
            known.ifPresent(
                lost ->
                    tx.exec(
                        statements.get("lost"), Args.of("id", lost).and("reason", Reason.LOST)));
            Fingerprint here = tx.one(statements.get("here"), Args.none(), Fingerprint::of);
            Epoch begun = next(tx, here, Reason.CURSOR);
            LOG.log(
                Level.WARNING,
                "a client has read what this database has lost: {0} mails may have left already"
                    + " and are held back until release-sends",
                begun.frozen());
            id = begun.id();
          }
          return tx.one(statements.get("life"), Args.of("id", id), Life::of);
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
            .and("database", here.database())
            .and("restoredTo", reason == Reason.FIRST ? Optional.empty() : newestAtStart));
    boolean first = reason == Reason.FIRST;
    return new Epoch(id, enter(tx, id, !first), first);
  }

  /// Tells every workspace, in the order of their ids, and freezes what may still leave.
  ///
  /// @return how many mails were frozen
  private int enter(Tx tx, UUID epoch, boolean hold) {
    Map<WorkspaceId, List<Change>> changes =
        new TreeMap<>(Comparator.comparing(WorkspaceId::value));
    workspaces(tx).forEach(workspace -> changes.put(workspace, new ArrayList<>()));
    int found =
        hold
            ? tx.scan(
                statements.get("mayLeave"),
                Args.none(),
                row ->
                    changes
                        .computeIfAbsent(
                            new WorkspaceId(row.uuid("workspace_id")), _ -> new ArrayList<>())
                        .add(new EmailCommand.Freeze(row.uuid("email_id"))))
            : 0;
    changes.forEach(
        (workspace, some) -> {
          Scope scope = Scope.ofSystem(workspace);
          tx.within(
              scope,
              inner -> {
                streams.writeWithin(inner, scope, SERVER, some);
                Args life = Args.of("ws", workspace).and("epoch", epoch).and("hold", hold);
                return inner.exec(statements.get("enter"), life);
              });
        });
    return found;
  }

  /// The mails that a restore has frozen.
  public List<HeldMail> held() {
    List<HeldMail> held = new ArrayList<>();
    for (WorkspaceId workspace : database.asWorker(this::workspaces)) {
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
    for (WorkspaceId workspace : database.asWorker(this::workspaces)) {
      database.inWorkspace(
          Scope.ofSystem(workspace),
          tx -> {
            int freed = tx.exec(statements.get("free"), Args.of("ws", workspace));
            int released = changes.getOrDefault(workspace, List.of()).size();
            if (freed + released > 0) {
              Entry entry = Entry.of(Act.SENDS_RELEASED).in(workspace);
              audit.write(tx, entry.with("mails", Integer.toString(released)), clock.instant());
            }
            return freed;
          });
    }
  }

  private List<WorkspaceId> workspaces(Tx tx) {
    List<WorkspaceId> all = new ArrayList<>();
    tx.scan(
        statements.get("workspaces"),
        Args.none(),
        row -> all.add(new WorkspaceId(row.uuid("workspace_id"))));
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
