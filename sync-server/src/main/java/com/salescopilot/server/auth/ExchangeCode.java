package com.salescopilot.server.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Accounts.Membership;
import com.salescopilot.server.auth.Arrivals.End;
import com.salescopilot.server.auth.SignIns.Opened;
import com.salescopilot.server.auth.SignIns.Origin;
import com.salescopilot.server.codes.Grant;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.codes.Taken;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Exchanges the code that a browser brought to the app for a session.
///
/// A code that comes twice was copied on its way, so the session that it opened ends.
final class ExchangeCode {
  private final Database database;
  private final Accounts accounts;
  private final OneTimeCodes codes;
  private final SignIns signIns;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;

  ExchangeCode(
      Database database,
      Accounts accounts,
      OneTimeCodes codes,
      SignIns signIns,
      Sessions sessions,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.codes = codes;
    this.signIns = signIns;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /// What the app brings.
  ///
  /// @param redirect the address that the browser was sent back to
  record Brought(String code, String verifier, String redirect) {}

  private sealed interface Outcome {
    record Granted(AuthAnswer answer) implements Outcome {}

    /// Committed, not thrown: that the code was used must not be forgotten.
    record Denied(AppError why) implements Outcome {}
  }

  /// Opens the session.
  ///
  /// @throws AppError.Malformed `BAD_CODE` for every code that is not good, or another app's
  /// @throws AppError.Conflict `LINK_NEEDED`, `EMAIL_UNUSABLE`
  AuthAnswer exchange(Brought brought, Origin origin) {
    Optional<UserId> user =
        database.asUser(
            Optional.empty(), tx -> codes.holder(tx, Grant.Kind.OAUTH_CODE, brought.code()));
    Outcome outcome = database.asUser(user, tx -> redeem(tx, brought, origin));
    return switch (outcome) {
      case Outcome.Granted granted -> granted.answer();
      case Outcome.Denied denied -> throw denied.why();
    };
  }

  private Outcome redeem(Tx tx, Brought brought, Origin origin) {
    Instant now = clock.instant();
    return switch (codes.take(tx, Grant.Kind.OAUTH_CODE, brought.code(), now)) {
      case Taken.Unknown _ -> new Outcome.Denied(Browser.refused());
      case Taken.Again again -> {
        endFirst(tx, again.code(), origin, now);
        yield new Outcome.Denied(Browser.refused());
      }
      case Taken.Fresh fresh ->
          Browser.of(fresh.code().grant().data()).isMetBy(brought.verifier(), brought.redirect())
              ? good(tx, fresh.code(), origin, now)
              : new Outcome.Denied(Browser.refused());
    };
  }

  private Outcome good(Tx tx, Taken.Code code, Origin origin, Instant now) {
    End end = End.valueOf(code.grant().data().path("end").asText());
    return switch (end) {
      case SIGN_IN -> new Outcome.Granted(open(tx, code, origin, now));
      case LINK -> new Outcome.Denied(Browser.refused());
      case LINK_NEEDED ->
          new Outcome.Denied(
              new AppError.Conflict(
                  "LINK_NEEDED",
                  "There is an account with this address already; sign in to it, then link it."));
      case EMAIL_UNUSABLE ->
          new Outcome.Denied(
              new AppError.Conflict(
                  "EMAIL_UNUSABLE",
                  "The provider vouches for no e-mail address; sign up with a password, then link"
                      + " the account."));
      case INVITED_ONLY ->
          new Outcome.Denied(
              new AppError.Forbidden(
                  "INVITED_ONLY",
                  "Accounts on this server are made by invitation; ask a member for one."));
    };
  }

  private AuthAnswer open(Tx tx, Taken.Code code, Origin origin, Instant now) {
    UserId user = code.grant().user().orElseThrow();
    List<Membership> memberships = accounts.memberships(tx, user);
    if (memberships.isEmpty()) {
      throw new AppError.Forbidden(
          "NO_WORKSPACE", "This account is in no workspace; ask for an invitation.");
    }
    Opened opened = signIns.open(tx, user, memberships.getFirst(), origin, now);
    ObjectNode data = code.grant().data().deepCopy();
    codes.note(tx, code.id(), data.put("session", opened.session().id().toString()));
    return signIns.answer(
        accounts.get(tx, user), opened.session(), opened.refreshToken(), memberships);
  }

  private void endFirst(Tx tx, Taken.Code code, Origin origin, Instant now) {
    String session = code.grant().data().path("session").asText("");
    if (!session.isEmpty() && code.grant().user().isPresent()) {
      UserId user = code.grant().user().get();
      UUID first = UUID.fromString(session);
      boolean _ = sessions.end(tx, user, first, now);
      audit.write(tx, Entry.of(Act.CODE_REUSED).by(user).during(first).from(origin.address()), now);
    }
  }
}
