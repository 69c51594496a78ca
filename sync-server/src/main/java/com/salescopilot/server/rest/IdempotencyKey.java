package com.salescopilot.server.rest;

import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Request;
import java.util.Optional;

/// The header by which a client repeats a request without doing it twice
/// (draft-ietf-httpapi-idempotency-key-header).
public final class IdempotencyKey {
  /// The longest key, in characters.
  public static final int LONGEST = 200;

  private static final String HEADER = "Idempotency-Key";

  private IdempotencyKey() {}

  /// The key of a request; quotes round it, as the draft has them, are not part of it.
  ///
  /// @throws AppError.Malformed if it is empty, too long, or not of visible ASCII characters
  public static Optional<String> of(Request request) {
    return request
        .header(HEADER)
        .map(IdempotencyKey::bare)
        .map(
            key -> {
              if (!acceptable(key)) {
                throw new AppError.Malformed(
                    HEADER + " must have 1 to " + LONGEST + " visible ASCII characters.");
              }
              return key;
            });
  }

  /// Whether a text can be a key.
  public static boolean acceptable(String key) {
    return !key.isBlank()
        && key.length() <= LONGEST
        && key.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static String bare(String text) {
    boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
