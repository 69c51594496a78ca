package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.Texts;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Makes the columns of campaigns' tables.
final class Columns {
  private final Texts texts;

  Columns(Texts texts) {
    this.texts = texts;
  }

  /// Words.
  <R> TableColumn<R, String> words(
      String id, double width, double least, Function<R, String> value) {
    TableColumn<R, String> column = column(id, width, least);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setComparator(String.CASE_INSENSITIVE_ORDER);
    column.setCellFactory(_ -> new WordsCell<>());
    return column;
  }

  /// Numbers, sorted as such.
  <R> TableColumn<R, R> number(
      String id, double width, Function<R, Double> value, Function<R, String> words) {
    TableColumn<R, R> column = whole(id, width, width, Comparator.comparing(value));
    column.getStyleClass().add("number");
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable R row, boolean empty) {
                super.updateItem(row, empty);
                setText(row == null || empty ? "" : words.apply(row));
              }
            });
    return column;
  }

  /// A badge.
  <R, S extends Enum<S>> TableColumn<R, R> badge(
      double width, Function<R, S> status, Function<S, String> words, Function<S, String> manner) {
    TableColumn<R, R> column = whole("status", width, width, Comparator.comparing(status));
    column.setCellFactory(_ -> Badges.cell(status.andThen(words), status.andThen(manner)));
    return column;
  }

  /// A column whose cells show the row itself.
  <R> TableColumn<R, R> whole(String id, double width, double least, Comparator<R> order) {
    TableColumn<R, R> column = column(id, width, least);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setComparator(order);
    return column;
  }

  /// Words that may be cut, and can be read in full by pointing at them.
  private static final class WordsCell<R> extends TableCell<R, String> {
    private final Tooltip full = new Tooltip();

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      boolean none = words == null || empty || words.isEmpty();
      setText(none ? "" : words);
      full.setText(words);
      setTooltip(none ? null : full);
    }
  }

  private <R, V> TableColumn<R, V> column(String id, double width, double least) {
    TableColumn<R, V> column = new TableColumn<>(texts.get(Columns.class, "column." + id));
    column.setId(id);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    return column;
  }
}
