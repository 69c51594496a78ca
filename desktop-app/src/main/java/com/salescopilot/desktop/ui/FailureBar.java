package com.salescopilot.desktop.ui;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says above what stands there why it could not be read anew, and offers to try again. Without
/// words it takes no room.
public final class FailureBar extends HBox {
  private final Label text = new Label();
  private final Button retry = new Button();

  public FailureBar() {
    getStyleClass().add("banner");
    text.setId("failureText");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    retry.setId("retry");
    retry.setMinWidth(USE_PREF_SIZE);
    retry.visibleProperty().bind(retry.textProperty().isNotEmpty());
    retry.managedProperty().bind(retry.visibleProperty());
    visibleProperty().bind(text.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(text, retry);
  }

  /// Why; blank if nothing is wrong.
  public StringProperty textProperty() {
    return text.textProperty();
  }

  /// Says why something could not be read, as long as that is so.
  public void follow(ObservableValue<Load> load) {
    load.addListener((_, _, now) -> show(now));
    show(load.getValue());
  }

  private void show(Load now) {
    text.setText(now instanceof Load.Failed(String why) ? why : "");
  }

  /// What the button says; without words there is none.
  public String getRetry() {
    return retry.getText();
  }

  public void setRetry(String words) {
    retry.setText(words);
  }

  public EventHandler<ActionEvent> getOnRetry() {
    return retry.getOnAction();
  }

  public void setOnRetry(EventHandler<ActionEvent> handler) {
    retry.setOnAction(handler);
  }
}
