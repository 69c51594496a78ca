package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.ui.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// All commands with their keys.
final class KeyTable {
  private KeyTable() {}

  /// @param keys those of a command, as they are written on this machine's keyboard
  static void build(TableView<Command> table, Texts texts, Function<Command, String> keys) {
    table.getColumns().add(column("settings.keys.group", texts, Command::group));
    table.getColumns().add(column("settings.keys.command", texts, Command::title));
    table.getColumns().add(column("settings.keys.keys", texts, keys));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  private static TableColumn<Command, String> column(
      String key, Texts texts, Function<Command, String> of) {
    TableColumn<Command, String> column = new TableColumn<>(texts.get(KeyTable.class, key));
    column.setReorderable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(of.apply(cell.getValue())).getReadOnlyProperty());
    return column;
  }
}
