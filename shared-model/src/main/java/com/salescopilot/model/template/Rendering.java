package com.salescopilot.model.template;

import com.salescopilot.model.template.Part.Branch;
import com.salescopilot.model.template.Part.Broken;
import com.salescopilot.model.template.Part.Choice;
import com.salescopilot.model.template.Part.Field;
import com.salescopilot.model.template.Part.Text;
import com.salescopilot.model.template.TemplateError.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One run that puts one reader's values into a template.
final class Rendering {
  private final Mode mode;
  private final FieldValues values;
  private final PickSeed seed;
  private final StringBuilder out = new StringBuilder();
  private final List<TemplateError> found = new ArrayList<>();
  private final Set<String> uses = new LinkedHashSet<>();

  Rendering(Mode mode, FieldValues values, PickSeed seed) {
    this.mode = mode;
    this.values = values;
    this.seed = seed;
  }

  void write(List<Part> parts) {
    for (Part part : parts) {
      switch (part) {
        case Text(String text) -> out.append(text);
        case Broken(String shown) -> out.append(shown);
        case Field field -> write(field);
        case Choice(var alternatives, Slot slot, int ordinal) ->
            out.append(slot.write(seed.pick(alternatives, ordinal)));
        case Branch(String name, Condition condition, var then, var otherwise) ->
            write(condition.holds(FieldText.of(values.of(name))) ? then : otherwise);
      }
    }
  }

  CharSequence text() {
    return out;
  }

  List<TemplateError> errors() {
    return found;
  }

  Set<String> uses() {
    return uses;
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
      refuse(field, Code.UNSAFE_URL, "is used as a link, but is no http, https or mailto address");
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
