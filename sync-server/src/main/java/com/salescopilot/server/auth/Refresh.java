package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Accounts.Membership;
import com.salescopilot.server.auth.RefreshTokens.Child;
import com.salescopilot.server.auth.RefreshTokens.Known;
import com.salescopilot.server.auth.RefreshTokens.Presented;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Exchanges a refresh token for its successor and a new access token.
///
/// A token may come again as long as its successor has not been seen: the answer was lost, or two
/// threads asked. After that it can only be a copy, and the session ends for both its holders.
final class Refresh {
  private static final Logger LOG = System.getLogger(Refresh.class.getName());

  private final Database database;
  private final Accounts accounts;
  private final RefreshTokens tokens;
  private final SignIns signIns;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;
  private final Sql owner;
  private final Sql lock;
  private final Sql use;

  Refresh(
      Database database,
      Accounts accounts,
      RefreshTokens tokens,
      SignIns signIns,
      Sessions sessions,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.tokens = tokens;
    this.signIns = signIns;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
    Statements statements = Statements.load(Refresh.class);
    this.owner = statements.get("owner");
    this.lock = statements.get("lock");
    this.use = statements.get("use");
  }

  private record Stored(
      UUID id,
      WorkspaceId workspace,
      int generation,
      Instant expiresAt,
      Optional<Instant> endedAt) {
    static Stored of(Row row) {
      return new Stored(
          row.uuid("id"),
          new WorkspaceId(row.uuid("workspace_id")),
          row.small("generation"),
          row.instant("expires_at"),
          row.instantMaybe("revoked_at"));
    }
  }

  private sealed interface Outcome {}

  private record Granted(AuthAnswer answer) implements Outcome {}

  private record Refused() implements Outcome {}

  /// Committed, not thrown: the end of the session must not be rolled back.
  private record Stolen(UUID session) implements Outcome {}

  /// Rotates.
  ///
  /// @param wanted the workspace to go on in; empty: the one the session is in
  /// @throws AppError.Forbidden `MEMBER_REMOVED` if the account was in this workspace and is no
  ///   longer, `WORKSPACE` if it never was; the token is not used up
  /// @throws AppError.Unauthenticated if the token is unknown, expired, or was used by two
  AuthAnswer refresh(String text, Optional<UUID> wanted) {
    Presented presented = Presented.parse(text).orElseThrow(AppError.Unauthenticated::new);
    UserId user = owner(presented);
    Outcome outcome = database.asUser(Optional.of(user), tx -> rotate(tx, user, presented, wanted));
    return switch (outcome) {
      case Granted granted -> granted.answer();
      case Refused _ -> throw new AppError.Unauthenticated();
      case Stolen stolen -> {
        LOG.log(
            Level.WARNING, "a refresh token was used twice; session {0} ended", stolen.session());
        throw new AppError.Unauthenticated();
      }
    };
  }

  private UserId owner(Presented presented) {
    return database
        .asUser(
            Optional.empty(),
            tx ->
                tx.maybe(
                    owner,
                    Args.of("hash", presented.hash()),
                    row -> new UserId(row.uuid("user_id"))))
        .orElseThrow(AppError.Unauthenticated::new);
  }

  private Outcome rotate(Tx tx, UserId user, Presented presented, Optional<UUID> wanted) {
    Instant now = clock.instant();
    Optional<Stored> locked = tx.maybe(lock, Args.of("hash", presented.hash()), Stored::of);
    Optional<Known> known = tokens.find(tx, presented);
    if (locked.isEmpty() || known.isEmpty() || over(locked.get(), known.get(), now)) {
      return new Refused();
    }
    Stored session = locked.get();
    if (known.get().child() == Child.USED) {
      sessions.end(tx, user, session.id(), now);
      audit.write(tx, Entry.of(Act.REFRESH_REUSED).by(user).during(session.id()), now);
      return new Stolen(session.id());
    }
    List<Membership> memberships = accounts.memberships(tx, user);
    UUID workspace = wanted.orElse(session.workspace().value());
    Optional<Membership> place =
        memberships.stream().filter(m -> m.workspace().value().equals(workspace)).findFirst();
    if (place.isEmpty()) {
      throw workspace.equals(session.workspace().value())
          ? new AppError.Forbidden("MEMBER_REMOVED", "You are no longer in this workspace.")
          : new AppError.Forbidden("WORKSPACE", "You are not a member of this workspace.");
    }
    String successor = tokens.successor(tx, presented, known.get(), now, session.expiresAt());
    tx.exec(use, Args.of("id", session.id()).and("workspace", workspace).and("now", now));
    return new Granted(
        signIns.answer(
            accounts.get(tx, user),
            new Session(
                session.id(),
                user,
                place.get().workspace(),
                session.generation(),
                place.get().role()),
            successor,
            memberships));
  }

  private static boolean over(Stored session, Known token, Instant now) {
    return session.endedAt().isPresent()
        || !session.expiresAt().isAfter(now)
        || !token.expiresAt().isAfter(now);
  }
}
