package com.salescopilot.model.sync;

import com.salescopilot.model.mail.PlainText;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A letter's body has both its halves; whoever wrote only one gets the other derived from it.
final class Bodies {
  private Bodies() {}

  static Value complete(Value body) {
    if (!(body instanceof Value.Fields halves)) {
      return body;
    }
    Optional<String> html = half(halves, "html");
    Optional<String> text = half(halves, "text");
    SortedMap<String, Value> complete = new TreeMap<>();
    html.or(() -> text.map(PlainText::toHtml)).ifPresent(h -> complete.put("html", Value.text(h)));
    text.or(() -> html.map(PlainText::fromHtml))
        .ifPresent(t -> complete.put("text", Value.text(t)));
    return new Value.Fields(complete);
  }

  private static Optional<String> half(Value.Fields body, String name) {
    return Optional.ofNullable(body.members().get(name))
        .flatMap(v -> v instanceof Value.Text(String t) ? Optional.of(t) : Optional.empty());
  }
}
