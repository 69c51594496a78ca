package com.salescopilot.desktop.screens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Toggle;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Once round a screen with Tab, and back with Shift+Tab. Called on the screen's thread.
final class Walk {
  private static final int MOST = 120;

  private final Scene scene;
  private final List<String> wrong = new ArrayList<>();
  private final List<Node> path = new ArrayList<>();

  private Walk(Scene scene) {
    this.scene = scene;
  }

  static Walk round(Scene scene) {
    Walk walk = new Walk(scene);
    if (scene.getFocusOwner() == null) {
      walk.wrong.add("nothing has the focus");
      return walk;
    }
    // what a scroll pane keeps as a picture would not show the focus before the next pulse
    scene.getRoot().lookupAll(".viewport").forEach(each -> each.setCache(false));
    walk.forth();
    Set<Node> all = walk.all();
    walk.missed(all);
    walk.order(all.iterator().next());
    walk.back();
    return walk;
  }

  int steps() {
    return path.size();
  }

  List<String> wrong() {
    return wrong;
  }

  private Node focused() {
    return scene.getFocusOwner();
  }

  private void tab(boolean back) {
    for (EventType<KeyEvent> kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(
          focused(), new KeyEvent(kind, "", "", KeyCode.TAB, back, false, false, false));
    }
  }

  private void forth() {
    tab(false); // from here on the focus is moved by keys, and shows
    Node first = focused();
    Node here = first;
    do {
      path.add(here);
      int[] with = pixels(here);
      tab(false);
      Node next = focused();
      if (next.equals(here)) {
        wrong.add("Tab does not lead on from " + Lint.path(here));
        return;
      }
      if (Arrays.equals(with, pixels(here))) {
        wrong.add("one does not see the focus on " + Lint.path(here));
      }
      here = next;
    } while (path.size() < MOST && !path.contains(here));
    if (!here.equals(first)) {
      wrong.add("Tab does not come back to " + Lint.path(first) + " but to " + Lint.path(here));
    }
  }

  /// How a node and its edges look now.
  private int[] pixels(Node node) {
    scene.getRoot().applyCss();
    scene.getRoot().layout(); // what has the focus is moved into view
    Bounds at = node.localToScene(node.getLayoutBounds());
    int width = Math.clamp((long) at.getWidth() + 8, 1, 200);
    int height = Math.clamp((long) at.getHeight() + 8, 1, 60);
    SnapshotParameters cut = new SnapshotParameters();
    cut.setViewport(new Rectangle2D(at.getMinX() - 4, at.getMinY() - 4, width, height));
    WritableImage image = scene.getRoot().snapshot(cut, null);
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  /// What one must be able to reach, in the order in which it was put there.
  private Set<Node> all() {
    Set<Node> all = new LinkedHashSet<>();
    collect(scene.getRoot(), all);
    return all;
  }

  private void missed(Set<Node> all) {
    all.stream()
        .filter(node -> !path.contains(node) && !isReachedByArrows(node))
        .forEach(node -> wrong.add("Tab does not reach " + Lint.path(node)));
  }

  /// Of a group of toggles, Tab leads to the one that is on.
  private static boolean isReachedByArrows(Node node) {
    return node instanceof Toggle toggle
        && toggle.getToggleGroup() != null
        && toggle.getToggleGroup().getSelectedToggle() != null;
  }

  private static void collect(Node node, Set<Node> all) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable() && !(node instanceof IndexedCell<?>)) {
      all.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  /// Nothing lies above what came before it, unless it lies beside it.
  private void order(Node topmost) {
    for (int i = 1; i < path.size(); i++) {
      Bounds before = place(path.get(i - 1), path.get(i));
      Bounds after = place(path.get(i), path.get(i - 1));
      boolean above = after.getMaxY() <= before.getMinY() + 1;
      boolean beside = after.getMinX() >= before.getMaxX() - 1;
      boolean anew = path.get(i).equals(topmost);
      if (above && !beside && !anew) {
        wrong.add("after " + Lint.path(path.get(i - 1)) + " up to " + Lint.path(path.get(i)));
      }
    }
  }

  /// Where a node stands beside another: what is scrolled away stands where one scrolls.
  private static Bounds place(Node node, Node other) {
    Node seen = node;
    for (Parent up = node.getParent(); up != null; up = up.getParent()) {
      if (up.getStyleClass().contains("viewport") && !isIn(up, other)) {
        seen = up;
      }
    }
    return seen.localToScene(seen.getLayoutBounds());
  }

  private static boolean isIn(Parent whole, Node part) {
    for (Node at = part; at != null; at = at.getParent()) {
      if (at.equals(whole)) {
        return true;
      }
    }
    return false;
  }

  private void back() {
    if (!wrong.isEmpty()) {
      return;
    }
    for (Node expected : path.reversed()) {
      tab(true);
      if (!focused().equals(expected)) {
        wrong.add("Shift+Tab misses " + Lint.path(expected));
        return;
      }
    }
  }
}
