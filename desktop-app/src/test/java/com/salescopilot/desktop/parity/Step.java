package com.salescopilot.desktop.parity;

import com.salescopilot.model.entity.Entity;
import java.util.Map;

/// Something that is done both ways.
///
/// @param name what the row is called; in texts it stands as `@name`
record Step(Verb verb, Entity entity, String name, String json) {

  enum Verb {
    CREATE,
    EDIT,
    DELETE,
    MARK,
    UNMARK,
    MOVE,
    SEND
  }

  /// Its JSON with ids for names.
  String json(Map<String, String> ids) {
    String text = json;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      text = text.replace("\"@" + id.getKey() + "\"", "\"" + id.getValue() + "\"");
    }
    return text;
  }
}
