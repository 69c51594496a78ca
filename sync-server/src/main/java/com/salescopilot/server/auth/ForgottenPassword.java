package com.salescopilot.server.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.mail.Address;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.auth.Accounts.Account;
import com.salescopilot.server.codes.Grant;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.codes.Taken;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.post.Note;
import com.salescopilot.server.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Replaces a forgotten password by a code that comes by mail and is typed into the app, so that
/// there is no page on the web to imitate.
///
/// Nobody learns from it who has an account: the answer is given before anything is looked up, and
/// a wrong code costs and says the same with and without an account.
final class ForgottenPassword {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  private final Database database;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Throttle throttle;
  private final OneTimeCodes codes;
  private final Audit audit;
  private final Optional<Post> post;
  private final InstantSource clock;

  /// @param post empty: this server sends no mail, and there is no such way here
  ForgottenPassword(
      Database database,
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      Throttle throttle,
      OneTimeCodes codes,
      Audit audit,
      Optional<Post> post,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
    this.codes = codes;
    this.audit = audit;
    this.post = post;
    this.clock = clock;
  }

  /// Sends a code, if there is such an account.
  ///
  /// @param address where the request comes from
  /// @throws AppError.NotFound if this server sends no mail
  /// @throws AppError.Limited if it is asked too often
  void forgot(String typed, String address) {
    Post out = post.orElseThrow(AppError.NotFound::new);
    String email = Accounts.folded(typed);
    throttle.reset(email, address);
    out.send(() -> note(email));
  }

  private Optional<Note> note(String email) {
    return accounts.find(email).flatMap(account -> to(email).map(to -> note(to, account)));
  }

  private Note note(Address to, Account account) {
    Instant now = clock.instant();
    Grant grant =
        new Grant(
            Grant.Kind.RESET,
            Optional.of(account.id()),
            Optional.empty(),
            JsonNodeFactory.instance.objectNode());
    String code =
        database.asUser(
            Optional.of(account.id()),
            tx -> {
              codes.withdrawAll(tx, Grant.Kind.RESET, account.id());
              return codes.issue(tx, grant, LIFE, now).code();
            });
    return new Note(
        to,
        "Your code for a new password",
        """
        Somebody, hopefully you, wants to set a new password for your Sales Copilot account.

        Type this code into the app: %s

        It is good for 30 minutes and once. If you did not ask for it, do nothing; your password stays.
        """
            .formatted(code));
  }

  private static Optional<Address> to(String email) {
    return switch (Address.parse(email)) {
      case Address.Accepted accepted -> Optional.of(accepted.address());
      case Address.Refused _ -> Optional.empty();
    };
  }

  /// Sets a new password and signs everybody out.
  ///
  /// @param address where the request comes from
  /// @throws AppError.NotFound if this server sends no mail
  /// @throws AppError.Invalid if the password is too weak, or `BAD_CODE`
  /// @throws AppError.Limited after too many wrong codes
  void reset(String typed, String code, String wanted, String address) {
    if (post.isEmpty()) {
      throw new AppError.NotFound();
    }
    String email = Accounts.folded(typed);
    String counted = "reset " + email;
    throttle.check(counted, address, "");
    PasswordRules.refusal(wanted, email)
        .ifPresent(
            reason -> {
              throw new AppError.Invalid("/newPassword", reason);
            });
    String hash = passwords.hash(wanted); // before the code is looked at: it costs the most
    if (!replaced(accounts.find(email), code, hash, address)) {
      throttle.failed(counted, address, "");
      throw AppError.Invalid.badCode("/code");
    }
    throttle.succeeded(counted, address, "");
  }

  private boolean replaced(Optional<Account> account, String code, String hash, String address) {
    Instant now = clock.instant();
    return database.asUser(
        account.map(Account::id),
        tx -> {
          UserId user = account.map(Account::id).orElse(NOBODY);
          boolean good = codes.guess(tx, Grant.Kind.RESET, user, code, now) instanceof Taken.Fresh;
          Entry entry =
              Entry.of(good ? Act.PASSWORD_RESET : Act.PASSWORD_RESET_REFUSED).from(address);
          audit.write(tx, account.map(known -> entry.by(known.id())).orElse(entry), now);
          if (good) {
            accounts.setPassword(tx, user, hash, now);
            sessions.endAll(tx, user, now);
          }
          return good;
        });
  }
}
