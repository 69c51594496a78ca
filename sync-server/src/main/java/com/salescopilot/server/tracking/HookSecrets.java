package com.salescopilot.server.tracking;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.keys.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The secrets with which a workspace's programs prove what they report. Two are good at once: to
/// replace one, make the other, give it to the programs, then remove the first.
final class HookSecrets {
  private static final int BYTES = 32;

  private final Database database;
  private final Vault vault;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private final Audit audit = new Audit();
  private final Statements statements = Statements.load(HookSecrets.class);

  /// @param random cryptographically strong
  HookSecrets(
      Database database,
      Vault vault,
      InstantSource clock,
      Supplier<UUID> ids,
      RandomGenerator random) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
    this.ids = ids;
    this.random = random;
  }

  /// A secret without what it is.
  record Known(UUID id, UUID madeBy, Instant createdAt) {}

  /// A secret that was made just now, the only time that it is told.
  record Made(UUID id, UUID madeBy, Instant createdAt, String secret) {}

  /// Makes a secret.
  ///
  /// @throws AppError.Conflict if there are two
  Made make(Caller caller, String source) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    String secret = Proofs.PREFIX + Base64.getEncoder().encodeToString(key);
    Made made = new Made(ids.get(), caller.user().value(), clock.instant(), secret);
    return database.inWorkspace(
        caller.scope(),
        tx -> {
          int added =
              tx.exec(
                  statements.get("add"),
                  Args.of("ws", caller.workspace())
                      .and("id", made.id())
                      .and("secret", vault.seal(tx, place(caller.workspace(), made.id()), secret))
                      .and("user", caller.user())
                      .and("at", made.createdAt()));
          if (added == 0) {
            throw new AppError.Conflict(
                "STATE", "There are two secrets already; remove the one that is used no more.");
          }
          audit.write(tx, entry(Act.HOOK_SECRET_MADE, caller, made.id(), source), clock.instant());
          return made;
        });
  }

  /// Those that are good, the newest first.
  List<Known> known(Caller caller) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.list(
                statements.get("live"),
                Args.of("ws", caller.workspace()),
                row -> new Known(row.uuid("id"), row.uuid("made_by"), row.instant("created_at"))));
  }

  /// Removes a secret: from now on it proves nothing.
  ///
  /// @throws AppError.NotFound if there is none of this id
  void remove(Caller caller, UUID id, String source) {
    boolean gone =
        database.inWorkspace(
            caller.scope(),
            tx -> {
              boolean there =
                  tx.exec(statements.get("remove"), Args.of("ws", caller.workspace()).and("id", id))
                      > 0;
              if (there) {
                audit.write(
                    tx, entry(Act.HOOK_SECRET_REMOVED, caller, id, source), clock.instant());
              }
              return there;
            });
    if (!gone) {
      throw new AppError.NotFound();
    }
  }

  /// What proves a report in a workspace.
  ///
  /// @param tx inside the workspace
  List<String> live(Tx tx, WorkspaceId workspace) {
    List<Sealed> sealed =
        tx.list(
            statements.get("live"),
            Args.of("ws", workspace),
            row -> new Sealed(row.uuid("id"), row.text("secret")));
    return sealed.stream().flatMap(one -> opened(tx, workspace, one).stream()).toList();
  }

  private record Sealed(UUID id, String secret) {}

  private Optional<String> opened(Tx tx, WorkspaceId workspace, Sealed one) {
    return vault.open(tx, place(workspace, one.id()), one.secret());
  }

  private static Vault.Place place(WorkspaceId workspace, UUID id) {
    return new Vault.Place("hook_secret", "secret", id, workspace.value());
  }

  private static Entry entry(Act act, Caller caller, UUID id, String source) {
    return Entry.of(act)
        .in(caller.workspace())
        .by(caller.user())
        .during(caller.session())
        .to(id)
        .from(source);
  }
}
