package com.salescopilot.desktop.ui;

import java.util.Optional;

/// A place in a long list: its row, once that was read. Two slots of one key are the same place.
///
/// @param <T> the rows
public final class Slot<T> {
  private final long key;
  private final Optional<T> row;

  Slot(long key, Optional<T> row) {
    this.key = key;
    this.row = row;
  }

  public long key() {
    return key;
  }

  /// The row; empty until it was read, or if it is gone.
  public Optional<T> row() {
    return row;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slot<?> slot && slot.key == key;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(key);
  }
}
