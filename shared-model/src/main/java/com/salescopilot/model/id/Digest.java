package com.salescopilot.model.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// SHA-256 over texts joined by the byte 0x00, read as big-endian numbers.
///
/// Only the last part may be free text: a 0x00 inside an earlier one could make two different lists
/// of parts equal.
final class Digest {
  private Digest() {}

  static ByteBuffer of(String first, Object... parts) {
    MessageDigest sha = sha256();
    sha.update(first.getBytes(UTF_8));
    for (Object part : parts) {
      sha.update((byte) 0);
      sha.update(text(part).getBytes(UTF_8));
    }
    return ByteBuffer.wrap(sha.digest());
  }

  private static String text(Object part) {
    return switch (part) {
      case String text -> text;
      case UUID id -> id.toString();
      case WorkspaceId id -> id.toString();
      case UserId id -> id.toString();
      case Integer number -> Integer.toString(number);
      case Long number -> Long.toString(number);
      default ->
          throw new IllegalArgumentException(
              part.getClass().getSimpleName() + " has no agreed text to hash");
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
