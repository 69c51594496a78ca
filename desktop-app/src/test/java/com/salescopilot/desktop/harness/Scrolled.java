package com.salescopilot.desktop.harness;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls a page until something is in view, as one does before clicking it.
final class Scrolled {
  private Scrolled() {}

  /// Does so on the screen's thread.
  ///
  /// @return whether it had to
  static boolean into(Node node) {
    boolean moved = false;
    for (Node around = node.getParent(); around != null; around = around.getParent()) {
      if (around instanceof ScrollPane page && page.getContent() != null) {
        moved |= into(page, node);
      }
    }
    return moved;
  }

  private static boolean into(ScrollPane page, Node node) {
    Node content = page.getContent();
    Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double shown = page.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - shown;
    double top = page.getVvalue() * hidden;
    if (hidden <= 0 || (place.getMinY() >= top && place.getMaxY() <= top + shown)) {
      return false;
    }
    page.setVvalue(Math.clamp((place.getCenterY() - shown / 2) / hidden, 0, 1));
    return true;
  }
}
