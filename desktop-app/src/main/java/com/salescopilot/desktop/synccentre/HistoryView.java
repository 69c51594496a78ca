package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was done to a row, the newest first.
final class HistoryView extends VBox {
  private final RowHistory history;
  private final Texts texts;

  HistoryView(RowHistory history, Texts texts) {
    this.history = history;
    this.texts = texts;
    setId("history");
    getStyleClass().add("card");
    managedProperty().bind(visibleProperty());
    history.shown().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    setVisible(history.shown().get().isPresent());
    getChildren().clear();
    history.shown().get().ifPresent(this::show);
  }

  private void show(RowHistory.Shown shown) {
    Label title = new Label(texts.get(getClass(), "history.title", shown.name()));
    title.getStyleClass().add("card-title");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button close = new Button(texts.get(getClass(), "history.close"));
    close.setId("history-close");
    close.getStyleClass().add("flat");
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(_ -> history.close());
    HBox head = new HBox(title, close);
    head.getStyleClass().add("card-bar");
    getChildren().add(head);
    if (!shown.notice().isEmpty()) {
      Label notice = new Label(shown.notice());
      notice.getStyleClass().add("muted");
      notice.setWrapText(true);
      notice.setMinHeight(Region.USE_PREF_SIZE);
      getChildren().add(notice);
    }
    shown.steps().forEach(step -> getChildren().add(step(step)));
  }

  private static VBox step(RowHistory.Step step) {
    Label who = new Label(step.who() + " · " + step.what());
    who.setWrapText(true);
    who.setMinHeight(Region.USE_PREF_SIZE);
    Label when = new Label(step.when());
    when.getStyleClass().addAll("muted", "small");
    VBox box = new VBox(who, when);
    box.getStyleClass().add("history-step");
    step.lines().forEach(line -> box.getChildren().add(new LineView(line)));
    return box;
  }
}
