package com.salescopilot.desktop.ui;

import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where rows will stand: a sign, what this place is for, and the one thing to do next.
public final class EmptyState extends VBox {
  private final FontIcon icon = new FontIcon();
  private final Label title = new Label();
  private final Label text = new Label();
  private final Button action = new Button();

  public EmptyState() {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    title.getStyleClass().add("empty-title");
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    action.getStyleClass().add("accent");
    action.managedProperty().bind(action.visibleProperty());
    action.visibleProperty().bind(action.textProperty().isNotEmpty());
    icon.managedProperty().bind(icon.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(icon, title, text, action);
  }

  /// The name of a Feather icon, such as `fth-users`.
  public String getIcon() {
    return icon.getIconLiteral();
  }

  public void setIcon(String literal) {
    icon.setIconLiteral(literal);
  }

  public StringProperty titleProperty() {
    return title.textProperty();
  }

  public String getTitle() {
    return title.getText();
  }

  public void setTitle(String words) {
    title.setText(words);
  }

  public StringProperty textProperty() {
    return text.textProperty();
  }

  public String getText() {
    return text.getText();
  }

  public void setText(String words) {
    text.setText(words);
  }

  public StringProperty actionProperty() {
    return action.textProperty();
  }

  /// What the button says; without words there is none.
  public String getAction() {
    return action.getText();
  }

  public void setAction(String words) {
    action.setText(words);
  }

  public EventHandler<ActionEvent> getOnAction() {
    return action.getOnAction();
  }

  public void setOnAction(EventHandler<ActionEvent> handler) {
    action.setOnAction(handler);
  }
}
