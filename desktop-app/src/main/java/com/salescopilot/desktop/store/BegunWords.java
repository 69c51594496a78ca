package com.salescopilot.desktop.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.salescopilot.model.client.Forgetting;
import com.salescopilot.model.value.ValueJson;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/// What is left of something begun when somebody is erased. It goes where it is about them; of a
/// list that they are in, they alone go, and words that mention them stay its author's.
final class BegunWords {
  private BegunWords() {}

  /// What is left of one thing begun.
  ///
  /// @param body JSON, or other words
  /// @return empty if nothing is left
  static Optional<String> left(String body, Set<String> traces) {
    JsonNode tree;
    try {
      tree = ValueJson.tree(body);
    } catch (IllegalArgumentException _) {
      return Forgetting.isOne(body, traces) ? Optional.empty() : Optional.of(body);
    }
    boolean less = thin(tree, traces);
    if (isAbout(tree, traces)) {
      return Optional.empty();
    }
    return Optional.of(less ? tree.toString() : body);
  }

  /// Takes those out of lists that are about somebody.
  private static boolean thin(JsonNode node, Set<String> traces) {
    boolean less = false;
    for (Iterator<JsonNode> each = node.elements(); each.hasNext(); ) {
      JsonNode child = each.next();
      less |= thin(child, traces);
      if (node instanceof ArrayNode && isAbout(child, traces)) {
        each.remove();
        less = true;
      }
    }
    return less;
  }

  private static boolean isAbout(JsonNode node, Set<String> traces) {
    return node.isTextual()
        ? Forgetting.isOne(node.textValue(), traces)
        : node.valueStream().anyMatch(child -> isAbout(child, traces));
  }
}
