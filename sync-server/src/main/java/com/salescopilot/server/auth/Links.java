package com.salescopilot.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Arrivals.End;
import com.salescopilot.server.codes.Grant;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.codes.Taken;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.oidc.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The providers that an account can be signed in at. A link is made by the person who is signed in
/// here, and confirmed by the app that began: a browser that somebody was lured into going there
/// with links nothing.
final class Links {
  private final Database database;
  private final Accounts accounts;
  private final Identities identities;
  private final OneTimeCodes codes;
  private final Audit audit;
  private final InstantSource clock;

  Links(
      Database database,
      Accounts accounts,
      Identities identities,
      OneTimeCodes codes,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.identities = identities;
    this.codes = codes;
    this.audit = audit;
    this.clock = clock;
  }

  /// The ways in.
  ///
  /// @param password whether there is one
  record Ways(List<Identities.Shown> items, boolean password) {}

  /// All ways in of the caller.
  Ways list(Caller caller) {
    return database.asUser(
        Optional.of(caller.user()),
        tx ->
            new Ways(
                identities.list(tx, caller.user()),
                accounts.get(tx, caller.user()).passwordHash().isPresent()));
  }

  /// Makes the link that a browser has come back with.
  ///
  /// @throws AppError.Malformed `BAD_CODE` for every code that is not good, or another's
  /// @throws AppError.Conflict `LINKED_ALREADY`, `LINK_TAKEN`
  void confirm(Caller caller, ExchangeCode.Brought brought, String source) {
    Optional<Taken.Code> good =
        database.asUser(Optional.of(caller.user()), tx -> used(tx, caller.user(), brought));
    JsonNode data = good.orElseThrow(Browser::refused).grant().data();
    try {
      boolean _ =
          database.asUser(
              Optional.of(caller.user()),
              tx -> {
                link(tx, caller, data, source);
                return true;
              });
    } catch (DbFailure.Conflict _) {
      throw new AppError.Conflict(
          "LINK_TAKEN", "Another account here is linked to this one of the provider.");
    }
  }

  /// Committed by itself: that the code was used must not be forgotten.
  private Optional<Taken.Code> used(Tx tx, UserId user, ExchangeCode.Brought brought) {
    return codes.take(tx, Grant.Kind.OAUTH_CODE, brought.code(), clock.instant())
            instanceof Taken.Fresh(Taken.Code code)
        ? Optional.of(code)
            .filter(one -> one.grant().user().equals(Optional.of(user)))
            .filter(one -> one.grant().data().path("end").asText().equals(End.LINK.name()))
            .filter(
                one ->
                    Browser.of(one.grant().data()).isMetBy(brought.verifier(), brought.redirect()))
        : Optional.empty();
  }

  private void link(Tx tx, Caller caller, JsonNode data, String source) {
    Instant now = clock.instant();
    Provider provider = Browser.of(data).provider();
    identities.lock(tx, caller.user());
    boolean there =
        identities
            .find(tx, provider, data.path("subject").asText())
            .filter(linked -> linked.user().equals(caller.user()))
            .isPresent();
    if (there) {
      return;
    }
    if (linked(tx, caller.user(), provider)) {
      throw new AppError.Conflict(
          "LINKED_ALREADY",
          "This account is linked to another one of the provider; end that link first.");
    }
    identities.insertNoted(tx, caller.user(), provider, data, now);
    audit.write(tx, entry(Act.ACCOUNT_LINKED, caller, provider, source), now);
  }

  /// Ends a link.
  ///
  /// @throws AppError.NotFound if there is none
  /// @throws AppError.Conflict `LAST_SIGN_IN` if nobody could sign in afterwards
  void unlink(Caller caller, Provider provider, String source) {
    Instant now = clock.instant();
    boolean _ =
        database.asUser(
            Optional.of(caller.user()),
            tx -> {
              identities.lock(tx, caller.user());
              if (!linked(tx, caller.user(), provider)) {
                throw new AppError.NotFound();
              }
              boolean password = accounts.get(tx, caller.user()).passwordHash().isPresent();
              if (!password && identities.list(tx, caller.user()).size() == 1) {
                throw new AppError.Conflict(
                    "LAST_SIGN_IN", "This is the only way into the account; set a password first.");
              }
              identities.delete(tx, caller.user(), provider);
              audit.write(tx, entry(Act.ACCOUNT_UNLINKED, caller, provider, source), now);
              return true;
            });
  }

  private boolean linked(Tx tx, UserId user, Provider provider) {
    return identities.list(tx, user).stream()
        .anyMatch(one -> one.provider().equals(provider.word()));
  }

  private static Entry entry(Act act, Caller caller, Provider provider, String source) {
    return Entry.of(act)
        .by(caller.user())
        .during(caller.session())
        .to(provider.word())
        .from(source);
  }
}
