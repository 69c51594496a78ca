package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.editor.Shape.Kind;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What stands before a line: a bar for every quote, and the bullet or number of a list item.
///
/// @param number of the item, 0 for none
record LineMark(Shape shape, int number) {

  /// Whether there is nothing to draw.
  boolean isBlank() {
    return shape.equals(Shape.TEXT);
  }

  Node draw() {
    HBox box = new HBox();
    box.getStyleClass().add("line-mark");
    for (int i = 0; i < shape.quote(); i++) {
      Region bar = new Region();
      bar.getStyleClass().add("quote-bar");
      box.getChildren().add(bar);
    }
    if (shape.isItem()) {
      Label mark = new Label(text());
      mark.setAccessibleRole(AccessibleRole.TEXT);
      mark.getStyleClass().addAll("item-mark", "level-" + shape.level());
      box.getChildren().add(mark);
    }
    return box;
  }

  private String text() {
    return shape.kind() == Kind.NUMBER ? number + "." : shape.level() % 2 == 0 ? "•" : "◦";
  }
}
