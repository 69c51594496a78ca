package com.salescopilot.server.keys;

import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Vault.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// The secrets of one process: its own keys, read from a file that other processes read too.
final class Secrets {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-09-01T08:00:00Z"));

  private final Database database;
  private final MasterKeys keys;
  private final Vault vault;
  private final KeyRotation rotation;

  Secrets(TestDatabase db, KeyFile file) {
    SecureRandom random = new SecureRandom();
    KeyCheck check = new KeyCheck(db.database(), CLOCK, random);
    database = db.database();
    keys = check.open(file);
    vault = new Vault(keys, CLOCK, random);
    rotation = new KeyRotation(database, keys, vault, check);
  }

  MasterKeys keys() {
    return keys;
  }

  Vault vault() {
    return vault;
  }

  void look() {
    rotation.look();
  }

  String seal(Place place, String secret) {
    return database.asUser(Optional.empty(), tx -> vault.seal(tx, place, secret));
  }

  Optional<String> open(Place place, String sealed) {
    return database.asUser(Optional.empty(), tx -> vault.open(tx, place, sealed));
  }

  void shred(UUID owner) {
    boolean _ =
        database.asUser(
            Optional.empty(),
            tx -> {
              vault.shred(tx, owner);
              return true;
            });
  }

  static Place place(UUID owner) {
    return new Place("mailbox", "secret", UUID.randomUUID(), owner);
  }

  /// Leaves a file without its last line.
  static void dropLastLine(Path file) {
    try {
      var lines = Files.readAllLines(file);
      Files.write(file, lines.subList(0, lines.size() - 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
