package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.ui.Slot;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.converter.DefaultStringConverter;

/// A cell that is written in where it stands. Enter, Tab and going elsewhere keep what was written,
/// Esc brings back what was there.
final class EditCell extends TextFieldTableCell<Slot<ProspectRow>, String> {
  EditCell() {
    super(new DefaultStringConverter());
    graphicProperty()
        .addListener(
            (_, _, now) -> {
              if (now instanceof TextField field && field.getUserData() == null) {
                field.setUserData(this);
                field.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, field));
                field.focusedProperty().addListener((_, _, here) -> left(here, field));
              }
            });
  }

  /// Begins with the first field of a row.
  static void begin(TableView<Slot<ProspectRow>> table, int row) {
    table.getVisibleLeafColumns().stream()
        .filter(TableColumn::isEditable)
        .findFirst()
        .ifPresent(column -> table.edit(row, column));
  }

  private void left(boolean here, TextField field) {
    if (!here && isEditing()) {
      commitEdit(field.getText());
    }
  }

  private void pressed(KeyEvent event, TextField field) {
    if (event.getCode() == KeyCode.TAB && isEditing()) {
      event.consume();
      TableView<Slot<ProspectRow>> table = getTableView();
      commitEdit(field.getText());
      table.requestFocus();
    }
  }
}
