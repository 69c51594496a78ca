package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What does not belong into a letter: placeholders somebody was meant to fill, tags, Markdown.
final class Markup {
  private static final Pattern ANY =
      Pattern.compile(
          "\\{[^{}\\n"
              + "]{0,80}\\}|\\[[^\\]\\n"
              + "]{1,80}\\]|%[\\p{L}_]{2,40}%|<<[^<>\\n"
              + "]{1,80}>>|</?[\\p{L}!][^<>\\n"
              + "]{0,200}>|\\*\\*|__|```|`[^`\\n"
              + "]+`|(?m)^#{1,6} |^\\s*[-*_]{3,}\\s*$|\\{\\{|\\}\\}|&#?\\w{2,8};");

  private Markup() {}

  /// Whether the proposal has any that the draft does not have as often.
  static boolean isNew(String draft, String proposal) {
    List<String> had = in(draft);
    for (String found : in(proposal)) {
      if (!had.remove(found)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> in(String text) {
    List<String> all = new ArrayList<>();
    Matcher found = ANY.matcher(Fields.masked(text));
    while (found.find()) {
      all.add(found.group().strip());
    }
    return all;
  }
}
