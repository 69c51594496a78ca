package com.salescopilot.model.value;

import java.util.SortedMap;
import java.util.TreeMap;

/// A value as a database can keep it: PostgreSQL has no NUL character, in texts or in JSON.
public final class NulFree {
  private NulFree() {}

  /// The value with U+FFFD, which stands for what cannot be shown, in place of every NUL.
  public static Value.Fields of(Value.Fields value) {
    SortedMap<String, Value> members = new TreeMap<>();
    value.members().forEach((name, member) -> members.put(of(name), of(member)));
    return new Value.Fields(members);
  }

  private static Value of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> new Value.Text(of(text));
      case Value.Items(var values) -> new Value.Items(values.stream().map(NulFree::of).toList());
      case Value.Fields fields -> of(fields);
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
    };
  }

  private static String of(String text) {
    return text.replace('\u0000', '\uFFFD');
  }
}
