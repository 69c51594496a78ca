package com.salescopilot.desktop.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A place above the window for one thing at a time. Escape or a click beside it closes it, and the
/// focus returns to where it was.
final class Overlay extends StackPane {
  private @Nullable Node focusedBefore;

  Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    managedProperty().bind(visibleProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget() == this) {
            hide();
          }
        });
  }

  boolean shows(Region content) {
    return isVisible() && getChildren().contains(content);
  }

  void show(Region content, Node focus) {
    Scene scene = getScene();
    if (!isVisible() && scene != null) {
      focusedBefore = scene.getFocusOwner();
    }
    content.setMaxHeight(USE_PREF_SIZE);
    getChildren().setAll(content);
    setVisible(true);
    focus.requestFocus();
  }

  void hide() {
    if (!isVisible()) {
      return;
    }
    setVisible(false);
    getChildren().clear();
    Node before = focusedBefore;
    focusedBefore = null;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      hide();
    } else if (event.getCode() == KeyCode.TAB) {
      event.consume(); // nothing behind it can be reached meanwhile
      step(event.isShiftDown() ? -1 : 1);
    }
  }

  private void step(int by) {
    List<Node> parts = getChildren().stream().flatMap(Regions::reachable).toList();
    Scene scene = getScene();
    if (!parts.isEmpty() && scene != null) {
      int here = parts.indexOf(scene.getFocusOwner());
      parts.get(Math.floorMod(here + by, parts.size())).requestFocus();
    }
  }
}
