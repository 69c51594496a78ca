package com.salescopilot.desktop.ui;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.javafx.FontIcon;

/// The end of a row: a button with what can be done to it.
///
/// @param <T> the rows
public final class MenuCell<T> extends TableCell<T, T> {
  private static final double WIDTH = 56;

  private final MenuButton button = new MenuButton("", new FontIcon("fth-more-horizontal"));

  private MenuCell(String name, Function<T, List<MenuItem>> items) {
    button.getStyleClass().addAll("flat", "no-arrow", "row-menu");
    button.setAccessibleText(name);
    button.setOnShowing(_ -> button.getItems().setAll(items.apply(getItem())));
    // a menu button without items does not open at all
    button.getItems().add(new MenuItem());
    setAlignment(Pos.CENTER);
  }

  /// A column of such buttons.
  ///
  /// @param name what the button is called, for those who do not see its sign
  /// @param items what can be done to a row, asked anew each time
  public static <T> TableColumn<T, T> column(String name, Function<T, List<MenuItem>> items) {
    TableColumn<T, T> column = new TableColumn<>();
    column.setId("menu");
    column.setSortable(false);
    column.setResizable(false);
    column.setReorderable(false);
    column.setMinWidth(WIDTH);
    column.setPrefWidth(WIDTH);
    column.setMaxWidth(WIDTH);
    column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
    column.setCellFactory(_ -> new MenuCell<>(name, items));
    return column;
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(empty ? null : button);
  }
}
