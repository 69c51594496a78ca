package com.salescopilot.server.rest;

import com.salescopilot.server.db.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/// One way of writing.
abstract sealed class Hand permits RestHand, PushHand {
  private final Scope scope;
  private final Map<String, String> ids = new LinkedHashMap<>();

  Hand(Scope scope) {
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  /// The ids of what it made, by name.
  Map<String, String> ids() {
    return ids;
  }

  /// Writes.
  abstract void take(RestAndPushTest.Step step);

  /// The step's JSON with ids for names.
  String json(RestAndPushTest.Step step) {
    String json = step.json();
    for (Map.Entry<String, String> id : ids.entrySet()) {
      json = json.replace("\"@" + id.getKey() + "\"", "\"" + id.getValue() + "\"");
    }
    return json;
  }
}
