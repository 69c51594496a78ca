package com.salescopilot.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.keys.Vault;
import com.salescopilot.server.oidc.Identity;
import com.salescopilot.server.oidc.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which account a provider's person is. By the provider's own name for the person: an address may
/// be given to somebody else.
final class Identities {
  private static final String TABLE = "oauth_connection";

  private final Vault vault;
  private final Sql find;
  private final Sql insert;
  private final Sql renew;
  private final Sql list;
  private final Sql delete;
  private final Sql lock;

  Identities(Vault vault) {
    this.vault = vault;
    Statements statements = Statements.load(Identities.class);
    this.find = statements.get("find");
    this.insert = statements.get("insert");
    this.renew = statements.get("renew");
    this.list = statements.get("list");
    this.delete = statements.get("delete");
    this.lock = statements.get("lock");
  }

  /// A person of a provider that an account is linked to.
  record Linked(UUID id, UserId user) {}

  /// A link as the account's owner sees it.
  record Shown(String provider, String email, Instant linkedAt) {}

  Optional<Linked> find(Tx tx, Provider provider, String subject) {
    return tx.maybe(
        find,
        Args.of("provider", provider.word()).and("subject", subject),
        row -> new Linked(row.uuid("id"), new UserId(row.uuid("user_id"))));
  }

  /// Links an account.
  void insert(Tx tx, Linked linked, Provider provider, Identity identity, Instant now) {
    insert(tx, linked, provider, identity.subject(), sealed(tx, linked, identity), now);
  }

  /// Keeps what the provider says now.
  void renew(Tx tx, Linked linked, Identity identity, Instant now) {
    tx.exec(renew, sealed(tx, linked, identity).and("id", linked.id()).and("now", now));
  }

  /// Writes down a link that its account has yet to confirm. The provider's tokens are sealed for
  /// the row that it will be.
  void note(Tx tx, ObjectNode data, Linked linked, Identity identity) {
    Identity.Grant grant = identity.grant();
    data.put("id", linked.id().toString())
        .put("subject", identity.subject())
        .put("email", identity.email().orElse(""));
    grant
        .accessToken()
        .ifPresent(token -> data.put("access", seal(tx, linked, "access_token", token)));
    grant
        .refreshToken()
        .ifPresent(token -> data.put("refresh", seal(tx, linked, "refresh_token", token)));
    grant.expiresAt().ifPresent(end -> data.put("expires", end.toString()));
  }

  /// Makes the link that was written down.
  void insertNoted(Tx tx, UserId user, Provider provider, JsonNode data, Instant now) {
    Linked linked = new Linked(UUID.fromString(data.path("id").asText()), user);
    Args args =
        Args.of("email", data.path("email").asText())
            .and("access", text(data, "access"))
            .and("refresh", text(data, "refresh"))
            .and("expires", text(data, "expires").map(Instant::parse));
    insert(tx, linked, provider, data.path("subject").asText(), args, now);
  }

  List<Shown> list(Tx tx, UserId user) {
    return tx.list(
        list,
        Args.of("user", user),
        row ->
            new Shown(row.text("provider"), row.text("email_address"), row.instant("created_at")));
  }

  /// Ends a link; the provider's tokens go with it.
  void delete(Tx tx, UserId user, Provider provider) {
    tx.exec(delete, Args.of("user", user).and("provider", provider.word()));
  }

  /// Lets nobody else link or unlink this account until the transaction ends.
  void lock(Tx tx, UserId user) {
    var _ = tx.one(lock, Args.of("user", user), row -> row.uuid("id"));
  }

  private void insert(
      Tx tx, Linked linked, Provider provider, String subject, Args rest, Instant now) {
    tx.exec(
        insert,
        rest.and("id", linked.id())
            .and("user", linked.user())
            .and("provider", provider.word())
            .and("subject", subject)
            .and("now", now));
  }

  private Args sealed(Tx tx, Linked linked, Identity identity) {
    Identity.Grant grant = identity.grant();
    return Args.of("email", identity.email().orElse(""))
        .and("access", grant.accessToken().map(token -> seal(tx, linked, "access_token", token)))
        .and("refresh", grant.refreshToken().map(token -> seal(tx, linked, "refresh_token", token)))
        .and("expires", grant.expiresAt());
  }

  private String seal(Tx tx, Linked linked, String column, String token) {
    UUID owner = linked.user().value();
    return vault.seal(tx, new Vault.Place(TABLE, column, linked.id(), owner), token);
  }

  private static Optional<String> text(JsonNode data, String name) {
    return Optional.ofNullable(data.path(name).textValue());
  }
}
