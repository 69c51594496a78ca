package com.salescopilot.desktop.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.value.ValueJson;
import java.util.Optional;
import java.util.UUID;

/// A template that is being written: on this machine's disk after every key, and seen by nobody
/// else until it is published.
///
/// @param now what stands in the form
/// @param was what the published template said when the writing began; blank for a new one
record BegunTemplate(TemplateText now, TemplateText was) {
  private static final String KIND = "template";
  private static final String NEW = "new";

  /// The one that was begun, if any.
  ///
  /// @param id the template that is changed; empty for a new one
  static Optional<BegunTemplate> find(SqliteStore store, Optional<UUID> id) {
    return store
        .localDraft(KIND, key(id))
        .map(ValueJson::object)
        .map(json -> new BegunTemplate(text(json, "now"), text(json, "was")));
  }

  static void forget(SqliteStore store, Optional<UUID> id) {
    store.dropLocalDraft(KIND, key(id));
  }

  void keep(SqliteStore store, Optional<UUID> id) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("now", now.json());
    json.set("was", was.json());
    store.keepLocalDraft(KIND, key(id), json.toString());
  }

  private static TemplateText text(ObjectNode json, String name) {
    return json.path(name) instanceof ObjectNode text
        ? TemplateText.read(text)
        : TemplateText.BLANK;
  }

  private static String key(Optional<UUID> id) {
    return id.map(UUID::toString).orElse(NEW);
  }
}
