package com.salescopilot.model.server;

import com.salescopilot.model.protocol.Cursor;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The tags of cursors: `nonce ‖ HMAC-SHA256(K, workspace, owner, rev, nonce)`, 12 bytes. The nonce
/// was drawn when the rev was given out, so the tag names one history of the stream, and only the
/// server can have written it: a client can prove that a database was set back, and cannot invent
/// it.
public final class CursorTags {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 8;
  private static final int BYTES = Integer.BYTES + MAC_BYTES;

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

  /// The cursor at a rev that the commit with this nonce gave out.
  ///
  /// @param owner of the stream: the workspace, or one of its people
  public Cursor cursor(UUID workspace, UUID owner, long rev, int nonce) {
    byte[] tag =
        ByteBuffer.allocate(BYTES)
            .putInt(nonce)
            .put(mac(macs().getFirst(), workspace, owner, rev, nonce))
            .array();
    return new Cursor(rev, Base64.getUrlEncoder().withoutPadding().encodeToString(tag));
  }

  /// The nonce of a cursor of this stream; empty if no server with one of these keys wrote it.
  public OptionalInt nonce(UUID workspace, UUID owner, Cursor cursor) {
    byte[] tag;
    try {
      tag = Base64.getUrlDecoder().decode(cursor.tag());
    } catch (IllegalArgumentException e) {
      return OptionalInt.empty();
    }
    if (tag.length != BYTES) {
      return OptionalInt.empty();
    }
    int nonce = ByteBuffer.wrap(tag).getInt();
    byte[] claimed = Arrays.copyOfRange(tag, Integer.BYTES, BYTES);
    for (Mac mac : macs()) {
      if (MessageDigest.isEqual(mac(mac, workspace, owner, cursor.rev(), nonce), claimed)) {
        return OptionalInt.of(nonce);
      }
    }
    return OptionalInt.empty();
  }

  /// What a cursor says about a stream.
  ///
  /// @param head the stream's counter
  /// @param witness the nonce of the commit that gave out the cursor's rev in this history; empty
  ///   if there is none
  public Standing.Of judge(
      UUID workspace, UUID owner, Cursor cursor, long head, OptionalInt witness) {
    OptionalInt nonce = nonce(workspace, owner, cursor);
    if (nonce.isEmpty()) {
      return Standing.Of.FORGED;
    }
    boolean other = witness.isPresent() && witness.getAsInt() != nonce.getAsInt();
    return cursor.rev() > head || (cursor.rev() > 0 && other) ? Standing.Of.LOST : Standing.Of.TRUE;
  }

  private static byte[] mac(Mac prepared, UUID workspace, UUID owner, long rev, int nonce) {
    ByteBuffer message =
        ByteBuffer.allocate(5 * Long.BYTES + Integer.BYTES)
            .putLong(workspace.getMostSignificantBits())
            .putLong(workspace.getLeastSignificantBits())
            .putLong(owner.getMostSignificantBits())
            .putLong(owner.getLeastSignificantBits())
            .putLong(rev)
            .putInt(nonce);
    try {
      Mac mac = (Mac) prepared.clone();
      return Arrays.copyOf(mac.doFinal(message.array()), MAC_BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HmacSHA256 can be copied in every JDK", e);
    }
  }
}
