package com.salescopilot.model.score;

import com.salescopilot.model.template.SafeLink;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The links of a text.
final class Links {
  private static final List<String> STARTS = List.of("https://", "http://", "www.");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)+");
  private static final String BEHIND = ".,;:!?)]}>\"'»”’";

  private Links() {}

  /// Where links stand, without the punctuation behind them.
  static List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = start(text, at);
      if (start == 0) {
        at++;
        continue;
      }
      int end = at + start;
      while (end < text.length() && !isGap(text.charAt(end))) {
        end++;
      }
      int last = end;
      while (last > at + start && BEHIND.indexOf(text.charAt(last - 1)) >= 0) {
        last--;
      }
      found.add(new Span(at, last));
      at = end;
    }
    return found;
  }

  /// How long the beginning of a link is that stands here, or 0.
  private static int start(String text, int at) {
    char c = text.charAt(at);
    if (c != 'h' && c != 'H' && c != 'w' && c != 'W') {
      return 0;
    }
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return 0;
    }
    for (String start : STARTS) {
      if (text.regionMatches(true, at, start, 0, start.length())) {
        return start.length();
      }
    }
    return 0;
  }

  /// Whether a link that is written in a text can lead anywhere.
  static boolean leads(String link) {
    String address = link.regionMatches(true, 0, "www.", 0, 4) ? "https://" + link : link;
    int host = address.indexOf("//") + 2;
    return SafeLink.matches(address) && HOST.matcher(host(address, host)).matches();
  }

  /// Whether an address in HTML is one that a reader can follow.
  static boolean isFollowed(String address) {
    return address.regionMatches(true, 0, "mailto:", 0, 7)
        ? SafeLink.matches(address)
        : address.contains("//") && leads(address);
  }

  private static String host(String address, int from) {
    int end = from;
    while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return address.substring(from, end);
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || c == '<' || c == '"' || Character.isISOControl(c);
  }
}
