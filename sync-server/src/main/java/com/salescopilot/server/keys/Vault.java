package com.salescopilot.server.keys;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Secrets that have to be read again, such as tokens of a provider and passwords of a mailbox.
///
/// Each owner, a workspace or a user, has a data key of its own, which lies beside the secrets and
/// is wrapped by a master key that does not. Without the data key the secrets of its owner are
/// noise, so deleting it destroys them in every copy of the database made later.
public final class Vault {
  private static final Logger LOG = System.getLogger(Vault.class.getName());
  private static final String KEK = "kek";
  private static final int AT_ONCE = 100;

  private final MasterKeys keys;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Seal seal;
  private final Sql find;
  private final Sql insert;
  private final Sql older;
  private final Sql rewrap;
  private final Sql shred;

  /// @param random cryptographically strong
  public Vault(MasterKeys keys, InstantSource clock, RandomGenerator random) {
    this.keys = keys;
    this.clock = clock;
    this.random = random;
    this.seal = new Seal(random);
    Statements statements = Statements.load(Vault.class);
    this.find = statements.get("find");
    this.insert = statements.get("insert");
    this.older = statements.get("older");
    this.rewrap = statements.get("rewrap");
    this.shred = statements.get("shred");
  }

  /// Where a secret stands. It opens nowhere else.
  ///
  /// @param row the id of its row
  /// @param owner the workspace or the user whose data key it is sealed with
  public record Place(String table, String column, UUID row, UUID owner) {
    private String text() {
      return String.join("\n", "secret 1", table, column, row.toString(), owner.toString());
    }
  }

  private record Wrapped(UUID owner, String kid, String key) {
    static Wrapped of(Row row) {
      return new Wrapped(row.uuid("owner_id"), row.text("kid"), row.text("wrapped"));
    }
  }

  /// The text to store at a place.
  ///
  /// @throws KeysRefused if the owner has a data key that does not open
  public String seal(Tx tx, Place place, String secret) {
    byte[] key = find(tx, place.owner()).orElseGet(() -> make(tx, place.owner()));
    return seal.seal(key, place.text(), secret.getBytes(StandardCharsets.UTF_8));
  }

  /// The secret; empty if the text was sealed for another place, was changed, or if the data key of
  /// its owner was destroyed.
  ///
  /// @throws KeysRefused if the owner has a data key that does not open
  public Optional<String> open(Tx tx, Place place, String sealed) {
    return find(tx, place.owner())
        .flatMap(key -> seal.open(key, place.text(), sealed))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// Destroys all secrets of an owner; it can have new ones afterwards.
  public void shred(Tx tx, UUID owner) {
    tx.exec(shred, Args.of("owner", owner));
  }

  /// Wraps some data keys anew that an older master key wraps. One that does not open stays as it
  /// is, for whoever finds out why.
  ///
  /// @param after the owner that the last call ended with
  /// @return the owner that this one ended with; empty if there are no more
  Optional<UUID> rewrap(Tx tx, UUID after) {
    String active = keys.active();
    byte[] kek = keys.derive(active, KEK).orElseThrow();
    List<Wrapped> some =
        tx.list(older, Args.of("kid", active).and("after", after).and("n", AT_ONCE), Wrapped::of);
    for (Wrapped one : some) {
      try {
        byte[] key = unwrap(one);
        tx.exec(
            rewrap,
            Args.of("owner", one.owner())
                .and("kid", active)
                .and("wrapped", seal.seal(kek, bound(one.owner()), key)));
      } catch (KeysRefused e) {
        LOG.log(Level.WARNING, e.getMessage());
      }
    }
    return some.size() < AT_ONCE ? Optional.empty() : Optional.of(some.getLast().owner());
  }

  private Optional<byte[]> find(Tx tx, UUID owner) {
    return tx.maybe(find, Args.of("owner", owner), Wrapped::of).map(this::unwrap);
  }

  private byte[] make(Tx tx, UUID owner) {
    String kid = keys.active();
    byte[] key = new byte[MasterKeys.BYTES];
    random.nextBytes(key);
    tx.exec(
        insert,
        Args.of("owner", owner)
            .and("kid", kid)
            .and("wrapped", seal.seal(keys.derive(kid, KEK).orElseThrow(), bound(owner), key))
            .and("now", clock.instant()));
    return find(tx, owner).orElseThrow(); // another process may have been first
  }

  private byte[] unwrap(Wrapped wrapped) {
    byte[] kek =
        keys.derive(wrapped.kid(), KEK)
            .orElseThrow(
                () ->
                    new KeysRefused(
                        "The master key "
                            + wrapped.kid()
                            + " is missing in the key file, and secrets need it."));
    return seal.open(kek, bound(wrapped.owner()), wrapped.key())
        .orElseThrow(
            () -> new KeysRefused("The data key of " + wrapped.owner() + " does not open."));
  }

  private static String bound(UUID owner) {
    return "data_key 1\n" + owner;
  }
}
