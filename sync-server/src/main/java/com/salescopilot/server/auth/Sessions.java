package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The open sessions of an account, and their ends.
///
/// Whoever ends or renews a session in a transaction tells this process and, within a moment, all
/// others when it is committed.
final class Sessions {
  private final ChangedSessions changed;
  private final Sql list;
  private final Sql begun;
  private final Sql end;
  private final Sql endOthers;
  private final Sql renew;

  Sessions(ChangedSessions changed) {
    this.changed = changed;
    Statements statements = Statements.load(Sessions.class);
    this.list = statements.get("list");
    this.begun = statements.get("begun");
    this.end = statements.get("end");
    this.endOthers = statements.get("endOthers");
    this.renew = statements.get("renew");
  }

  /// A session as its owner sees it.
  ///
  /// @param device what the client said it is
  /// @param source the network address of the sign-in
  record Shown(
      UUID id, String device, String source, UUID workspaceId, Instant createdAt, Instant usedAt) {}

  /// The sessions of a user that can still be used, the last used first.
  List<Shown> list(Tx tx, UserId user, Instant now) {
    return tx.list(
        list,
        Args.of("user", user).and("now", now).and("idle", now.minus(RefreshTokens.IDLE)),
        row ->
            new Shown(
                row.uuid("id"),
                row.textMaybe("device").orElse(""),
                row.textMaybe("source").orElse(""),
                row.uuid("workspace_id"),
                row.instant("created_at"),
                row.instant("used_at")));
  }

  /// Whether somebody signed in for this session since then; exchanging tokens is no sign-in.
  boolean begunSince(Tx tx, UserId user, UUID session, Instant then) {
    Args args = Args.of("user", user).and("id", session).and("then", then);
    return tx.maybe(begun, args, row -> row.uuid("id")).isPresent();
  }

  /// Ends a session of a user.
  ///
  /// @return whether there was one to end
  boolean end(Tx tx, UserId user, UUID session, Instant now) {
    changed.whenOver(tx);
    return tx.exec(end, Args.of("user", user).and("id", session).and("now", now)) > 0;
  }

  /// Ends all sessions of a user but one.
  void endOthers(Tx tx, UserId user, UUID kept, Instant now) {
    changed.whenOver(tx);
    tx.exec(endOthers, Args.of("user", user).and("kept", kept).and("now", now));
  }

  /// Ends all sessions of a user.
  void endAll(Tx tx, UserId user, Instant now) {
    endOthers(tx, user, new UUID(0, 0), now);
  }

  /// Makes the access tokens of a user worthless, so that clients take new ones, which say the
  /// truth. In whatever workspace a session is: an older token of it may be for another.
  void renew(Tx tx, UserId user, Instant now) {
    changed.whenOver(tx);
    tx.exec(renew, Args.of("user", user).and("now", now));
  }
}
