package com.salescopilot.desktop.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The parts of the window, which one steps through without passing everything between.
final class Regions {
  private final Supplier<List<Node>> parts;

  /// @param parts those that are there now, in their order on the window
  Regions(Supplier<List<Node>> parts) {
    this.parts = parts;
  }

  void next() {
    step(1);
  }

  void previous() {
    step(-1);
  }

  private void step(int by) {
    List<Node> all = parts.get().stream().filter(part -> first(part).isPresent()).toList();
    if (all.isEmpty()) {
      return;
    }
    int here = -1;
    for (int i = 0; i < all.size(); i++) {
      if (holdsFocus(all.get(i))) {
        here = i;
      }
    }
    int to = here < 0 ? 0 : Math.floorMod(here + by, all.size());
    first(all.get(to)).ifPresent(Node::requestFocus);
  }

  static boolean holdsFocus(Node part) {
    Scene scene = part.getScene();
    Node focused = scene == null ? null : scene.getFocusOwner();
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node.equals(part)) {
        return true;
      }
    }
    return false;
  }

  /// The first node in it that can have the focus.
  static Optional<Node> first(Node part) {
    return reachable(part).findFirst();
  }

  /// All nodes in it that can have the focus, in their order.
  static Stream<Node> reachable(Node part) {
    if (!part.isVisible() || part.isDisabled()) {
      return Stream.empty();
    }
    if (part.isFocusTraversable()) {
      return Stream.of(part);
    }
    return part instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(Regions::reachable)
        : Stream.empty();
  }
}
