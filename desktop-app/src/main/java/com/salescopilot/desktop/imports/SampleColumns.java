package com.salescopilot.desktop.imports;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.csv.ImportPreview.Sample;
import com.salescopilot.model.value.Value;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the rows that are shown of a file.
final class SampleColumns {
  private SampleColumns() {}

  static void build(TableView<Sample> table, Texts texts) {
    table.getColumns().add(column("line", 70, texts, row -> Integer.toString(row.line())));
    table
        .getColumns()
        .add(
            column(
                "fate",
                150,
                texts,
                row -> texts.get(SampleColumns.class, "fate." + row.fate().name())));
    table.getColumns().add(column("email", 220, texts, row -> field(row, "email")));
    table
        .getColumns()
        .add(
            column(
                "name",
                170,
                texts,
                row -> (field(row, "firstName") + " " + field(row, "lastName")).strip()));
    table.getColumns().add(column("company", 150, texts, row -> field(row, "company")));
    table
        .getColumns()
        .add(
            column(
                "note",
                260,
                texts,
                row ->
                    row.problem()
                        .map(bad -> texts.get(SampleColumns.class, "row." + bad.problem().name()))
                        .orElse("")));
    table.getColumns().forEach(column -> column.setSortable(false));
  }

  private static String field(Sample row, String name) {
    return row.fields().get(name) instanceof Value.Text(String text) ? text : "";
  }

  private static TableColumn<Sample, String> column(
      String id, double width, Texts texts, Function<Sample, String> value) {
    var column = new TableColumn<Sample, String>(texts.get(SampleColumns.class, "column." + id));
    column.setId(id);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
    return column;
  }
}
