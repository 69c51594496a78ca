package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.ui.MenuCell;
import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WaitsColumn;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The columns of the list. A column's id is the field it shows.
final class TemplateColumns {
  private static final double SHARE = 178;
  private static final double ROOM_FOR_TONE = 880;

  private final Texts texts;
  private final NumberFormat whole;

  TemplateColumns(Texts texts) {
    this.texts = texts;
    this.whole = NumberFormat.getIntegerInstance(texts.locale());
  }

  void build(
      TableView<TemplateRow> table,
      Consumer<TemplateRow> onFavourite,
      Function<TemplateRow, List<MenuItem>> menu) {
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<TemplateRow, String> tone = text("tone", "templates.tone", 100, 80);
    // numbers say more than the tone where there is no room for both
    tone.visibleProperty().bind(table.widthProperty().greaterThanOrEqualTo(ROOM_FOR_TONE));
    table
        .getColumns()
        .setAll(
            List.of(
                favourite(onFavourite),
                WaitsColumn.of(texts, TemplateRow::waits),
                text("title", "templates.name", 250, 130),
                text("category", "templates.category", 120, 90),
                tone,
                number("usedCount", "templates.used", 80, row -> (double) row.used(), this::used),
                number(
                    "openRate",
                    "templates.openRate",
                    SHARE,
                    row -> TemplateRow.least(row.mails().openRate()),
                    this::opened),
                number(
                    "replyRate",
                    "templates.replyRate",
                    SHARE,
                    row -> TemplateRow.least(row.mails().replyRate()),
                    row -> RateWords.of(row.mails().replyRate(), texts, "–")),
                MenuCell.column(text("templates.menu"), menu)));
  }

  private TableColumn<TemplateRow, TemplateRow> favourite(Consumer<TemplateRow> onFavourite) {
    TableColumn<TemplateRow, TemplateRow> column = column("favourite", "", 44, 44);
    column.setResizable(false);
    column.setMaxWidth(44);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setComparator(Comparator.comparing(row -> !row.favourite()));
    column.setCellFactory(_ -> new FavouriteCell(texts, onFavourite));
    return column;
  }

  private TableColumn<TemplateRow, String> text(
      String field, String key, double width, double least) {
    TableColumn<TemplateRow, String> column = column(field, text(key), width, least);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().text(field)));
    return column;
  }

  private TableColumn<TemplateRow, TemplateRow> number(
      String field,
      String key,
      double width,
      Function<TemplateRow, Double> value,
      Function<TemplateRow, String> words) {
    TableColumn<TemplateRow, TemplateRow> column = column(field, text(key), width, width);
    column.getStyleClass().add("number");
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setComparator(Comparator.comparing(value));
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable TemplateRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(row == null || empty ? "" : words.apply(row));
              }
            });
    return column;
  }

  private static <T> TableColumn<TemplateRow, T> column(
      String id, String title, double width, double least) {
    TableColumn<TemplateRow, T> column = new TableColumn<>(title);
    column.setId(id);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    return column;
  }

  private String used(TemplateRow row) {
    return whole.format(row.used());
  }

  private String opened(TemplateRow row) {
    String untracked = row.used() == 0 ? "–" : text("templates.untracked");
    return RateWords.of(row.mails().openRate(), texts, untracked);
  }

  private String text(String key) {
    return texts.get(getClass(), key);
  }
}
