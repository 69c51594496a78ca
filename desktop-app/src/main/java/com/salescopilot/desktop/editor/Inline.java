package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;

/// A piece of a line.
public sealed interface Inline {
  /// How it looks.
  TextStyle style();

  /// As it stands in a template.
  String source();

  /// Text in the template language: two braces as such are `\{{`, and braces that are no field
  /// stay, so that compiling the template can complain of them.
  record Text(String text, TextStyle style) implements Inline {
    @Override
    public String source() {
      return text;
    }
  }

  /// A merge field, one character wide to the caret.
  record Field(MergeField field, TextStyle style) implements Inline {
    @Override
    public String source() {
      return field.source();
    }
  }
}
