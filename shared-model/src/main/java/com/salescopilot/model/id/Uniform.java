package com.salescopilot.model.id;

/// Chance that is a hash: the same question has the same answer on every machine, so a forecast can
/// name the instant that a dispatcher will choose.
public final class Uniform {
  private static final int SURPLUS_BITS = Long.SIZE - 53;
  private static final double UNIT = 0x1.0p-53;

  private Uniform() {}

  /// A number in [0, 1): the first 53 bits of SHA-256 over the salt and the parts' texts, joined by
  /// 0x00.
  ///
  /// @param salt what the chance is for, e.g. `gap`
  /// @param parts UUIDs and ids (lower case), int and long (decimal), strings (as they are)
  /// @throws IllegalArgumentException for a part of another type, which has no agreed text
  public static double u(String salt, Object... parts) {
    return (Digest.of(salt, parts).getLong() >>> SURPLUS_BITS) * UNIT;
  }
}
