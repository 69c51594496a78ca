package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.shell.PaletteViewModel.Entry;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the palette: what it is, and at its end its keys, or why it cannot be done now.
final class PaletteCell extends ListCell<Entry> {
  PaletteCell(Consumer<Entry> choose) {
    setPrefWidth(0);
    setOnMouseClicked(
        _ -> {
          Entry entry = getItem();
          if (entry != null) {
            choose.accept(entry);
          }
        });
  }

  static String spoken(Entry entry) {
    return Stream.of(entry.title(), entry.detail(), entry.keys(), entry.obstacle())
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  @Override
  protected void updateItem(@Nullable Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    setText(null);
    setGraphic(entry == null || empty ? null : row(entry));
    setAccessibleText(entry == null ? "" : spoken(entry));
  }

  private static HBox row(Entry entry) {
    Label title = new Label(entry.title());
    title.setMinWidth(0);
    Label detail = new Label(entry.detail());
    detail.getStyleClass().addAll("muted", "small");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(new FontIcon(entry.icon()), title, detail, space);
    if (!entry.obstacle().isEmpty()) {
      title.getStyleClass().add("off");
      Label why = new Label(entry.obstacle());
      why.getStyleClass().addAll("muted", "small");
      row.getChildren().add(why);
    } else if (!entry.keys().isEmpty()) {
      Label keys = new Label(entry.keys());
      keys.getStyleClass().add("keys");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(keys);
    }
    return row;
  }
}
