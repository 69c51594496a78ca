package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.stats.DayCounts;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The days as rows, for those who would rather read numbers.
final class TimelineTable {
  private TimelineTable() {}

  static void build(TableView<DayCounts> table, Texts texts) {
    DateTimeFormatter full =
        DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(texts.locale());
    TableColumn<DayCounts, String> day =
        column("dashboard.day", texts, counted -> full.format(counted.date()));
    table.getColumns().add(day);
    table.getColumns().add(number("dashboard.sent", texts, DayCounts::sent));
    table.getColumns().add(number("dashboard.opened", texts, DayCounts::opened));
    table.getColumns().add(number("dashboard.replied", texts, DayCounts::replied));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    day.setMinWidth(160);
  }

  private static TableColumn<DayCounts, Long> number(
      String key, Texts texts, Function<DayCounts, Long> of) {
    TableColumn<DayCounts, Long> column = column(key, texts, of);
    column.getStyleClass().add("number");
    return column;
  }

  private static <T> TableColumn<DayCounts, T> column(
      String key, Texts texts, Function<DayCounts, T> of) {
    TableColumn<DayCounts, T> column = new TableColumn<>(texts.get(TimelineTable.class, key));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(of.apply(cell.getValue())).getReadOnlyProperty());
    return column;
  }
}
