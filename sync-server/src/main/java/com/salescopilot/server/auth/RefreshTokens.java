package com.salescopilot.server.auth;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.keys.MasterKeys;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Refresh tokens and their successors.
///
/// A successor is derived from its predecessor, so the same one can be handed out again when the
/// first answer was lost, although only hashes are stored.
final class RefreshTokens {
  /// A client that stays away longer than this signs in again.
  static final Duration IDLE = Duration.ofDays(30);

  private static final String INFO = "refresh";
  private static final int BYTES = 32;

  private final MasterKeys keys;
  private final RandomGenerator random;
  private final Sql insert;
  private final Sql find;
  private final Sql exists;
  private final Sql markChildUsed;
  private final Sql prune;

  RefreshTokens(MasterKeys keys, RandomGenerator random) {
    this.keys = keys;
    this.random = random;
    Statements statements = Statements.load(RefreshTokens.class);
    this.insert = statements.get("insert");
    this.find = statements.get("find");
    this.exists = statements.get("exists");
    this.markChildUsed = statements.get("markChildUsed");
    this.prune = statements.get("prune");
  }

  /// A token that a client presents; one that was never ours looks like any other.
  static final class Presented {
    private final byte[] bytes;

    private Presented(byte[] bytes) {
      this.bytes = bytes;
    }

    /// Reads the text; empty if it cannot be one of our tokens.
    static Optional<Presented> parse(String text) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        boolean canonical = bytes.length == BYTES && text(bytes).equals(text);
        return canonical ? Optional.of(new Presented(bytes)) : Optional.empty();
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }

    byte[] hash() {
      return sha256(bytes);
    }
  }

  /// What is known of a token.
  ///
  /// @param n its place in the chain of its session
  record Known(UUID session, int n, Instant expiresAt, Child child) {}

  /// Whether the successor of a token has been presented.
  enum Child {
    UNSEEN,
    USED
  }

  /// The first token of a session.
  String first(Tx tx, UUID session, Instant now, Instant end) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    store(tx, session, bytes, 0, now, end);
    return text(bytes);
  }

  Optional<Known> find(Tx tx, Presented presented) {
    return tx.maybe(
        find,
        Args.of("hash", presented.hash()),
        row ->
            new Known(
                row.uuid("session_id"),
                row.small("n"),
                row.instant("expires_at"),
                row.flag("child_used") ? Child.USED : Child.UNSEEN));
  }

  /// The successor: the same for every call, made at the first. Only while the session is locked.
  ///
  /// @param end of the session, beyond which no token lives
  String successor(Tx tx, Presented presented, Known known, Instant now, Instant end) {
    Args parent = Args.of("session", known.session()).and("n", known.n() - 1);
    tx.exec(markChildUsed, parent);
    keys.look(); // another process may have made it with a key that is newer than ours
    List<byte[]> candidates =
        keys.all(INFO).stream().map(key -> child(key, presented, known.n())).toList();
    for (byte[] candidate : candidates) {
      Args hash = Args.of("hash", sha256(candidate));
      if (tx.maybe(exists, hash, row -> row.small("n")).isPresent()) {
        return text(candidate);
      }
    }
    store(tx, known.session(), candidates.getFirst(), known.n() + 1, now, end);
    tx.exec(prune, Args.of("session", known.session()).and("n", known.n()));
    return text(candidates.getFirst());
  }

  private void store(Tx tx, UUID session, byte[] token, int n, Instant now, Instant end) {
    Instant idle = now.plus(IDLE);
    tx.exec(
        insert,
        Args.of("hash", sha256(token))
            .and("session", session)
            .and("n", n)
            .and("expires", idle.isBefore(end) ? idle : end));
  }

  private static byte[] child(byte[] key, Presented presented, int n) {
    return Passwords.hmac(
        key, ByteBuffer.allocate(BYTES + Integer.BYTES).put(presented.bytes).putInt(n).array());
  }

  private static String text(byte[] token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
