package com.salescopilot.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An input as the texts that a target wants, parted by lines with `%%`, so that a person can write
/// one down. `\u0000` and its like stand for that unit: halves of characters too, which no UTF-8
/// has. Where the input ends, texts are empty.
public final class Pieces {
  private static final Pattern PARTED = Pattern.compile("\\r?\\n%%\\r?\\n");
  private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private final Deque<String> texts;

  /// The pieces of an input.
  public Pieces(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    texts = new ArrayDeque<>(List.of(PARTED.split(text, -1)));
  }

  /// The next text.
  public String next() {
    String piece = texts.isEmpty() ? "" : texts.pop();
    return UNIT.matcher(piece)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  /// All that are left.
  public List<String> rest() {
    List<String> rest = new ArrayList<>();
    while (!texts.isEmpty()) {
      rest.add(next());
    }
    return rest;
  }

  /// Pieces as an input.
  public static byte[] join(String... pieces) {
    return String.join("\n%%\n", pieces).getBytes(StandardCharsets.UTF_8);
  }
}
