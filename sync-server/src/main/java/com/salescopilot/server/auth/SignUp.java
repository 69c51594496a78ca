package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.mail.Address;
import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.auth.Accounts.Membership;
import com.salescopilot.server.auth.SignIns.Opened;
import com.salescopilot.server.auth.SignIns.Origin;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Check;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes an account with its personal workspace, and signs it in.
final class SignUp {
  private static final int LONGEST_NAME = 100;
  private static final String TAKEN = "users_email";

  private final Database database;
  private final Accounts accounts;
  private final PersonalWorkspace workspaces;
  private final Passwords passwords;
  private final SignIns signIns;
  private final UuidV7 ids;
  private final Invitations invitations;
  private final InstantSource clock;

  SignUp(
      Database database,
      Accounts accounts,
      PersonalWorkspace workspaces,
      Passwords passwords,
      SignIns signIns,
      UuidV7 ids,
      Invitations invitations,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.passwords = passwords;
    this.signIns = signIns;
    this.ids = ids;
    this.invitations = invitations;
    this.clock = clock;
  }

  /// What a person types in.
  ///
  /// @param inviteCode leads into a workspace beside the personal one
  record Wanted(
      String email,
      String password,
      String firstName,
      String lastName,
      Optional<String> inviteCode) {}

  /// What else belongs to the transaction that makes the account.
  interface Then<T> {
    /// Runs with the account made.
    ///
    /// @param memberships the personal one first
    T run(Tx tx, Account account, List<Membership> memberships, Instant now);
  }

  /// Makes the account and signs it in.
  ///
  /// @throws AppError.Invalid with everything that is not acceptable, or `BAD_CODE`
  /// @throws AppError.Conflict `EMAIL_TAKEN` if the address has an account
  AuthAnswer signUp(Wanted wanted, Origin origin) {
    return make(
        wanted,
        (tx, account, memberships, now) -> {
          Opened opened = signIns.open(tx, account.id(), memberships.getFirst(), origin, now);
          return signIns.answer(account, opened.session(), opened.refreshToken(), memberships);
        });
  }

  /// Makes the account.
  ///
  /// @throws AppError as for [#signUp]
  <T> T make(Wanted wanted, Then<T> then) {
    String email = check(wanted);
    Account account =
        new Account(
            new UserId(ids.next()),
            email,
            Optional.of(passwords.hash(wanted.password())),
            wanted.firstName().strip(),
            wanted.lastName().strip());
    return make(account, wanted.inviteCode(), then);
  }

  /// Makes an account without a password, for an address that somebody else vouches for.
  ///
  /// @param email folded
  /// @throws AppError.Conflict `EMAIL_TAKEN` if the address has an account
  <T> T vouched(String email, String firstName, String lastName, Then<T> then) {
    UserId id = new UserId(ids.next());
    return make(
        new Account(id, email, Optional.empty(), firstName, lastName), Optional.empty(), then);
  }

  private <T> T make(Account account, Optional<String> inviteCode, Then<T> then) {
    Instant now = clock.instant();
    try {
      return database.asUser(
          Optional.of(account.id()),
          tx -> {
            // before the address is looked at: without a code nobody learns who has an account
            Optional<Invitations.Invitation> invitation =
                inviteCode.map(code -> used(tx, code, now));
            accounts.insert(tx, account, now);
            List<Membership> memberships = new ArrayList<>();
            memberships.add(workspaces.make(tx, account, now));
            invitation
                .map(good -> good.enter(tx, account.id(), now))
                .map(place -> new Membership(place.workspace(), place.name(), place.role()))
                .ifPresent(memberships::add);
            return then.run(tx, account, memberships, now);
          });
    } catch (DbFailure.Conflict e) {
      if (e.constraint().equals(TAKEN)) {
        throw new AppError.Conflict(
            "EMAIL_TAKEN", "There is an account with this address already; sign in instead.");
      }
      throw e;
    }
  }

  private Invitations.Invitation used(Tx tx, String code, Instant now) {
    return invitations
        .use(tx, code, now)
        .orElseThrow(() -> AppError.Invalid.badCode("/inviteCode"));
  }

  private static String check(Wanted wanted) {
    Check check = new Check();
    String email =
        switch (Address.parse(wanted.email().strip())) {
          case Address.Accepted accepted -> accepted.address().key();
          case Address.Refused refused -> {
            check.that(false, "/email", refused.reason());
            yield "";
          }
        };
    PasswordRules.refusal(wanted.password(), email)
        .ifPresent(reason -> check.that(false, "/password", reason));
    name(check, wanted.firstName(), "/firstName");
    name(check, wanted.lastName(), "/lastName");
    check.done();
    return email;
  }

  private static void name(Check check, String name, String pointer) {
    check
        .length(name.strip(), 0, LONGEST_NAME, pointer)
        .that(
            name.codePoints().noneMatch(Character::isISOControl),
            pointer,
            "must be a single line without control characters.");
  }
}
