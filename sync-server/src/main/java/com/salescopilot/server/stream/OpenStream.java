package com.salescopilot.server.stream;

import com.salescopilot.server.db.Row;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// A stream that this transaction holds, and the revs it gives out: one a commit, and one more for
/// each thousand rows, so that a rev's rows fit a page.
final class OpenStream {
  private static final int ROWS_A_REV = 1_000;
  private final UUID owner;
  private final long before;
  private final long floor;
  private final Optional<UUID> epoch;
  private final boolean sendsHeld;
  private final Optional<Long> nonce;
  private long rows;

  private OpenStream(
      UUID owner,
      long before,
      long floor,
      Optional<UUID> epoch,
      boolean sendsHeld,
      Optional<Long> nonce) {
    this.owner = owner;
    this.before = before;
    this.floor = floor;
    this.epoch = epoch;
    this.sendsHeld = sendsHeld;
    this.nonce = nonce;
  }

  /// One that has no row.
  OpenStream(UUID owner) {
    this(owner, 0, 0, Optional.empty(), false, Optional.empty());
  }

  static OpenStream of(Row row) {
    return new OpenStream(
        row.uuid("owner"),
        row.whole("head"),
        row.whole("floor"),
        row.uuidMaybe("epoch"),
        row.flag("sends_held"),
        row.wholeMaybe("nonce"));
  }

  Optional<UUID> epoch() {
    return epoch;
  }

  boolean sendsHeld() {
    return sendsHeld;
  }

  /// The nonce of the commit that gave out the rev that was looked up.
  OptionalInt nonce() {
    return nonce.isPresent() ? OptionalInt.of((int) (long) nonce.get()) : OptionalInt.empty();
  }

  UUID owner() {
    return owner;
  }

  /// The rev below which removals and commits are forgotten.
  long floor() {
    return floor;
  }

  long nextRev() {
    rows++;
    return head();
  }

  long head() {
    return rows == 0 ? before : before + 1 + (rows - 1) / ROWS_A_REV;
  }

  boolean moved() {
    return rows > 0;
  }
}
