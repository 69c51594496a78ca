package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The columns of the list from which an audience is marked.
final class AudienceColumns {
  private static final double MARK_WIDTH = 44;

  private AudienceColumns() {}

  static void build(
      TableView<Slot<Doc>> table, Texts texts, Predicate<UUID> isMarked, Consumer<UUID> onToggle) {
    table.getColumns().add(mark(texts, isMarked, onToggle));
    table.getColumns().add(text("person", 200, texts, AudienceColumns::name));
    table.getColumns().add(text("email", 230, texts, row -> row.text("email").orElse("")));
    table.getColumns().add(text("company", 200, texts, row -> row.text("company").orElse("")));
    table.getColumns().forEach(column -> column.setSortable(false));
  }

  /// How one speaks of this person.
  static String name(Doc row) {
    String name =
        (row.text("firstName").orElse("") + " " + row.text("lastName").orElse("")).strip();
    return name.isEmpty() ? row.text("email").orElse("") : name;
  }

  private static TableColumn<Slot<Doc>, String> text(
      String id, double width, Texts texts, Function<Doc, String> value) {
    var column =
        new TableColumn<Slot<Doc>, String>(texts.get(AudienceColumns.class, "column." + id));
    column.setId(id);
    column.setPrefWidth(width);
    column.setMinWidth(100);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(cell.getValue().row().map(value).orElse("…")));
    return column;
  }

  private static TableColumn<Slot<Doc>, Slot<Doc>> mark(
      Texts texts, Predicate<UUID> isMarked, Consumer<UUID> onToggle) {
    var column = new TableColumn<Slot<Doc>, Slot<Doc>>();
    column.setId("mark");
    column.setResizable(false);
    column.setPrefWidth(MARK_WIDTH);
    column.setMinWidth(MARK_WIDTH);
    column.setMaxWidth(MARK_WIDTH);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> new MarkCell(texts, isMarked, onToggle));
    return column;
  }

  private static final class MarkCell extends TableCell<Slot<Doc>, Slot<Doc>> {
    private final CheckBox box = new CheckBox();
    private final Texts texts;
    private final Predicate<UUID> isMarked;

    MarkCell(Texts texts, Predicate<UUID> isMarked, Consumer<UUID> onToggle) {
      this.texts = texts;
      this.isMarked = isMarked;
      box.getStyleClass().add("mark");
      box.setOnAction(
          _ ->
              Optional.ofNullable(getItem())
                  .flatMap(Slot::row)
                  .ifPresent(row -> onToggle.accept(row.id())));
      setAlignment(Pos.CENTER);
    }

    @Override
    protected void updateItem(@Nullable Slot<Doc> slot, boolean empty) {
      super.updateItem(slot, empty);
      Optional<Doc> row = slot == null || empty ? Optional.empty() : slot.row();
      if (row.isEmpty()) {
        setGraphic(null);
        return;
      }
      box.setSelected(isMarked.test(row.get().id()));
      box.setAccessibleText(texts.get(AudienceColumns.class, "new.mark", name(row.get())));
      setGraphic(box);
    }
  }
}
