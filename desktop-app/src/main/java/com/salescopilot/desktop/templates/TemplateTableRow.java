package com.salescopilot.desktop.templates;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A row that says aloud what it is, and opens with a double click.
final class TemplateTableRow extends TableRow<TemplateRow> {
  TemplateTableRow(Consumer<TemplateRow> open) {
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            Optional.ofNullable(getItem()).ifPresent(open);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable TemplateRow row, boolean empty) {
    super.updateItem(row, empty);
    setAccessibleText(
        row == null
            ? ""
            : row.title() + ", " + row.text("category") + ", " + row.text("description"));
  }
}
