package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tags of a template in a text.
final class Fields {
  private static final Pattern TAG = Pattern.compile("\\{\\{[^{}]*}}");

  private Fields() {}

  /// All of them, sorted; one that stands there twice is in it twice.
  static List<String> in(String text) {
    List<String> tags = new ArrayList<>();
    Matcher found = TAG.matcher(text);
    while (found.find()) {
      tags.add(found.group());
    }
    Collections.sort(tags);
    return tags;
  }

  /// The text with as many other characters where its tags are.
  static String masked(String text) {
    return TAG.matcher(text).replaceAll(tag -> "\u00B7".repeat(tag.end() - tag.start()));
  }
}
