package com.salescopilot.desktop.prospects;

import com.salescopilot.model.entity.Doc;

/// A prospect as the list shows it.
///
/// @param doc the row
/// @param waits whether changes of it have not reached the server
record ProspectRow(Doc doc, boolean waits) {
  String text(String field) {
    return doc.text(field).orElse("");
  }

  /// How one speaks of this person.
  String name() {
    String name = (text("firstName") + " " + text("lastName")).strip();
    return name.isEmpty() ? text("email") : name;
  }
}
