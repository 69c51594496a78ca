package com.salescopilot.desktop.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One statement of a `.sql` file.
///
/// @param places the place of each named parameter; SQLite numbers them by first appearance
record Sql(String text, Map<String, Integer> places) {
  private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z]+)");

  Sql {
    places = Map.copyOf(places);
  }

  static Sql of(String text) {
    Map<String, Integer> places = new LinkedHashMap<>();
    Matcher parameters = PARAMETER.matcher(text);
    while (parameters.find()) {
      places.putIfAbsent(parameters.group(1), places.size() + 1);
    }
    return new Sql(text, places);
  }
}
