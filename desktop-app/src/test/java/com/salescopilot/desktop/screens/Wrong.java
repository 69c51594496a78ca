package com.salescopilot.desktop.screens;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A screen with one of each mistake.
final class Wrong {
  private Wrong() {}

  static Parent screen() {
    Button cut = new Button("Words that do not fit into so little space");
    cut.setMinWidth(0);
    cut.setMaxWidth(40);
    cut.setPrefWidth(Region.USE_COMPUTED_SIZE);
    TextField nameless = new TextField();
    nameless.setPromptText("a prompt is no name");
    Region far = new Region();
    far.setMinSize(50, 50);
    far.relocate(500, 0);
    far.setFocusTraversable(true); // and shows nothing of it
    Label faint = new Label("hardly there");
    faint.setTextFill(Color.LIGHTGRAY);
    faint.relocate(0, 100);
    Pane pane = new Pane(cut, nameless, far, faint);
    pane.setMaxSize(200, 200);
    pane.setMinSize(200, 200);
    Pane root = new Pane(pane);
    Scene scene = new Scene(root, 300, 300);
    root.applyCss();
    root.layout();
    cut.resize(40, 20);
    cut.requestFocus();
    return scene.getRoot();
  }
}
