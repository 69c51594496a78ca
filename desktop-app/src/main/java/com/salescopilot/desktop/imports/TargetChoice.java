package com.salescopilot.desktop.imports;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.csv.ColumnTarget;
import com.salescopilot.model.csv.HeaderMapping;
import com.salescopilot.model.csv.ProspectField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// Where a column goes, chosen from all places there are.
final class TargetChoice {
  private TargetChoice() {}

  static ComboBox<ColumnTarget> of(
      ImportViewModel.Column column, Texts texts, Consumer<ColumnTarget> onChosen) {
    ComboBox<ColumnTarget> box = new ComboBox<>();
    box.getItems().setAll(choices(column));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(ColumnTarget target) {
            return words(target, texts);
          }

          @Override
          public ColumnTarget fromString(String text) {
            return column.target();
          }
        });
    box.setValue(column.target());
    box.setAccessibleText(texts.get(TargetChoice.class, "import.targetOf", column.name()));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setOnAction(_ -> onChosen.accept(box.getValue()));
    return box;
  }

  private static List<ColumnTarget> choices(ImportViewModel.Column column) {
    List<ColumnTarget> choices = new ArrayList<>();
    choices.add(new ColumnTarget.Ignored());
    for (ProspectField field : ProspectField.values()) {
      choices.add(new ColumnTarget.Field(field));
    }
    choices.add(
        column.target() instanceof ColumnTarget.Custom own
            ? own
            : new ColumnTarget.Custom(HeaderMapping.key(column.name())));
    return choices;
  }

  static String words(ColumnTarget target, Texts texts) {
    return switch (target) {
      case ColumnTarget.Ignored _ -> texts.get(TargetChoice.class, "target.ignored");
      case ColumnTarget.Field(ProspectField field) ->
          texts.get(TargetChoice.class, "target." + field.restName());
      case ColumnTarget.Custom(String key) -> texts.get(TargetChoice.class, "target.custom", key);
    };
  }
}
