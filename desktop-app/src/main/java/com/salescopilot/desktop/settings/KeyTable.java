package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.ui.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;

/// All commands with their keys.
final class KeyTable {
  private KeyTable() {}

  static void build(TableView<Command> table, Texts texts) {
    table.getColumns().add(column("settings.keys.group", texts, Command::group));
    table.getColumns().add(column("settings.keys.command", texts, Command::title));
    table.getColumns().add(column("settings.keys.keys", texts, KeyTable::keys));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  /// As they are written on this machine's keyboard; empty without any.
  static String keys(Command command) {
    return command.keys().map(keys -> KeyCombination.valueOf(keys).getDisplayText()).orElse("");
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
