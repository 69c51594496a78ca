package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A value of a field as people read it.
final class ValueWords {
  private static final int LONGEST = 400;

  private final Texts texts;

  ValueWords(Texts texts) {
    this.texts = texts;
  }

  String of(Optional<Value> value) {
    String words = value.map(ValueWords::words).orElse("");
    if (words.isBlank()) {
      return texts.get(getClass(), "value.none");
    }
    return words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
  }

  /// What a whole row is called by its fields.
  String nameOf(Value row) {
    if (!(row instanceof Value.Fields fields)) {
      return "";
    }
    String person = joined(fields, "firstName", "lastName");
    return Stream.of(
            person, joined(fields, "name"), joined(fields, "title"), joined(fields, "email"))
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String joined(Value.Fields fields, String... names) {
    return String.join(
            " ",
            List.of(names).stream()
                .map(name -> Optional.ofNullable(fields.members().get(name)))
                .flatMap(Optional::stream)
                .map(ValueWords::words)
                .toList())
        .strip();
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Decimal(double number) -> Double.toString(number);
      case Value.Flag _, Value.Items _, Value.Fields _ -> CanonicalJson.of(value);
    };
  }
}
