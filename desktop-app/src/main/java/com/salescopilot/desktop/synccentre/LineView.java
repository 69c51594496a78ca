package com.salescopilot.desktop.synccentre;

import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A field, what stood there, and what stands there now.
final class LineView extends TextFlow {
  LineView(WaitingChange.Line line) {
    getStyleClass().add("line");
    setMinWidth(0);
    setMinHeight(Region.USE_PREF_SIZE);
    add(line.field() + ": ", "line-field");
    if (!line.was().isEmpty()) {
      add(line.was(), "line-was");
      add(" → ", "line-field");
    }
    add(line.now(), "line-now");
  }

  private void add(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    getChildren().add(text);
  }
}
