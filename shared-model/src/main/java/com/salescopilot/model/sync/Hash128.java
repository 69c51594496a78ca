package com.salescopilot.model.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The first 128 bits of a SHA-256: enough to tell two bodies apart, short enough to send along.
///
/// @param hex 32 lower-case hexadecimal digits
public record Hash128(String hex) {
  private static final int DIGITS = 32;

  public Hash128 {
    if (hex.length() != DIGITS || !hex.chars().allMatch(Hash128::isDigit)) {
      throw new IllegalArgumentException("a 128-bit hash has 32 hexadecimal digits");
    }
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /// The hash of a text in UTF-8.
  public static Hash128 of(String text) {
    try {
      byte[] full =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Hash128(HexFormat.of().formatHex(full, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
