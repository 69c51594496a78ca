package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import java.text.NumberFormat;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// The campaigns that run and those that are about to, with what came of them.
record RunningTable(Texts texts, InstantSource clock, ZoneId zone) {

  void build(TableView<RunningRow> table, Consumer<RunningRow> open) {
    NumberFormat whole = NumberFormat.getIntegerInstance(texts.locale());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                column("name", 200, 130, RunningRow::name),
                column("status", 90, 84, this::status),
                number("enrolled", 112, row -> whole.format(row.enrolled())),
                number("sent", 88, row -> whole.format(row.mails().sent())),
                number("openRate", 178, this::opened),
                number("replyRate", 178, row -> RateWords.of(row.mails().replyRate(), texts, "–")),
                column("next", 130, 110, this::next)));
    table.setRowFactory(_ -> new Spoken(open));
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(open);
          }
        });
  }

  private String status(RunningRow row) {
    return text("status." + row.status().name().toLowerCase(Locale.ROOT));
  }

  private String opened(RunningRow row) {
    return RateWords.of(
        row.mails().openRate(),
        texts,
        row.mails().sent() == 0 ? "–" : texts.get(RunningTable.class, "dashboard.untracked"));
  }

  private String next(RunningRow row) {
    return row.next().map(at -> Standing.when(at, clock.instant(), texts, zone)).orElse("–");
  }

  private TableColumn<RunningRow, String> number(
      String id, double width, Function<RunningRow, String> words) {
    TableColumn<RunningRow, String> column = column(id, width, width, words);
    column.getStyleClass().add("number");
    return column;
  }

  private TableColumn<RunningRow, String> column(
      String id, double width, double least, Function<RunningRow, String> words) {
    TableColumn<RunningRow, String> column = new TableColumn<>(text(id));
    column.setId("running-" + id);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())).getReadOnlyProperty());
    return column;
  }

  private String text(String key) {
    return texts.get(RunningTable.class, "dashboard.running." + key);
  }

  private static final class Spoken extends TableRow<RunningRow> {
    Spoken(Consumer<RunningRow> open) {
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2) {
              Optional.ofNullable(getItem()).ifPresent(open);
            }
          });
    }

    @Override
    protected void updateItem(@Nullable RunningRow row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(row == null || empty ? "" : row.name());
    }
  }
}
