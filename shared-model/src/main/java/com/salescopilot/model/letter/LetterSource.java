package com.salescopilot.model.letter;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.template.Compiled;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.Mode;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.template.Rendered;
import com.salescopilot.model.template.Template;
import com.salescopilot.model.template.TemplateError;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A draft or a step, read once to be made out to many.
public final class LetterSource {
  private final Compiled subject;
  private final Optional<Compiled> html;
  private final Optional<Compiled> text;

  private LetterSource(Compiled subject, Optional<Compiled> html, Optional<Compiled> text) {
    this.subject = subject;
    this.html = html;
    this.text = text;
  }

  /// Reads a row with a subject and a body.
  public static LetterSource of(Doc row, FieldCatalogue fields) {
    return new LetterSource(
        Template.compile(row.text("subject").orElse(""), Mode.SUBJECT, fields),
        row.body("html").map(half -> Template.compile(Letter.canonical(half), Mode.HTML, fields)),
        row.body("text").map(half -> Template.compile(half, Mode.TEXT, fields)));
  }

  /// What is wrong with it, whoever gets it.
  public List<TemplateError> errors() {
    return parts().flatMap(part -> part.errors().stream()).toList();
  }

  /// Whether each of its halves names a field.
  public boolean names(String field) {
    return Stream.of(html, text)
        .flatMap(Optional::stream)
        .allMatch(half -> half.fields().contains(field));
  }

  /// Makes it out to somebody.
  ///
  /// @param seed what chance goes by
  public Letter to(FieldValues values, PickSeed seed) {
    List<TemplateError> problems = new ArrayList<>();
    String line = rendered(subject, values, seed, problems);
    SortedMap<String, Value> body = new TreeMap<>();
    html.map(half -> Letter.canonical(rendered(half, values, seed, problems)))
        .ifPresent(half -> body.put("html", Value.text(half)));
    text.map(half -> rendered(half, values, seed, problems))
        .ifPresent(half -> body.put("text", Value.text(half)));
    return problems.isEmpty()
        ? new Letter.Ready(line, new Value.Fields(body))
        : new Letter.Unfinished(problems);
  }

  private Stream<Compiled> parts() {
    return Stream.of(Optional.of(subject), html, text).flatMap(Optional::stream);
  }

  private static String rendered(
      Compiled source, FieldValues values, PickSeed seed, List<TemplateError> problems) {
    Rendered rendered = source.render(values, seed);
    problems.addAll(rendered.errors());
    return rendered.text();
  }
}
