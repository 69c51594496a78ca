package com.salescopilot.model.score;

import com.salescopilot.model.template.SafeLink;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The links of a text.
final class Links {
  private static final Pattern START =
      Pattern.compile("\\b(?:https?://|www\\.)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)+");
  private static final String BEHIND = ".,;:!?)]}>\"'»”’";

  private Links() {}

  /// Where links stand, without the punctuation behind them.
  static List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    Matcher start = START.matcher(text);
    int at = 0;
    while (start.find(at)) {
      int end = start.end();
      while (end < text.length() && !isGap(text.charAt(end))) {
        end++;
      }
      int last = end;
      while (last > start.end() && BEHIND.indexOf(text.charAt(last - 1)) >= 0) {
        last--;
      }
      found.add(new Span(start.start(), last));
      at = end;
    }
    return found;
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
