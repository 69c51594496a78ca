package com.salescopilot.model.template;

import com.salescopilot.model.template.FieldSyntax.Else;
import com.salescopilot.model.template.FieldSyntax.EndIf;
import com.salescopilot.model.template.FieldSyntax.If;
import com.salescopilot.model.template.FieldSyntax.Malformed;
import com.salescopilot.model.template.FieldSyntax.Named;
import com.salescopilot.model.template.FieldSyntax.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A field as an editor handles it: one thing, not the characters it is written with.
///
/// @param name whether it exists is the catalogue's to say
/// @param fallback the words that stand in when the field is empty
public record MergeField(String name, Optional<String> fallback) {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  /// A field in a text.
  ///
  /// @param start of its braces, in UTF-16 units
  /// @param end the unit after them
  public record Place(int start, int end, MergeField field) {}

  /// Takes whitespace as [Template] does.
  ///
  /// @throws IllegalArgumentException if it could not be written down and read again
  public MergeField {
    name = FieldText.of(name);
    fallback = fallback.map(FieldText::of);
    String inner = inner(name, fallback);
    if (inner.contains(OPEN)
        || inner.indexOf(CLOSE) >= 0
        || inner.endsWith("}")
        || !FieldSyntax.read(inner).equals(new Named(name, fallback))) {
      throw new IllegalArgumentException("no field: " + Preview.cut(inner));
    }
  }

  /// A field without a fallback.
  public static MergeField named(String name) {
    return new MergeField(name, Optional.empty());
  }

  /// The fields that [Template] finds in a text, in order; what is malformed is left out.
  public static List<Place> in(String text) {
    List<Place> found = new ArrayList<>();
    int at = 0;
    int close = text.indexOf(CLOSE);
    for (int open = text.indexOf(OPEN); open >= 0 && close >= 0; open = text.indexOf(OPEN, at)) {
      int start = open;
      int inner = open + OPEN.length();
      // only when passed, or a text full of braces would be searched again and again
      close = close < inner ? text.indexOf(CLOSE, inner) : close;
      int next = text.indexOf(OPEN, inner);
      boolean escaped = open > at && text.charAt(open - 1) == '\\';
      if (escaped || close < 0 || (next >= 0 && next < close)) {
        at = inner;
      } else {
        int end = close + CLOSE.length();
        read(text.substring(inner, close))
            .ifPresent(field -> found.add(new Place(start, end, field)));
        at = end;
      }
    }
    return found;
  }

  /// As it stands in a template.
  public String source() {
    return OPEN + inner(name, fallback) + CLOSE;
  }

  private static Optional<MergeField> read(String inner) {
    return switch (FieldSyntax.read(inner)) {
      case Named(String name, Optional<String> fallback) ->
          Optional.of(new MergeField(name, fallback));
      case If _, Else _, EndIf _, Pick _, Malformed _ -> Optional.empty();
    };
  }

  private static String inner(String name, Optional<String> fallback) {
    return name + fallback.map(words -> " | " + quoted(words)).orElse("");
  }

  private static String quoted(String words) {
    char quote = words.indexOf('"') < 0 ? '"' : '\'';
    return quote + words + quote;
  }
}
