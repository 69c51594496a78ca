package com.salescopilot.desktop.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A card with a number, and in small words what it is a share of.
public final class NumberCard extends VBox {
  private final Label title = new Label();
  private final Label number = new Label("–");
  private final Label first = new Label();
  private final Label second = new Label();

  public NumberCard() {
    getStyleClass().addAll("card", "number-card");
    title.getStyleClass().add("muted");
    number.getStyleClass().add("number");
    first.getStyleClass().add("small");
    second.getStyleClass().addAll("small", "muted");
    for (Label note : new Label[] {first, second}) {
      note.setWrapText(true);
      note.managedProperty().bind(note.textProperty().isNotEmpty());
    }
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(title, number, first, second);
  }

  public String getTitle() {
    return title.getText();
  }

  public void setTitle(String words) {
    title.setText(words);
  }

  public String getNumber() {
    return number.getText();
  }

  /// Shows a number with up to two lines of words below it.
  public void show(String value, String firstNote, String secondNote) {
    number.setText(value);
    first.setText(firstNote);
    second.setText(secondNote);
    setAccessibleText(
        String.join(", ", title.getText(), value, firstNote, secondNote).replaceAll("(, )+$", ""));
  }
}
