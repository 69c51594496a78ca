package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.auth.Accounts.Membership;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Opens sessions and says what a client gets to hear of them.
final class SignIns {
  /// However busy a session is, it ends after this.
  private static final Duration ABSOLUTE = Duration.ofDays(90);

  private final UuidV7 ids;
  private final AccessTokens access;
  private final RefreshTokens refresh;
  private final Devices devices;
  private final Audit audit;
  private final Sql insert;

  SignIns(UuidV7 ids, AccessTokens access, RefreshTokens refresh, Devices devices, Audit audit) {
    this.ids = ids;
    this.access = access;
    this.refresh = refresh;
    this.devices = devices;
    this.audit = audit;
    this.insert = Statements.load(SignIns.class).get("insert");
  }

  /// Where a sign-in comes from, as the list of sessions will show it.
  ///
  /// @param device what the client says it is
  /// @param address of its network
  record Origin(String device, String address) {}

  /// A session with its first refresh token.
  record Opened(Session session, String refreshToken) {}

  /// Opens a session in a workspace of the account.
  Opened open(Tx tx, UserId user, Membership membership, Origin origin, Instant now) {
    Session session = new Session(ids.next(), user, membership.workspace(), 0, membership.role());
    Instant end = now.plus(ABSOLUTE);
    tx.exec(
        insert,
        Args.of("id", session.id())
            .and("user", user)
            .and("workspace", session.workspace())
            .and("device", origin.device())
            .and("source", origin.address())
            .and("now", now)
            .and("end", end));
    audit.write(
        tx, Entry.of(Act.SIGN_IN).by(user).during(session.id()).from(origin.address()), now);
    return new Opened(session, refresh.first(tx, session.id(), now, end));
  }

  /// The answer for a session.
  AuthAnswer answer(
      Account account, Session session, String refreshToken, List<Membership> memberships) {
    return new AuthAnswer(
        access.issue(session),
        refreshToken,
        AccessTokens.LIFE.toSeconds(),
        user(account, session),
        devices.issue(account.email()),
        memberships.stream()
            .map(m -> new AuthAnswer.Workspace(m.workspace().value(), m.name(), m.role()))
            .toList());
  }

  static AuthAnswer.User user(Account account, Session session) {
    return new AuthAnswer.User(
        account.id().value(),
        account.email(),
        account.firstName(),
        account.lastName(),
        session.role(),
        session.workspace().value());
  }
}
