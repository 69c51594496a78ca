package com.salescopilot.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Looks for secrets in files and texts: as they are, in both kinds of Base64 at any place of a
/// longer text, in hex and as part of an address.
public final class SecretScan {
  private static final int PREFIX = 3;

  private final Map<String, byte[]> needles = new LinkedHashMap<>();
  private final boolean[] beginnings = new boolean[1 << 24];

  /// Looks for one more.
  public SecretScan add(String name, String secret) {
    return add(name, secret.getBytes(StandardCharsets.UTF_8), secret);
  }

  /// Looks for bytes.
  public SecretScan add(String name, byte[] secret) {
    return add(name, secret, new String(secret, StandardCharsets.ISO_8859_1));
  }

  private SecretScan add(String name, byte[] bytes, String text) {
    if (bytes.length < 8) {
      throw new IllegalArgumentException(name + " is so short that it could be anywhere");
    }
    needle(name, bytes);
    needle(name + " in hex", HexFormat.of().formatHex(bytes));
    needle(name + " in HEX", HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
    needle(name + " in an address", URLEncoder.encode(text, StandardCharsets.UTF_8));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      // what depends on the neighbours is left out
      int from = shift == 0 ? 0 : shift + 1;
      int to = shifted.length * 8 / 6;
      String plain = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      String url = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
      needle(name + " in Base64 at " + shift, plain.substring(from, to));
      needle(name + " in base64url at " + shift, url.substring(from, to));
    }
    return this;
  }

  private void needle(String name, String text) {
    needle(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void needle(String name, byte[] bytes) {
    needles.put(name, bytes);
    beginnings[beginning(bytes, 0)] = true;
  }

  private static int beginning(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
  }

  /// Where in a text something was found.
  public Set<String> in(String place, String text) {
    return in(place, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Where in a file something was found.
  public Set<String> in(Path file) throws IOException {
    return in(file.toString(), Files.readAllBytes(file));
  }

  private Set<String> in(String place, byte[] bytes) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at <= bytes.length - PREFIX; at++) {
      if (beginnings[beginning(bytes, at)]) {
        int here = at;
        needles.forEach(
            (name, needle) -> {
              int end = here + needle.length;
              if (end <= bytes.length
                  && Arrays.equals(bytes, here, end, needle, 0, needle.length)) {
                found.add(name + " in " + place);
              }
            });
      }
    }
    return found;
  }

  /// Where in the files below a directory something was found.
  ///
  /// @param left files that may hold secrets
  public Set<String> below(Path directory, Predicate<Path> left) throws IOException {
    Set<String> found = new TreeSet<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(Files::isRegularFile).filter(left.negate()).forEach(files::add);
    }
    for (Path file : files) {
      found.addAll(in(directory.relativize(file).toString(), Files.readAllBytes(file)));
    }
    return found;
  }
}
