package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.MergeField;
import com.salescopilot.model.template.TemplateError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is wrong with a field, in words.
public final class FieldWords {
  private static final int MOST = 4;

  private final Texts texts;
  private final FieldTitles titles;

  public FieldWords(Texts texts) {
    this.texts = texts;
    this.titles = new FieldTitles(texts);
  }

  /// What is wrong.
  ///
  /// @param source the text that the error is about
  public String problem(TemplateError error, String source, FieldCatalogue catalogue) {
    String place = source.substring(error.start(), Math.min(error.end(), source.length()));
    String field =
        MergeField.in(place).stream().findFirst().map(found -> found.field().name()).orElse(place);
    return switch (error.code()) {
      case UNKNOWN_FIELD -> unknown(field, catalogue.nearest(field));
      case EMPTY_FIELD -> text("problem.empty", titles.of(field));
      case UNCLOSED -> text("problem.unclosed");
      case BAD_SYNTAX -> text("problem.syntax", place);
      case TOO_LONG -> text("problem.tooLong");
      case VALUE_TOO_LONG -> text("problem.valueTooLong", titles.of(field));
      case UNSAFE_URL -> text("problem.unsafe", place);
      case BAD_CONTEXT -> text("problem.context", place);
      case UNBALANCED_IF -> text("problem.unbalanced", place);
      case TOO_DEEP -> text("problem.tooDeep");
      case LEFTOVER_MARKUP -> text("problem.leftover", place);
    };
  }

  /// Several problems, one a line; of many, the first ones.
  public String all(List<String> problems) {
    String shown = problems.stream().limit(MOST).collect(Collectors.joining("\n"));
    return problems.size() > MOST
        ? shown + "\n" + text("problem.more", problems.size() - MOST)
        : shown;
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
