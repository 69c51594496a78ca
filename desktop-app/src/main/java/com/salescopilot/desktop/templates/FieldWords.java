package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.MergeField;
import com.salescopilot.model.template.TemplateError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How merge fields, and what is wrong with them, are called.
final class FieldWords {
  /// Those that a letter has a value for, in the order in which they are offered.
  private static final List<String> OFFERED =
      List.of(
          "firstName",
          "lastName",
          "company",
          "jobTitle",
          "email",
          "sender.firstName",
          "sender.lastName",
          "sender.email");

  private final Texts texts;

  FieldWords(Texts texts) {
    this.texts = texts;
  }

  /// The fields that are offered for a letter.
  static List<String> offered(FieldCatalogue catalogue) {
    return Stream.concat(
            OFFERED.stream(),
            catalogue.names().stream().filter(name -> name.startsWith(FieldCatalogue.CUSTOM)))
        .toList();
  }

  /// What a field is called.
  String name(String field) {
    return field.startsWith(FieldCatalogue.CUSTOM)
        ? field.substring(FieldCatalogue.CUSTOM.length())
        : texts.get(FieldWords.class, "field." + field);
  }

  /// What is wrong.
  ///
  /// @param source the text that the error is about
  String problem(TemplateError error, String source, FieldCatalogue catalogue) {
    String place = source.substring(error.start(), Math.min(error.end(), source.length()));
    String field =
        MergeField.in(place).stream().findFirst().map(found -> found.field().name()).orElse(place);
    return switch (error.code()) {
      case UNKNOWN_FIELD -> unknown(field, catalogue.nearest(field));
      case EMPTY_FIELD -> text("problem.empty", name(field));
      case UNCLOSED -> text("problem.unclosed");
      case BAD_SYNTAX -> text("problem.syntax", place);
      case TOO_LONG -> text("problem.tooLong");
      case VALUE_TOO_LONG -> text("problem.valueTooLong", name(field));
      case UNSAFE_URL -> text("problem.unsafe", place);
      case BAD_CONTEXT -> text("problem.context", place);
    };
  }

  private String unknown(String field, Optional<String> near) {
    return near.map(guess -> text("problem.unknownNear", field, guess))
        .orElseGet(() -> text("problem.unknown", field));
  }

  private String text(String key, Object... values) {
    return values.length == 0
        ? texts.get(FieldWords.class, key)
        : texts.get(FieldWords.class, key, values);
  }
}
