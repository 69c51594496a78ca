package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Makes the JSON of answers.
final class Json {
  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ObjectNode error(String code, String detail) {
    ObjectNode answer = object();
    answer.putObject("error").put("code", code).put("detail", detail);
    return answer;
  }
}
