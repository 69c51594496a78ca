package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.ui.MenuCell;
import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WaitsColumn;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the list. A column's id is the field it shows.
final class ProspectColumns {
  private ProspectColumns() {}

  /// Takes a changed cell.
  interface OnEdit {
    void changed(ProspectRow row, String field, String value);
  }

  static void build(
      TableView<Slot<ProspectRow>> table,
      Texts texts,
      OnEdit onEdit,
      Function<ProspectRow, List<MenuItem>> menu) {
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .add(WaitsColumn.of(texts, slot -> slot.row().filter(ProspectRow::waits).isPresent()));
    for (String field : List.of("firstName", "lastName", "email", "company", "jobTitle")) {
      table.getColumns().add(text(field, texts, onEdit));
    }
    table
        .getColumns()
        .add(
            MenuCell.column(
                texts.get(ProspectColumns.class, "prospects.menu"),
                slot -> slot.row().map(menu).orElse(List.of())));
  }

  private static TableColumn<Slot<ProspectRow>, String> text(
      String field, Texts texts, OnEdit onEdit) {
    var column =
        new TableColumn<Slot<ProspectRow>, String>(
            texts.get(ProspectColumns.class, "prospects." + field));
    column.setId(field);
    column.setPrefWidth(field.equals("email") ? 260 : 170);
    column.setMinWidth(90);
    column.setCellValueFactory(
        cell ->
            new ReadOnlyStringWrapper(cell.getValue().row().map(row -> row.text(field)).orElse("…"))
                .getReadOnlyProperty());
    column.setCellFactory(_ -> new EditCell());
    column.setOnEditCommit(
        event ->
            event
                .getRowValue()
                .row()
                .ifPresent(row -> onEdit.changed(row, field, event.getNewValue())));
    return column;
  }
}
