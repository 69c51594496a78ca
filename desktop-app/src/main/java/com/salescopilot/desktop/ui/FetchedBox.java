package com.salescopilot.desktop.ui;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The place of something that only the server knows: that it is asked, what it answered, or why it
/// did not, with a way to ask again.
public final class FetchedBox extends VBox {
  private final VBox body = new VBox();
  private final Label reading = new Label();
  private final Label why = new Label();
  private final Button again = new Button();

  public FetchedBox() {
    getStyleClass().add("fetched");
    body.getStyleClass().add("fetched-body");
    reading.getStyleClass().add("muted");
    reading.setId("reading");
    why.setId("why");
    why.setWrapText(true);
    why.setMinHeight(USE_PREF_SIZE);
    why.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(why, Priority.ALWAYS);
    again.setId("again");
    again.setMinWidth(USE_PREF_SIZE);
    again.getStyleClass().add("row-button");
    HBox failed = new HBox(why, again);
    failed.getStyleClass().addAll("banner", "mild");
    failed.visibleProperty().bind(why.textProperty().isNotEmpty());
    for (Node each : List.of(reading, failed)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    getChildren().setAll(reading, failed, body);
  }

  /// Shows an answer from now on.
  ///
  /// @param view what is shown of an answer
  public <T> void follow(Fetched<T> what, Texts texts, Function<T, List<? extends Node>> view) {
    reading.setText(texts.get(getClass(), "fetched.reading"));
    again.setText(texts.get(getClass(), "common.retry"));
    again.setOnAction(_ -> what.fetch());
    what.state().addListener((_, _, now) -> show(now, view));
    show(what.state().get(), view);
  }

  private <T> void show(Fetched.State<T> now, Function<T, List<? extends Node>> view) {
    reading.setVisible(now.load() instanceof Load.Reading && now.known().isEmpty());
    why.setText(now.load() instanceof Load.Failed(String words) ? words : "");
    List<? extends Node> shown = now.known().map(view).orElse(List.of());
    body.getChildren().setAll(shown);
  }
}
