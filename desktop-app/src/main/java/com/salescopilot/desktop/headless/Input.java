package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidText;
import com.salescopilot.model.value.ValueJson;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The members of one command. What nobody asked for is refused, so that a misspelt name is not
/// passed over.
final class Input {
  private final ObjectNode json;
  private final Set<String> used = new HashSet<>(Set.of("cmd"));

  private Input(ObjectNode json) {
    this.json = json;
  }

  static Input parse(String line) {
    try {
      return new Input(ValueJson.object(line));
    } catch (IllegalArgumentException e) {
      throw new DeskRefused("MALFORMED", "The line cannot be read: " + e.getMessage() + ".");
    }
  }

  /// The name of the command.
  String command() {
    return text("cmd");
  }

  String text(String name) {
    return maybe(name).orElseThrow(() -> missing(name));
  }

  Optional<String> maybe(String name) {
    JsonNode value = member(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw DeskRefused.invalid(name + " must be a text.");
    }
    return Optional.of(value.textValue());
  }

  ObjectNode object(String name) {
    return maybeObject(name).orElseThrow(() -> missing(name));
  }

  Optional<ObjectNode> maybeObject(String name) {
    JsonNode value = member(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (value instanceof ObjectNode object) {
      return Optional.of(object);
    }
    throw DeskRefused.invalid(name + " must be an object.");
  }

  /// A whole number from 0 on.
  int count(String name, int otherwise) {
    JsonNode value = member(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw DeskRefused.invalid(name + " must be a whole number from 0 on.");
    }
    return value.intValue();
  }

  Entity entity() {
    return maybeEntity().orElseThrow(() -> missing("entity"));
  }

  Optional<Entity> maybeEntity() {
    return maybe("entity")
        .map(
            name ->
                Entity.named(name)
                    .orElseThrow(() -> DeskRefused.invalid("There is no entity of that name.")));
  }

  UUID id(String name) {
    try {
      return UuidText.parse(name, text(name));
    } catch (IllegalArgumentException e) {
      throw DeskRefused.invalid(String.valueOf(e.getMessage()));
    }
  }

  RowKey key() {
    return new RowKey(entity(), id("id"));
  }

  /// Every member was asked for.
  void end() {
    for (var member : json.properties()) {
      if (!used.contains(member.getKey())) {
        throw DeskRefused.invalid("There is no member " + member.getKey() + " here.");
      }
    }
  }

  private JsonNode member(String name) {
    used.add(name);
    return json.path(name);
  }

  private static DeskRefused missing(String name) {
    return DeskRefused.invalid(name + " is missing.");
  }
}
