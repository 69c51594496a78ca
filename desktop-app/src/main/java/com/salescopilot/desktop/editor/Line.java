package com.salescopilot.desktop.editor;

import java.util.ArrayList;
import java.util.List;

/// A line of a letter, which may be drawn on several.
///
/// @param content in normal form: neighbours differ in style, text has neither breaks nor control
///   characters, a blank that HTML would fold is a no-break space, and what can be read as a merge
///   field is one
public record Line(Shape shape, List<Inline> content) {
  /// A line of text without a word.
  public static final Line EMPTY = new Line(Shape.TEXT, List.of());

  /// Brings the content into normal form.
  public Line {
    content = Tidy.of(content);
  }

  /// A line of text in one style.
  public static Line of(String text) {
    return new Line(Shape.TEXT, List.of(new Inline.Text(text, TextStyle.PLAIN)));
  }

  /// Whether it has neither text nor fields.
  public boolean isEmpty() {
    return content.isEmpty();
  }

  /// The content as a template is written: an invisible joiner keeps a field from being read
  /// together with a brace or backslash before it.
  List<Inline> written() {
    List<Inline> written = new ArrayList<>(content);
    for (int i = 1; i < written.size(); i++) {
      if (written.get(i) instanceof Inline.Field
          && written.get(i - 1) instanceof Inline.Text(String text, TextStyle style)
          && (text.endsWith("{") || text.endsWith("\\"))) {
        written.set(i - 1, new Inline.Text(text + Tidy.JOINER, style));
      }
    }
    return written;
  }

  Line shapedAs(Shape other) {
    return other.equals(shape) ? this : new Line(other, content);
  }
}
