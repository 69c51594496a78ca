package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.mail.PlainText;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A value of a field as people read it.
final class ValueWords {
  /// As much of a value as stands in a line.
  private static final int SHORT = 70;

  private final Texts texts;

  ValueWords(Texts texts) {
    this.texts = texts;
  }

  /// All of it; where there is none, words that say so.
  String of(Optional<Value> value) {
    String words = plain(value);
    return words.isBlank() ? texts.get(getClass(), "value.none") : words;
  }

  /// All of it, or nothing.
  String plain(Optional<Value> value) {
    return value.map(ValueWords::words).orElse("").strip();
  }

  /// The beginning of it, in one line.
  String brief(Optional<Value> value) {
    String line = of(value).replaceAll("\\s+", " ");
    return line.length() > SHORT ? line.substring(0, SHORT).strip() + " …" : line;
  }

  /// What stood there before, as far as a change knows.
  String before(Before was) {
    return switch (was) {
      case Before.Known(Optional<Value> value) -> brief(value);
      case Before.Hashed _ -> texts.get(getClass(), "value.long");
      case Before.Unknown _ -> texts.get(getClass(), "value.none");
    };
  }

  /// What a whole row is called by its fields.
  String nameOf(Value row) {
    if (!(row instanceof Value.Fields fields)) {
      return "";
    }
    String person = joined(fields, "firstName", "lastName");
    return Stream.of(
            person,
            joined(fields, "name"),
            joined(fields, "title"),
            joined(fields, "subject"),
            joined(fields, "email"))
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

  /// A letter is read as text.
  private static String words(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.startsWith("<") ? PlainText.fromHtml(text) : text;
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Decimal(double number) -> Double.toString(number);
      case Value.Fields(var members) when members.get("text") instanceof Value.Text(String text) ->
          text;
      case Value.Fields(var members) when members.get("html") instanceof Value.Text(String html) ->
          PlainText.fromHtml(html);
      case Value.Flag _, Value.Items _, Value.Fields _ -> CanonicalJson.of(value);
    };
  }
}
