package com.salescopilot.desktop.store;

import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
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

  Bound on(Bound statement) {
    List<Value> values = new ArrayList<>();
    terms.forEach(term -> values.add(Value.text(term)));
    return statement
        .with("first", terms.isEmpty() ? "" : terms.getFirst())
        .with("terms", CanonicalJson.of(new Value.Items(values)));
  }
}
