package com.salescopilot.desktop.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;

/// Steps through the rows of the list on the screen, wherever the focus is.
final class ListSteps {
  private final Navigator navigator;

  ListSteps(Navigator navigator) {
    this.navigator = navigator;
  }

  void step(int by) {
    Optional<Node> list = list(navigator.viewProperty().get());
    list.ifPresent(Node::requestFocus);
    switch (list.orElse(null)) {
      case TableView<?> table -> {
        int to = to(table.getSelectionModel().getSelectedIndex(), by, table.getItems().size());
        table.getSelectionModel().clearAndSelect(to);
        table.scrollTo(Math.max(0, to - 3));
      }
      case ListView<?> view -> {
        int to = to(view.getSelectionModel().getSelectedIndex(), by, view.getItems().size());
        view.getSelectionModel().clearAndSelect(to);
        view.scrollTo(Math.max(0, to - 3));
      }
      case null, default -> {
        // nothing to step through
      }
    }
  }

  private static int to(int from, int by, int size) {
    return from < 0 ? 0 : Math.clamp(from + (long) by, 0, Math.max(0, size - 1));
  }

  private static Optional<Node> list(Node node) {
    if (!node.isVisible()) {
      return Optional.empty();
    }
    if (node instanceof TableView<?> || node instanceof ListView<?>) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> list(child).stream())
            .findFirst()
        : Optional.empty();
  }
}
