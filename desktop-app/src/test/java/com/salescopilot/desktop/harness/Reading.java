package com.salescopilot.desktop.harness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// What somebody reads who looks at a part of the window.
final class Reading {
  private Reading() {}

  /// The words of all that is to be seen in a node, in its order.
  static String of(Node node) {
    List<String> words = new ArrayList<>();
    for (Node seen : visible(node)) {
      words(seen).filter(text -> !text.isBlank()).ifPresent(words::add);
    }
    return String.join(" | ", words);
  }

  /// What is called so for those who cannot see it, or reads so for those who can.
  static Optional<Node> find(Node root, String name) {
    return visible(root).stream()
        .filter(
            node -> name.equals(node.getAccessibleText()) || words(node).equals(Optional.of(name)))
        .findFirst();
  }

  private static Optional<String> words(Node node) {
    return switch (node) {
      case Labeled labeled -> Optional.ofNullable(labeled.getText());
      case TextInputControl input -> Optional.ofNullable(input.getText());
      case FontIcon _ -> Optional.empty();
      case Text text when !(text.getParent() instanceof Labeled) -> Optional.of(text.getText());
      default -> Optional.empty();
    };
  }

  private static List<Node> visible(Node root) {
    List<Node> found = new ArrayList<>();
    Deque<Node> left = new ArrayDeque<>(List.of(root));
    while (!left.isEmpty()) {
      Node node = left.pop();
      if (!node.isVisible()) {
        continue;
      }
      found.add(node);
      if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
        List<Node> children = parent.getChildrenUnmodifiable();
        for (int i = children.size() - 1; i >= 0; i--) {
          left.push(children.get(i));
        }
      }
    }
    return found;
  }
}
