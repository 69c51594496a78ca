package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/// A merge field in the letter.
final class FieldChip extends Label {
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private final ObservableValue<Boolean> unknown;

  FieldChip(MergeField field, ObservableValue<List<FieldChoice>> choices) {
    getStyleClass().setAll("field-chip");
    textProperty()
        .bind(Bindings.createStringBinding(() -> label(field, choices.getValue()), choices));
    unknown = choices.map(known -> !known.isEmpty() && find(field, known).isEmpty());
    pseudoClassStateChanged(UNKNOWN, unknown.getValue());
    unknown.addListener((_, _, is) -> pseudoClassStateChanged(UNKNOWN, is));
  }

  /// What people call a field, and what stands in for it.
  static String label(MergeField field, List<FieldChoice> choices) {
    return title(field, choices) + field.fallback().map(words -> " | " + words).orElse("");
  }

  /// What people call a field.
  static String title(MergeField field, List<FieldChoice> choices) {
    return find(field, choices).map(FieldChoice::title).orElse(field.name());
  }

  private static Optional<FieldChoice> find(MergeField field, List<FieldChoice> choices) {
    return choices.stream().filter(choice -> choice.name().equals(field.name())).findFirst();
  }
}
