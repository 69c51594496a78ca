package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a model is asked: an instruction of ours, data of others, and the form of the answer.
///
/// @param instruction ours alone; nothing that a user or prospect wrote stands in it
/// @param data JSON, fenced off as data by being one
/// @param member the one text that the answer has
/// @param tokens how long it may become
record Question(String instruction, String data, String member, int tokens) {

  /// The form of the answer (JSON Schema).
  ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object");
    schema.putObject("properties").putObject(member).put("type", "string");
    schema.putArray("required").add(member);
    schema.put("additionalProperties", false);
    return schema;
  }
}
