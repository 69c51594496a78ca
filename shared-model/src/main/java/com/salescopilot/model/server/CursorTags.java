package com.salescopilot.model.server;

import com.salescopilot.model.protocol.Cursor;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The tags of cursors: `nonce ‖ HMAC-SHA256(K, workspace, owner, rev, nonce)`, 12 bytes. The nonce
/// was drawn when the rev was given out, so the tag names one history of the stream, and only the
/// server can have written it: a client can prove that a database was set back, and cannot invent
/// it.
///
/// Where reading was cut below the stream's head, the head is part of the tag, and the nonce is its
/// commit's: what such a reader has is the stream of that head without the rows above the cursor. A
/// database that was set back to somewhere between has older versions of those rows, below the
/// cursor, and would never show them.
public final class CursorTags {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 8;
  private static final int BYTES = Integer.BYTES + MAC_BYTES;
  private static final int CUT_BYTES = BYTES + Long.BYTES;

  private final Supplier<List<byte[]>> keys;
  private volatile Prepared prepared;

  /// @param keys the one that new tags are made with, then older ones whose tags still count
  public CursorTags(List<byte[]> keys) {
    this(() -> keys);
  }

  /// Tags under keys that may change.
  ///
  /// @param keys the same list as before, or another one when there are other keys; asked at each
  ///   use
  public CursorTags(Supplier<List<byte[]>> keys) {
    this.keys = keys;
    this.prepared = new Prepared(keys.get());
  }

  /// Keys ready to use; each use takes a copy, which spares the preparation of the key.
  private static final class Prepared {
    private final List<byte[]> keys;
    private final List<Mac> macs = new ArrayList<>();

    Prepared(List<byte[]> keys) {
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("There must be one key at least.");
      }
      this.keys = keys;
      try {
        for (byte[] key : keys) {
          Mac mac = Mac.getInstance(ALGORITHM);
          mac.init(new SecretKeySpec(key, ALGORITHM));
          macs.add(mac);
        }
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
      }
    }
  }

  private List<Mac> macs() {
    Prepared last = prepared;
    List<byte[]> now = keys.get();
    if (!now.equals(last.keys)) {
      last = new Prepared(now);
      prepared = last;
    }
    return last.macs;
  }

  /// The cursor of a reader that has come to a rev.
  ///
  /// @param owner of the stream: the workspace, or one of its people
  /// @param head the stream's counter when it was read
  /// @param nonce of the commit that gave out the head
  public Cursor cursor(UUID workspace, UUID owner, long rev, long head, int nonce) {
    ByteBuffer tag =
        ByteBuffer.allocate(rev == head ? BYTES : CUT_BYTES)
            .putInt(nonce)
            .put(mac(macs().getFirst(), workspace, owner, rev, new Tag(nonce, head, NO_MAC)));
    if (rev != head) {
      tag.putLong(head);
    }
    return new Cursor(rev, Base64.getUrlEncoder().withoutPadding().encodeToString(tag.array()));
  }

  private static final byte[] NO_MAC = {};

  /// @param head of the stream when it was read
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Tag(int nonce, long head, byte[] mac) {
    /// What a cursor says, true or not.
    static Optional<Tag> of(Cursor cursor) {
      byte[] tag;
      try {
        tag = Base64.getUrlDecoder().decode(cursor.tag());
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
      if (tag.length != BYTES && tag.length != CUT_BYTES) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(tag);
      int nonce = bytes.getInt();
      byte[] mac = new byte[MAC_BYTES];
      bytes.get(mac);
      return Optional.of(
          new Tag(nonce, bytes.hasRemaining() ? bytes.getLong() : cursor.rev(), mac));
    }
  }

  /// The rev whose commit a cursor vouches for, as it says; whether it says so truly, [#judge]
  /// knows.
  public static long vouched(Cursor cursor) {
    return Tag.of(cursor).map(Tag::head).orElse(cursor.rev());
  }

  /// What a cursor says about a stream.
  ///
  /// @param head the stream's counter
  /// @param floor commits below it are forgotten, so that nothing is known of what vouches for
  ///   less; whoever has read so little reads the stream from the beginning
  /// @param witness the nonce of the commit that gave out the rev that the cursor vouches for
  ///   ([#vouched]) in this history; empty if there is none
  public Standing.Of judge(
      UUID workspace, UUID owner, Cursor cursor, long head, long floor, OptionalInt witness) {
    Optional<Tag> tag = genuine(workspace, owner, cursor);
    if (tag.isEmpty()) {
      return Standing.Of.FORGED;
    }
    long vouched = tag.get().head();
    boolean known = vouched > 0 && vouched >= floor && witness.isPresent();
    boolean other = known && witness.getAsInt() != tag.get().nonce();
    return vouched > head || other ? Standing.Of.LOST : Standing.Of.TRUE;
  }

  /// The tag of a cursor of this stream; empty if no server with one of these keys wrote it.
  private Optional<Tag> genuine(UUID workspace, UUID owner, Cursor cursor) {
    return Tag.of(cursor)
        .filter(
            tag ->
                macs().stream()
                    .anyMatch(
                        mac ->
                            MessageDigest.isEqual(
                                mac(mac, workspace, owner, cursor.rev(), tag), tag.mac())));
  }

  private static byte[] mac(Mac prepared, UUID workspace, UUID owner, long rev, Tag tag) {
    boolean cut = rev != tag.head();
    ByteBuffer message =
        ByteBuffer.allocate((cut ? 6 : 5) * Long.BYTES + Integer.BYTES)
            .putLong(workspace.getMostSignificantBits())
            .putLong(workspace.getLeastSignificantBits())
            .putLong(owner.getMostSignificantBits())
            .putLong(owner.getLeastSignificantBits())
            .putLong(rev)
            .putInt(tag.nonce());
    if (cut) {
      message.putLong(tag.head());
    }
    try {
      Mac mac = (Mac) prepared.clone();
      return Arrays.copyOf(mac.doFinal(message.array()), MAC_BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HmacSHA256 can be copied in every JDK", e);
    }
  }
}
