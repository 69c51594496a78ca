package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The columns of the list. A column's id is the field it shows.
final class ProspectColumns {
  private ProspectColumns() {}

  /// Takes a changed cell.
  interface OnEdit {
    void changed(ProspectRow row, String field, String value);
  }

  static void build(TableView<Slot<ProspectRow>> table, Texts texts, OnEdit onEdit) {
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(waits(texts));
    for (String field : List.of("firstName", "lastName", "email", "company", "jobTitle")) {
      table.getColumns().add(text(field, texts, onEdit));
    }
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

  /// A quiet mark on rows that wait for the server.
  private static TableColumn<Slot<ProspectRow>, Boolean> waits(Texts texts) {
    var column = new TableColumn<Slot<ProspectRow>, Boolean>();
    column.setId("waits");
    column.setSortable(false);
    column.setEditable(false);
    column.setResizable(false);
    column.setMinWidth(32);
    column.setMaxWidth(32);
    column.setCellValueFactory(
        cell ->
            new ReadOnlyObjectWrapper<>(cell.getValue().row().map(ProspectRow::waits).orElse(false))
                .getReadOnlyProperty());
    String words = texts.get(ProspectColumns.class, "common.notSynced");
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              private @Nullable Label mark; // few rows ever wait

              @Override
              protected void updateItem(Boolean waits, boolean empty) {
                super.updateItem(waits, empty);
                if (!empty && waits && mark == null) {
                  mark = new Label("", new FontIcon("fth-upload-cloud"));
                  mark.setTooltip(new Tooltip(words));
                  mark.setAccessibleText(words);
                }
                setGraphic(!empty && waits ? mark : null);
              }
            });
    return column;
  }
}
