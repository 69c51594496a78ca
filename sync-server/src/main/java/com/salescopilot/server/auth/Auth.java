package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.egress.WebClient;
import com.salescopilot.server.http.Authenticator;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.keys.Vault;
import com.salescopilot.server.oidc.OpenIdProvider;
import com.salescopilot.server.oidc.Provider;
import com.salescopilot.server.oidc.Registration;
import com.salescopilot.server.post.Post;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Everything about accounts, put together.
public final class Auth {
  private final List<Routes> routes;
  private final Routes browserRoutes;
  private final Authenticator authenticator;
  private final ChangedSessions changed;
  private final Sessions sessions;
  private final SignUp signUp;
  private final Accounts accounts;
  private final Database database;

  /// What the operator decided.
  ///
  /// @param relaySender the address of the operator's default mailbox; empty if there is none
  public record Settings(Options options, Optional<String> relaySender) {}

  /// What signing in at a provider needs.
  ///
  /// @param apiUrl where browsers reach this server; asked once it listens
  public record Outside(
      List<Registration> registrations, WebClient web, Vault vault, Supplier<URI> apiUrl) {}

  /// @param random cryptographically strong
  /// @param post empty: this server sends no mail
  /// @param wake told of a workspace in which somebody's session changed
  public Auth(
      Database database,
      MasterKeys keys,
      InstantSource clock,
      UuidV7 ids,
      RandomGenerator random,
      Json json,
      Settings settings,
      Invitations invitations,
      Departure departure,
      Optional<Post> post,
      Outside outside,
      Consumer<WorkspaceId> wake) {
    this(
        database,
        keys,
        clock,
        ids,
        random,
        json,
        settings,
        invitations,
        departure,
        post,
        outside,
        wake,
        Passwords.Cost.STANDARD);
  }

  /// As above, with passwords that cost something else.
  Auth(
      Database database,
      MasterKeys keys,
      InstantSource clock,
      UuidV7 ids,
      RandomGenerator random,
      Json json,
      Settings settings,
      Invitations invitations,
      Departure departure,
      Optional<Post> post,
      Outside outside,
      Consumer<WorkspaceId> wake,
      Passwords.Cost cost) {
    this.database = database;
    this.changed = new ChangedSessions(database, clock, wake);
    this.accounts = new Accounts(database);
    Passwords passwords = new Passwords(keys, new HashGate(), random, cost);
    AccessTokens access = new AccessTokens(keys, clock, ids, json);
    RefreshTokens refreshTokens = new RefreshTokens(keys, random);
    Devices devices = new Devices(keys, random);
    Audit audit = new Audit();
    OneTimeCodes codes = new OneTimeCodes(ids::next, random);
    this.sessions = new Sessions(changed);
    SignIns signIns = new SignIns(ids, access, refreshTokens, devices, audit);
    Identities identities = new Identities(outside.vault());
    Throttle throttle = new Throttle(clock);
    Reauthentication reauthentication =
        new Reauthentication(passwords, throttle, database, sessions, clock);
    PersonalWorkspace personal = new PersonalWorkspace(ids, settings.relaySender());
    this.signUp =
        new SignUp(database, accounts, personal, passwords, signIns, ids, invitations, clock);
    this.routes =
        List.of(
            new AuthRoutes(
                settings.options(),
                signUp,
                new LogIn(
                    database, accounts, personal, passwords, devices, throttle, signIns, audit,
                    clock),
                new Refresh(database, accounts, refreshTokens, signIns, sessions, audit, clock),
                throttle,
                accounts,
                database),
            new PasswordRoutes(
                new ForgottenPassword(
                    database, accounts, passwords, sessions, throttle, codes, audit, post, clock)),
            new AccountRoutes(
                new AccountExport(database, accounts, sessions, audit, clock),
                new DeleteAccount(
                    database, accounts, reauthentication, sessions, departure, audit, clock)),
            new SessionRoutes(
                database,
                sessions,
                new ChangePassword(
                    database, accounts, reauthentication, passwords, sessions, codes, audit, clock),
                audit,
                clock));
    this.browserRoutes =
        new BrowserRoutes(
            new Elsewhere(
                database,
                providers(outside, json, clock),
                codes,
                keys,
                outside.apiUrl(),
                new Arrivals(
                    database,
                    accounts,
                    signUp,
                    settings.options().signup(),
                    identities,
                    codes,
                    ids::next,
                    clock),
                clock),
            new ExchangeCode(database, accounts, codes, signIns, sessions, audit, clock),
            new Links(database, accounts, identities, codes, audit, clock),
            throttle);
    this.authenticator = new TokenAuthenticator(access, changed);
  }

  private static Map<Provider, OpenIdProvider> providers(
      Outside outside, Json json, InstantSource clock) {
    Map<Provider, OpenIdProvider> providers = new EnumMap<>(Provider.class);
    outside
        .registrations()
        .forEach(
            registration ->
                providers.put(
                    registration.provider(),
                    new OpenIdProvider(registration, outside.web(), json, clock)));
    return providers;
  }

  /// The routes below `/auth`.
  public List<Routes> routes() {
    List<Routes> all = new ArrayList<>(routes);
    all.add(browserRoutes);
    return all;
  }

  /// Says who a bearer token stands for.
  public Authenticator authenticator() {
    return authenticator;
  }

  /// What has to be told of changes by other processes.
  public ChangedSessions sessions() {
    return changed;
  }

  /// Makes the access tokens of a user worthless with the commit of `tx`: what they say has become
  /// untrue.
  public void renewTokens(Tx tx, UserId user, Instant now) {
    sessions.renew(tx, user, now);
  }

  /// The account of an address, seen in its first workspace; empty if there is none.
  public Optional<Scope> account(String email) {
    return accounts
        .find(email)
        .map(Accounts.Account::id)
        .map(
            user ->
                database.asUser(
                    Optional.of(user),
                    tx -> new Scope(accounts.memberships(tx, user).getFirst().workspace(), user)));
  }

  /// Makes an account from inside the server, whatever the policy, and signs nobody in.
  ///
  /// @return the new account in its personal workspace
  /// @throws com.salescopilot.server.http.AppError if sign-up would refuse it
  public Scope makeAccount(String email, String password, String firstName, String lastName) {
    return signUp.make(
        new SignUp.Wanted(email, password, firstName, lastName, Optional.empty()),
        (_, account, memberships, _) ->
            new Scope(memberships.getFirst().workspace(), account.id()));
  }
}
