package com.salescopilot.model.template;

import com.salescopilot.model.template.Part.Broken;
import com.salescopilot.model.template.Part.Field;
import com.salescopilot.model.template.Part.Text;
import com.salescopilot.model.template.TemplateError.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    this.errors = List.copyOf(errors);
  }

  /// What is wrong with the source, in its order; empty if it can be used.
  public List<TemplateError> errors() {
    return errors;
  }

  /// The known fields that the source names, each once, in order.
  public List<String> fields() {
    return parts.stream()
        .flatMap(part -> part instanceof Field field ? Stream.of(field.name()) : Stream.empty())
        .distinct()
        .toList();
  }

  /// Puts values in. Never throws, and never reads a value as a template.
  public Rendered render(FieldValues values) {
    return new Rendering(values).run();
  }

  private final class Rendering {
    private final FieldValues values;
    private final StringBuilder out = new StringBuilder();
    private final List<TemplateError> found = new ArrayList<>(errors);
    private final Set<String> uses = new LinkedHashSet<>();

    Rendering(FieldValues values) {
      this.values = values;
    }

    Rendered run() {
      for (Part part : parts) {
        switch (part) {
          case Text(String text) -> out.append(text);
          case Broken(String shown) -> out.append(shown);
          case Field field -> write(field);
        }
      }
      if (mode == Mode.SUBJECT && out.codePointCount(0, out.length()) > MAX_RENDERED_SUBJECT) {
        String message = "The subject is longer than 255 characters with these values.";
        found.add(new TemplateError(Code.TOO_LONG, 0, length, message));
      }
      found.sort(Comparator.comparingInt(TemplateError::start));
      return new Rendered(out.toString(), found, List.copyOf(uses));
    }

    private void write(Field field) {
      String value = FieldText.of(values.of(field.name()));
      if (value.isEmpty()) {
        field
            .fallback()
            .ifPresentOrElse(
                words -> out.append(field.slot().write(words)),
                () -> refuse(field, Code.EMPTY_FIELD, "is empty and has no fallback"));
      } else if (FieldText.isTooLong(value)) {
        refuse(field, Code.VALUE_TOO_LONG, "is longer than 500 characters");
      } else if (!field.slot().accepts(value)) {
        refuse(
            field, Code.UNSAFE_URL, "is used as a link, but is no http, https or mailto address");
      } else {
        uses.add(field.name());
        out.append(field.slot().write(value));
      }
    }

    private void refuse(Field field, Code code, String complaint) {
      String message = field.name() + " " + complaint + ".";
      found.add(new TemplateError(code, field.start(), field.end(), message));
      out.append(Preview.of(field.name(), mode));
    }
  }
}
