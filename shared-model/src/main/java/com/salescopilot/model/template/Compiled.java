package com.salescopilot.model.template;

import com.salescopilot.model.template.Part.Branch;
import com.salescopilot.model.template.Part.Broken;
import com.salescopilot.model.template.Part.Choice;
import com.salescopilot.model.template.Part.Field;
import com.salescopilot.model.template.Part.Text;
import com.salescopilot.model.template.TemplateError.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A template that was read once and can be rendered for many. Immutable.
public final class Compiled {
  private static final int MAX_RENDERED_SUBJECT = 255;

  private final Mode mode;
  private final int length;
  private final List<Part> parts;
  private final List<TemplateError> errors;

  Compiled(Mode mode, int length, List<Part> parts, List<TemplateError> errors) {
    this.mode = mode;
    this.length = length;
    this.parts = List.copyOf(parts);
    this.errors = errors.stream().sorted(Comparator.comparingInt(TemplateError::start)).toList();
  }

  /// What is wrong with the source, in its order; empty if it can be used.
  public List<TemplateError> errors() {
    return errors;
  }

  /// The known fields that the source names, in conditions and for some readers only too, each
  /// once, in order.
  public List<String> fields() {
    return fields(parts).distinct().toList();
  }

  /// Puts values in, with no reader for chance to go by.
  public Rendered render(FieldValues values) {
    return render(values, PickSeed.NONE);
  }

  /// Puts values in. Never throws, and never reads a value as a template.
  public Rendered render(FieldValues values, PickSeed seed) {
    Rendering rendering = new Rendering(mode, values, seed);
    rendering.write(parts);
    CharSequence text = rendering.text();
    List<TemplateError> found = new ArrayList<>(errors);
    found.addAll(rendering.errors());
    if (mode == Mode.SUBJECT
        && Character.codePointCount(text, 0, text.length()) > MAX_RENDERED_SUBJECT) {
      String message = "The subject is longer than 255 characters with these values.";
      found.add(new TemplateError(Code.TOO_LONG, 0, length, message));
    }
    found.sort(Comparator.comparingInt(TemplateError::start));
    return new Rendered(text.toString(), found, List.copyOf(rendering.uses()));
  }

  private static Stream<String> fields(List<Part> parts) {
    return parts.stream()
        .flatMap(
            part ->
                switch (part) {
                  case Field field -> Stream.of(field.name());
                  case Branch(String name, Condition _, var then, var otherwise) ->
                      Stream.of(Stream.of(name), fields(then), fields(otherwise))
                          .flatMap(each -> each);
                  case Text _, Broken _, Choice _ -> Stream.empty();
                });
  }
}
