package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.ui.MenuCell;
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
  /// Of fewer, a percentage would only look like knowledge.
  private static final long LEAST = 30;

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
    table
        .getColumns()
        .setAll(
            List.of(
                favourite(onFavourite),
                WaitsColumn.of(texts, TemplateRow::waits),
                text("title", "templates.name", 250, 130),
                text("category", "templates.category", 120, 90),
                text("tone", "templates.tone", 100, 80),
                number("usedCount", "templates.used", row -> (double) row.used(), this::used),
                number(
                    "openRate",
                    "templates.openRate",
                    row -> row.share("openRate").orElse(-1),
                    row -> share(row, "openRate")),
                number(
                    "replyRate",
                    "templates.replyRate",
                    row -> row.share("replyRate").orElse(-1),
                    row -> share(row, "replyRate")),
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
      Function<TemplateRow, Double> value,
      Function<TemplateRow, String> words) {
    TableColumn<TemplateRow, TemplateRow> column =
        column(
            field,
            text(key),
            field.equals("usedCount") ? 96 : 134,
            field.equals("usedCount") ? 96 : 134);
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

  private String share(TemplateRow row, String field) {
    if (row.share(field).isEmpty() || row.used() == 0) {
      return "–";
    }
    double share = row.share(field).getAsDouble();
    return row.used() < LEAST
        ? texts.get(getClass(), "templates.few", Math.round(share * row.used()), row.used())
        : texts.get(getClass(), "templates.share", Math.round(share * 100), row.used());
  }

  private String text(String key) {
    return texts.get(getClass(), key);
  }
}
