package com.salescopilot.desktop.screens;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Shape;

/// What a screen must not have: nodes that one can reach and that have no name, nodes that stick
/// out of what holds them, buttons that do nothing or whose words are cut. Called on the screen's
/// thread.
final class Lint {
  private static final double TOLERANCE = 1.5;

  private final List<String> found = new ArrayList<>();
  private final Set<Node> labelled = new HashSet<>();

  private Lint() {}

  /// What is wrong, a line each; empty if nothing is.
  static List<String> of(Parent view) {
    Lint lint = new Lint();
    lint.collectLabels(view);
    lint.walk(view);
    return lint.found;
  }

  private void collectLabels(Parent parent) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node instanceof Label label && label.getLabelFor() != null) {
        labelled.add(label.getLabelFor());
      }
      if (node instanceof Parent inner) {
        collectLabels(inner);
      }
    }
  }

  private void walk(Node node) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable() && !node.isDisabled() && name(node).isBlank()) {
      found.add("no name: " + path(node));
    }
    if (node instanceof Button button && button.getOnAction() == null) {
      found.add("does nothing: " + path(node));
    }
    if (node instanceof ButtonBase button && isCut(button)) {
      found.add("cut: " + path(node) + " \"" + button.getText() + "\"");
    }
    for (Node child : held(node)) {
      if (child.isVisible() && child.isManaged() && node instanceof Pane) {
        inside(child, node);
      }
      walk(child);
    }
  }

  private static boolean isCut(ButtonBase button) {
    boolean narrow = button.getWidth() < Math.floor(button.prefWidth(-1)) - TOLERANCE;
    boolean low = button.getHeight() < button.prefHeight(button.getWidth()) - TOLERANCE;
    return button.isWrapText() ? low : narrow;
  }

  /// What an author put there; the insides of controls are the toolkit's own.
  private static List<Node> held(Node node) {
    return switch (node) {
      case ScrollPane scroll ->
          scroll.getContent() == null ? List.of() : List.of(scroll.getContent());
      case SplitPane split -> List.copyOf(split.getItems());
      case TitledPane titled ->
          titled.isExpanded() && titled.getContent() != null
              ? List.of(titled.getContent())
              : List.of();
      case TabPane tabs -> {
        var tab = tabs.getSelectionModel().getSelectedItem();
        yield tab == null || tab.getContent() == null ? List.of() : List.of(tab.getContent());
      }
      case Control _ -> List.of();
      case Parent parent -> parent.getChildrenUnmodifiable();
      default -> List.of();
    };
  }

  private void inside(Node child, Node holder) {
    if (child instanceof Shape) {
      return; // icons and drawings have their own geometry
    }
    Bounds inner = child.localToParent(child.getLayoutBounds());
    Bounds outer = holder.getLayoutBounds();
    double out =
        Math.max(
            Math.max(outer.getMinX() - inner.getMinX(), inner.getMaxX() - outer.getMaxX()),
            Math.max(outer.getMinY() - inner.getMinY(), inner.getMaxY() - outer.getMaxY()));
    if (out > TOLERANCE) {
      found.add("sticks out by " + Math.round(out) + ": " + path(child));
    }
  }

  private String name(Node node) {
    if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
      return node.getAccessibleText();
    }
    if (labelled.contains(node)) {
      return "labelled";
    }
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  static String path(Node node) {
    StringBuilder path = new StringBuilder();
    int steps = 0;
    for (Node next = node; next != null && steps < 5; next = next.getParent(), steps++) {
      String id = next.getId() == null ? "" : "#" + next.getId();
      String styles = id.isEmpty() ? "." + String.join(".", next.getStyleClass()) : "";
      path.insert(0, " " + next.getClass().getSimpleName() + id + styles);
    }
    return path.toString().strip();
  }
}
