package com.salescopilot.server.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.server.auth.Identities.Linked;
import com.salescopilot.server.codes.Grant;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.oidc.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Decides who comes back from a provider: somebody we know, somebody new, or somebody who has to
/// show first whose account it is. The app learns it when it brings the code.
final class Arrivals {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final String SAME_PERSON = "oauth_connection_identity";

  private final Database database;
  private final Accounts accounts;
  private final SignUp signUp;
  private final SignUpPolicy policy;
  private final Identities identities;
  private final OneTimeCodes codes;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  Arrivals(
      Database database,
      Accounts accounts,
      SignUp signUp,
      SignUpPolicy policy,
      Identities identities,
      OneTimeCodes codes,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.signUp = signUp;
    this.policy = policy;
    this.identities = identities;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
  }

  /// What a code that is brought to the app stands for; its name is stored.
  enum End {
    /// Signs in.
    SIGN_IN,
    /// Links, if the one who began confirms it.
    LINK,
    /// There is an account with this address.
    LINK_NEEDED,
    /// The provider vouches for no address.
    EMAIL_UNUSABLE,
    /// Accounts are made by invitation here.
    INVITED_ONLY
  }

  /// Somebody has come back.
  ///
  /// @param linking the account that shall be linked; empty for a sign-in
  /// @return the code for the app
  String arrived(Browser browser, Optional<UserId> linking, Identity identity) {
    if (linking.isPresent()) {
      UserId user = linking.get();
      return database.asUser(linking, tx -> link(tx, browser, user, identity));
    }
    try {
      return decide(browser, identity);
    } catch (DbFailure.Conflict e) {
      if (!e.constraint().equals(SAME_PERSON)) {
        throw e;
      }
      return decide(browser, identity); // the same person, in another browser at the same time
    }
  }

  private String decide(Browser browser, Identity identity) {
    Instant now = clock.instant();
    Optional<String> known =
        database.asUser(
            Optional.empty(),
            tx ->
                identities
                    .find(tx, browser.provider(), identity.subject())
                    .map(
                        linked -> {
                          identities.renew(tx, linked, identity, now);
                          return code(tx, browser, End.SIGN_IN, Optional.of(linked.user()), now);
                        }));
    return known.orElseGet(() -> unknown(browser, identity));
  }

  private String unknown(Browser browser, Identity identity) {
    if (identity.email().isEmpty()) {
      return refusal(browser, End.EMAIL_UNUSABLE);
    }
    if (accounts.find(identity.email().get()).isPresent()) {
      return refusal(browser, End.LINK_NEEDED);
    }
    return switch (policy) {
      case INVITED -> refusal(browser, End.INVITED_ONLY);
      case OPEN -> open(browser, identity);
    };
  }

  private String open(Browser browser, Identity identity) {
    try {
      return signUp.vouched(
          identity.email().orElseThrow(),
          identity.firstName(),
          identity.lastName(),
          (tx, account, _, now) -> {
            Linked linked = new Linked(ids.get(), account.id());
            identities.insert(tx, linked, browser.provider(), identity, now);
            return code(tx, browser, End.SIGN_IN, Optional.of(account.id()), now);
          });
    } catch (AppError.Conflict _) {
      return refusal(browser, End.LINK_NEEDED); // made by somebody else just now
    }
  }

  private String refusal(Browser browser, End end) {
    return database.asUser(
        Optional.empty(), tx -> code(tx, browser, end, Optional.empty(), clock.instant()));
  }

  private String code(Tx tx, Browser browser, End end, Optional<UserId> user, Instant now) {
    ObjectNode data = browser.toJson().put("end", end.name());
    return issue(tx, data, user, now);
  }

  /// What the provider grants waits, sealed, beside the code.
  private String link(Tx tx, Browser browser, UserId user, Identity identity) {
    Instant now = clock.instant();
    UUID id = ids.get();
    ObjectNode data = browser.toJson().put("end", End.LINK.name());
    identities.note(tx, data, new Linked(id, user), identity);
    return issue(tx, data, Optional.of(user), now);
  }

  private String issue(Tx tx, ObjectNode data, Optional<UserId> user, Instant now) {
    return codes
        .issue(tx, new Grant(Grant.Kind.OAUTH_CODE, user, Optional.empty(), data), MINUTE, now)
        .code();
  }
}
