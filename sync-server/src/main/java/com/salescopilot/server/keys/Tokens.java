package com.salescopilot.server.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names of e-mails that the outside world may hold: in links, addresses and Message-IDs. Each is
/// signed for one purpose, so none can be guessed, and none serves another purpose.
///
/// `version4|kind4 · key tag (2) · id (16) · MAC`: HMAC-SHA256 under a key of the kind. Tokens made
/// with an older master key stay valid as long as that key is there.
public final class Tokens {
  private static final int VERSION = 1;
  private static final int TAG_BYTES = 2;
  private static final int ID_BYTES = 16;
  private static final int HEAD_BYTES = 1 + TAG_BYTES + ID_BYTES;

  private final MasterKeys keys;

  /// Tokens under these keys.
  public Tokens(MasterKeys keys) {
    this.keys = keys;
  }

  /// What a token is good for.
  public enum Kind {
    /// Tells of an open: the pixel's address.
    OPEN(1, "track/open", 10, Alphabet.BASE64URL),
    /// The way out of a campaign: the link in its mails.
    UNSUBSCRIBE(3, "track/unsubscribe", 16, Alphabet.BASE64URL),
    /// Tells of a reply: the address that a reply goes to.
    REPLY(4, "track/reply", 8, Alphabet.BASE32),
    /// Our part of a Message-ID.
    MESSAGE_ID(6, "track/message-id", 8, Alphabet.BASE32);

    private final int number;
    private final String info;
    private final int macBytes;
    private final Alphabet alphabet;

    Kind(int number, String info, int macBytes, Alphabet alphabet) {
      this.number = number;
      this.info = info;
      this.macBytes = macBytes;
      this.alphabet = alphabet;
    }
  }

  /// The token of an id.
  public String of(Kind kind, UUID id) {
    String kid = keys.active();
    byte[] key = keys.derive(kid, kind.info).orElseThrow();
    byte[] head =
        ByteBuffer.allocate(HEAD_BYTES)
            .put((byte) (VERSION << 4 | kind.number))
            .put(tag(kid))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    byte[] token = Arrays.copyOf(head, HEAD_BYTES + kind.macBytes);
    System.arraycopy(mac(key, head), 0, token, HEAD_BYTES, kind.macBytes);
    return kind.alphabet.write(token);
  }

  /// The id that a token names; empty unless it is a token of this kind that we made. What does not
  /// decode, is too long or of another kind is like no token at all.
  public Optional<UUID> read(Kind kind, String text) {
    Optional<byte[]> decoded = kind.alphabet.read(text, HEAD_BYTES + kind.macBytes);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    byte[] token = decoded.get();
    byte[] head = Arrays.copyOf(token, HEAD_BYTES);
    byte[] signature = Arrays.copyOfRange(token, HEAD_BYTES, token.length);
    if (head[0] != (byte) (VERSION << 4 | kind.number)) {
      return Optional.empty();
    }
    boolean ours = signed(kind, head, signature) || (keys.look() && signed(kind, head, signature));
    ByteBuffer id = ByteBuffer.wrap(head, 1 + TAG_BYTES, ID_BYTES);
    return ours ? Optional.of(new UUID(id.getLong(), id.getLong())) : Optional.empty();
  }

  private boolean signed(Kind kind, byte[] head, byte[] signature) {
    byte[] tag = Arrays.copyOfRange(head, 1, 1 + TAG_BYTES);
    return keys.kids().stream()
        .filter(kid -> Arrays.equals(tag, tag(kid)))
        .flatMap(kid -> keys.derive(kid, kind.info).stream())
        .map(key -> Arrays.copyOf(mac(key, head), kind.macBytes))
        .anyMatch(wanted -> MessageDigest.isEqual(wanted, signature));
  }

  private static byte[] tag(String kid) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(kid.getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(hash, TAG_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static byte[] mac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }
}
