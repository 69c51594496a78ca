package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.LetterReader;
import com.salescopilot.desktop.ui.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The fields of the step that is written on, and what is wrong with each.
final class StepForm {
  private static final int LONGEST_DELAY = 365;
  private static final int HEAVIEST = 1_000;

  private final Texts texts;
  private final Runnable onWritten;
  private final Map<String, StringProperty> fields = new LinkedHashMap<>();
  private final Map<String, StringProperty> errors = new HashMap<>();
  private boolean filling;

  /// @param onWritten is told when somebody writes
  StepForm(Texts texts, Runnable onWritten) {
    this.texts = texts;
    this.onWritten = onWritten;
    for (String field : StepText.FIELDS) {
      StringProperty property = new SimpleStringProperty(this, field, "");
      property.addListener(_ -> written());
      fields.put(field, property);
      errors.put(field, new SimpleStringProperty(this, field + "Error", ""));
    }
  }

  private void written() {
    if (!filling) {
      onWritten.run();
    }
  }

  StringProperty field(String name) {
    return of(fields, name);
  }

  /// Why a field cannot stay as it is; empty if it can.
  StringProperty error(String name) {
    return of(errors, name);
  }

  /// Shows a text without telling that it was written.
  void show(StepText text) {
    filling = true;
    fields.forEach((name, field) -> field.set(text.get(name)));
    filling = false;
  }

  /// Takes a text as if somebody had written it.
  void write(StepText text) {
    show(text);
    onWritten.run();
  }

  StepText text() {
    Map<String, String> values = new HashMap<>();
    fields.forEach((name, field) -> values.put(name, field.get()));
    return new StepText(values);
  }

  /// Looks at what stands there.
  void check(LetterReader reader) {
    StepText now = text();
    Map<String, String> wrong = new HashMap<>(reader.problems(now.letter()));
    if (now.number(StepText.DELAY, LONGEST_DELAY).isEmpty()) {
      wrong.put(StepText.DELAY, texts.get(StepForm.class, "steps.badDelay"));
    }
    if (now.number(StepText.WEIGHT, HEAVIEST).isEmpty()) {
      wrong.put(StepText.WEIGHT, texts.get(StepForm.class, "steps.badWeight"));
    }
    errors.forEach((name, error) -> error.set(wrong.getOrDefault(name, "")));
  }

  /// Looks at it as something that is to be published, which needs more.
  ///
  /// @return the first field that is wrong; empty if all may stay
  Optional<String> judge(LetterReader reader, int position) {
    check(reader);
    StepText now = text();
    if (now.begins(position) && now.get(StepText.SUBJECT).isBlank()) {
      error(StepText.SUBJECT).set(texts.get(StepForm.class, "steps.noSubject"));
    }
    if (now.get(StepText.CONTENT).isBlank()) {
      error(StepText.CONTENT).set(texts.get(StepForm.class, "steps.noContent"));
    }
    return StepText.FIELDS.stream().filter(name -> !error(name).get().isEmpty()).findFirst();
  }

  private static StringProperty of(Map<String, StringProperty> all, String name) {
    StringProperty found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("a step has no field " + name);
    }
    return found;
  }
}
