package com.salescopilot.server.walls;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds in a text what tells one row from another: ids and mail addresses.
final class Traces {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// Tried at the beginning of a word alone: at each letter of a long one it would take for ever.
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![a-z0-9-])[a-z0-9-]++@[a-z0-9]+mail\\.example");

  private static final String DOMAIN = "mail.example";
  private static final String NIL = "00000000-0000-0000-0000-000000000000";

  private Traces() {}

  /// All of them.
  static Set<String> in(String text) {
    Set<String> found = matches(ID, text);
    found.remove(NIL);
    if (text.contains(DOMAIN)) { // looking for addresses takes longer than everything else
      found.addAll(matches(ADDRESS, text));
    }
    return found;
  }

  /// Whether the text is one id.
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
