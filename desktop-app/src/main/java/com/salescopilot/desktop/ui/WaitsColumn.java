package com.salescopilot.desktop.ui;

import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A narrow column with a quiet mark on rows whose changes have not reached the server.
public final class WaitsColumn {
  private static final double WIDTH = 32;

  private WaitsColumn() {}

  /// The column.
  ///
  /// @param waits which rows have the mark
  public static <T> TableColumn<T, Boolean> of(Texts texts, Predicate<T> waits) {
    TableColumn<T, Boolean> column = new TableColumn<>();
    column.setId("waits");
    column.setSortable(false);
    column.setEditable(false);
    column.setResizable(false);
    column.setReorderable(false);
    column.setMinWidth(WIDTH);
    column.setPrefWidth(WIDTH);
    column.setMaxWidth(WIDTH);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(waits.test(cell.getValue())).getReadOnlyProperty());
    String words = texts.get(WaitsColumn.class, "common.notSynced");
    column.setCellFactory(_ -> new Cell<>(words));
    return column;
  }

  private static final class Cell<T> extends TableCell<T, Boolean> {
    private final String words;
    private @Nullable Label mark; // few rows ever wait

    Cell(String words) {
      this.words = words;
    }

    @Override
    protected void updateItem(Boolean waits, boolean empty) {
      super.updateItem(waits, empty);
      boolean shown = !empty && waits;
      if (shown && mark == null) {
        mark = new Label("", new FontIcon("fth-upload-cloud"));
        mark.setTooltip(new Tooltip(words));
        mark.setAccessibleText(words);
      }
      setGraphic(shown ? mark : null);
    }
  }
}
