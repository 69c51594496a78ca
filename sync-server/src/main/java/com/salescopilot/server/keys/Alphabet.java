package com.salescopilot.server.keys;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// How a token is written: short in links, and where case gets lost in lower-case letters.
enum Alphabet {
  BASE64URL {
    @Override
    String write(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    Optional<byte[]> decode(String text) {
      try {
        return Optional.of(Base64.getUrlDecoder().decode(text));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
  },
  /// RFC 4648 §6 in lower case, as mail servers fold the case of local parts.
  BASE32 {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    @Override
    String write(byte[] bytes) {
      StringBuilder out = new StringBuilder();
      int pending = 0;
      int bits = 0;
      for (byte b : bytes) {
        pending = (pending << Byte.SIZE) | (b & 0xFF);
        bits += Byte.SIZE;
        while (bits >= BITS) {
          bits -= BITS;
          out.append(DIGITS.charAt((pending >>> bits) & 31));
        }
        pending &= (1 << bits) - 1;
      }
      if (bits > 0) {
        out.append(DIGITS.charAt((pending << (BITS - bits)) & 31));
      }
      return out.toString();
    }

    @Override
    Optional<byte[]> decode(String text) {
      byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
      int at = 0;
      int pending = 0;
      int bits = 0;
      for (int i = 0; i < text.length(); i++) {
        int digit = DIGITS.indexOf(text.charAt(i));
        if (digit < 0) {
          return Optional.empty();
        }
        pending = (pending << BITS) | digit;
        bits += BITS;
        if (bits >= Byte.SIZE) {
          bits -= Byte.SIZE;
          bytes[at++] = (byte) (pending >>> bits);
        }
        pending &= (1 << bits) - 1;
      }
      return Optional.of(bytes);
    }
  };

  abstract String write(byte[] bytes);

  abstract Optional<byte[]> decode(String text);

  /// The bytes, if the text is the one way to write so many.
  Optional<byte[]> read(String text, int length) {
    int longest = length * 2;
    return text.length() > longest
        ? Optional.empty()
        : decode(text)
            .filter(bytes -> bytes.length == length && write(bytes).equals(text))
            .map(bytes -> Arrays.copyOf(bytes, length));
  }
}
