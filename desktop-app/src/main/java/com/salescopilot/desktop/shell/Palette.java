package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.shell.PaletteViewModel.Entry;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// One field that finds commands, people, campaigns, templates and drafts, and goes there.
final class Palette extends VBox {
  private static final double ROWS_SHOWN = 10;
  private static final double ROW = 36;

  private final PaletteViewModel model;
  private final Overlay overlay;
  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();

  Palette(PaletteViewModel model, Texts texts, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
    getStyleClass().addAll("sheet", "palette");
    field.setId("palette-query");
    field.setPromptText(texts.get(getClass(), "palette.query"));
    field.setAccessibleText(texts.get(getClass(), "palette.query"));
    field.textProperty().bindBidirectional(model.query());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("palette-list");
    list.setItems(model.entries());
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new PaletteCell(this::choose));
    Label nothing = new Label(texts.get(getClass(), "palette.nothing"));
    nothing.getStyleClass().add("muted");
    list.setPlaceholder(nothing);
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> ROW * Math.clamp(model.entries().size(), 2, ROWS_SHOWN) + 4,
                model.entries()));
    Subscriptions.onChange(model.query(), () -> select(0));
    model
        .entries()
        .addListener(
            (ListChangeListener<Entry>)
                _ -> {
                  if (list.getSelectionModel().isEmpty()) {
                    select(0);
                  }
                });
    Label hint = new Label(texts.get(getClass(), "palette.hint"));
    hint.getStyleClass().addAll("muted", "small");
    getChildren().addAll(field, list, hint);
  }

  void toggle() {
    if (overlay.shows(this)) {
      overlay.hide();
    } else {
      model.open();
      overlay.show(this, field);
      select(0);
    }
  }

  private void pressed(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    int last = model.entries().size() - 1;
    if (event.getCode() == KeyCode.DOWN) {
      event.consume();
      select(at >= last ? 0 : at + 1);
    } else if (event.getCode() == KeyCode.UP) {
      event.consume();
      select(at <= 0 ? last : at - 1);
    } else if (event.getCode() == KeyCode.ENTER && at >= 0) {
      event.consume();
      choose(model.entries().get(at));
    }
  }

  private void select(int index) {
    list.getSelectionModel().clearAndSelect(index);
    list.scrollTo(Math.max(0, index - (int) ROWS_SHOWN + 1));
    Entry entry = list.getSelectionModel().getSelectedItem();
    // the focus stays in the field, so the field says what is chosen
    field.setAccessibleHelp(entry == null ? "" : PaletteCell.spoken(entry));
  }

  private void choose(Entry entry) {
    if (entry.obstacle().isEmpty()) {
      overlay.hide();
      boolean _ = model.choose(entry);
    }
  }
}
