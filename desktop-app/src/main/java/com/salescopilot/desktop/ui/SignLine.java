package com.salescopilot.desktop.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of something that happened: a sign, the words, what about, and when.
public final class SignLine extends HBox {
  private final FontIcon sign = new FontIcon();
  private final Label words = new Label();
  private final Label about = new Label();
  private final Label time = new Label();
  private final Label mark = new Label("", new FontIcon("fth-upload-cloud"));

  public SignLine() {
    getStyleClass().add("sign-line");
    about.managedProperty().bind(about.textProperty().isNotEmpty());
    about.getStyleClass().addAll("muted", "small");
    time.getStyleClass().addAll("muted", "small");
    time.setMinWidth(USE_PREF_SIZE);
    VBox middle = new VBox(words, about);
    middle.setAlignment(Pos.CENTER_LEFT);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    mark.managedProperty().bind(mark.visibleProperty());
    mark.setVisible(false);
    getChildren().addAll(sign, middle, mark, time);
  }

  /// Shows a sign.
  ///
  /// @param icon the name of a sign
  /// @param colour the style class that gives it its colour, or empty
  public void sign(String icon, String colour) {
    sign.setIconLiteral(icon);
    sign.getStyleClass().setAll("ikonli-font-icon", colour.isEmpty() ? "sign-plain" : colour);
  }

  /// Says what happened, what about, and when.
  public void say(String what, String aboutWhat, String when) {
    words.setText(what);
    about.setText(aboutWhat);
    time.setText(when);
  }

  /// Marks that the server has not been told; empty words take the mark away.
  public void mark(String why) {
    mark.setVisible(!why.isEmpty());
    mark.setAccessibleText(why);
    mark.setTooltip(why.isEmpty() ? null : new Tooltip(why));
  }

  /// All of it in one breath.
  public String spoken() {
    return words.getText() + ", " + about.getText() + ", " + time.getText();
  }
}
