package com.salescopilot.server.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.server.db.Row;

/// How a dashboard names somebody.
final class People {
  private People() {}

  /// @param row with the columns of a prospect's name, address and company
  static ObjectNode prospect(String id, Row row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("firstName", row.textMaybe("first_name").orElse(null))
        .put("lastName", row.textMaybe("last_name").orElse(null))
        .put("email", row.text("email"))
        .put("company", row.textMaybe("company").orElse(null));
  }
}
