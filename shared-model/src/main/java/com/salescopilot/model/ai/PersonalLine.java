package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence with places for facts.
///
/// @param id by which those of a book are ordered
/// @param text with `{field}` for each fact
/// @param fields which facts it needs, by their origins
record PersonalLine(String id, String text, List<String> fields)
    implements Comparable<PersonalLine> {
  private static final Pattern FIELD = Pattern.compile("\\{([\\w.]+)}");

  /// Reads `id: text`.
  static PersonalLine read(String line) {
    int colon = line.indexOf(':');
    String text = line.substring(colon + 1).strip();
    List<String> fields = new ArrayList<>();
    Matcher found = FIELD.matcher(text);
    while (found.find()) {
      fields.add(found.group(1));
    }
    return new PersonalLine(line.substring(0, colon), text, List.copyOf(fields));
  }

  boolean canBeSaid(FactSheet facts) {
    return fields.stream().allMatch(field -> facts.from(field).filter(this::fits).isPresent());
  }

  /// A value that is a name or a title, and no sentence of somebody's own.
  private boolean fits(String value) {
    return value.length() <= 60 && !value.contains("{") && !value.matches(".*[!?;:<>\\[\\]\\n].*");
  }

  String said(FactSheet facts) {
    return FIELD
        .matcher(text)
        .replaceAll(field -> Matcher.quoteReplacement(facts.from(field.group(1)).orElseThrow()));
  }

  @Override
  public int compareTo(PersonalLine other) {
    return id.compareTo(other.id);
  }
}
