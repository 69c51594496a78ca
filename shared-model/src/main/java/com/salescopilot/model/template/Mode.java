package com.salescopilot.model.template;

/// What a template is made for: decides limits and how values are written.
public enum Mode {
  /// One line, values as they are.
  SUBJECT,
  /// A text body, values as they are.
  TEXT,
  /// A body in canonical HTML (jsoup output, attributes in double quotes), values escaped for their
  /// place.
  HTML
}
