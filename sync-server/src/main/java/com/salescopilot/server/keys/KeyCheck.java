package com.salescopilot.server.keys;

import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes sure that the keys belong to the database.
///
/// A fresh key over old secrets looks healthy until the first mail, so a key is only ever made for
/// a database that has never had one.
public final class KeyCheck {
  private static final String INFO = "key-check";
  private static final byte[] CONSTANT = "sales-copilot".getBytes(StandardCharsets.UTF_8);

  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Seal seal;
  private final Audit audit = new Audit();
  private final Sql find;
  private final Sql insert;
  private final Sql replace;
  private final Sql kids;

  /// A check that is yet to be made.
  ///
  /// @param random cryptographically strong
  public KeyCheck(Database database, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.seal = new Seal(random);
    Statements statements = Statements.load(KeyCheck.class);
    this.find = statements.get("find");
    this.insert = statements.get("insert");
    this.replace = statements.get("replace");
    this.kids = statements.get("kids");
  }

  private record Stored(String kid, String sealed) {}

  /// The keys of the file, or new ones for a database that has none.
  ///
  /// @throws KeysRefused if the file is missing or does not belong to this database
  public MasterKeys open(KeyFile file) {
    Optional<MasterKeys> found = file.read();
    return database.asUser(
        Optional.empty(),
        tx -> {
          Optional<Stored> stored = stored(tx);
          if (stored.isPresent()) {
            MasterKeys keys =
                found.orElseThrow(
                    () ->
                        file.refused(
                            "is missing, and the database holds secrets that need it; put it"
                                + " back"));
            verify(file, keys, stored.get());
            tx.list(kids, Args.none(), row -> row.text("kid"))
                .forEach(kid -> held(file, keys, kid));
            return keys;
          }
          MasterKeys keys = found.orElseGet(() -> file.create(random));
          store(tx, keys);
          return keys;
        });
  }

  /// Passes if the keys of the file open what a backup holds of [KeyCheck].
  ///
  /// @throws KeysRefused if they do not, or there is no file
  public static void ofBackup(KeyFile file, String kid, String sealed) {
    MasterKeys keys =
        file.read()
            .orElseThrow(
                () -> file.refused("is missing, and the backup holds secrets that need it"));
    if (!opens(keys, new Seal(new SecureRandom()), new Stored(kid, sealed))) {
      throw file.refused("does not belong to this backup; put the right one there");
    }
  }

  private Optional<Stored> stored(Tx tx) {
    return tx.maybe(find, Args.none(), row -> new Stored(row.text("kid"), row.text("sealed")));
  }

  private void verify(KeyFile file, MasterKeys keys, Stored stored) {
    if (!opens(keys, seal, stored)) {
      throw file.refused("does not belong to this database; put the right one back");
    }
  }

  private static boolean opens(MasterKeys keys, Seal seal, Stored stored) {
    return keys.derive(stored.kid(), INFO)
        .flatMap(key -> seal.open(key, INFO, stored.sealed()))
        .filter(plain -> Arrays.equals(plain, CONSTANT))
        .isPresent();
  }

  private static void held(KeyFile file, MasterKeys keys, String kid) {
    if (keys.derive(kid, INFO).isEmpty()) {
      throw file.refused("lacks the key " + kid + ", which secrets still need; put its line back");
    }
  }

  /// From now on the constant is the active key's. Of several processes one does it, and writes it
  /// down.
  void moveTo(MasterKeys keys) {
    int _ =
        database.asUser(
            Optional.empty(),
            tx -> {
              Args constant = constant(keys);
              int moved = tx.exec(replace, constant);
              if (moved > 0) {
                audit.write(tx, Entry.of(Act.KEYS_ROTATED).to(keys.active()), clock.instant());
              }
              return moved;
            });
  }

  private void store(Tx tx, MasterKeys keys) {
    tx.exec(insert, constant(keys).and("now", clock.instant()));
  }

  private Args constant(MasterKeys keys) {
    String kid = keys.active();
    byte[] key = keys.derive(kid, INFO).orElseThrow();
    return Args.of("kid", kid).and("sealed", seal.seal(key, INFO, CONSTANT));
  }
}
