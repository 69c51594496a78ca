package com.salescopilot.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a request ends on its connection. If two readers could disagree about that, the next
/// request would be whatever an attacker hides in this one (RFC 9112 §6.3, §11.2), so the
/// connection ends too.
final class Framing {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private Framing() {}

  /// Whether the length is said in the one way that everybody reads alike; Helidon itself takes
  /// more.
  static boolean isSound(Headers headers) {
    List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
    List<String> codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
    boolean oneLength =
        lengths.isEmpty() || (lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches());
    boolean oneCoding =
        codings.isEmpty()
            || (codings.size() == 1
                && codings.getFirst().strip().toLowerCase(Locale.ROOT).equals("chunked"));
    return oneLength && oneCoding && (lengths.isEmpty() || codings.isEmpty());
  }

  /// Whether nothing is read after this request. The client wants no answer to another; or its end
  /// is found by Helidon, which takes `+0` for the last chunk, and takes a body that was announced
  /// by `Expect` and not asked for as the next request.
  static boolean isLast(Headers headers) {
    return wantsClose(headers)
        || headers.contains(HeaderNames.TRANSFER_ENCODING)
        || headers.contains(HeaderNames.EXPECT);
  }

  /// Helidon would wait for the next request.
  private static boolean wantsClose(Headers headers) {
    return headers.all(HeaderNames.CONNECTION, List::of).stream()
        .anyMatch(value -> value.strip().equalsIgnoreCase("close"));
  }
}
