package com.salescopilot.desktop.store;

import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.Comparator;
import java.util.List;

/// What a person typed to find rows: every word must be the beginning of a word of the row, without
/// regard to case and accents.
public final class Search {
  private final List<String> terms;

  private Search(List<String> terms) {
    this.terms = terms;
  }

  /// The search for a text; a blank one finds everything.
  public static Search of(String text) {
    return new Search(Words.terms(text));
  }

  /// A row goes first by how its words begin, which takes a comparison of two numbers. In what is
  /// left the longest word is looked for, as it rules out most, and then the others.
  Bound on(Bound statement) {
    List<String> longest =
        terms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    List<Value> more = longest.stream().skip(1).<Value>map(Value::text).toList();
    return statement
        .with("beginnings", Words.beginnings(String.join("", terms)))
        .with("first", longest.isEmpty() ? "" : longest.getFirst())
        .with("more", CanonicalJson.of(new Value.Items(more)));
  }
}
