package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.editor.Shape.Kind;
import java.util.List;

/// What a command does to the shapes of the lines it is applied to.
final class Shapes {
  private Shapes() {}

  /// Items of a list, or text again if they all are such items.
  static List<Shape> toggle(Kind kind, List<Shape> lines) {
    boolean all = lines.stream().allMatch(shape -> shape.kind() == kind);
    return lines.stream().map(shape -> shape.as(all ? Kind.TEXT : kind)).toList();
  }

  /// A quote, or one no more if they all are quoted.
  static List<Shape> toggleQuote(List<Shape> lines) {
    boolean all = lines.stream().allMatch(shape -> shape.quote() > 0);
    return lines.stream().map(shape -> shape.quoted(all ? 0 : Math.max(1, shape.quote()))).toList();
  }

  /// List items deeper or, with a negative number, less deep.
  static List<Shape> indent(int levels, List<Shape> lines) {
    return lines.stream().map(shape -> shape.atLevel(shape.level() + levels)).toList();
  }

  /// One step towards plain text: less deep, then no item, then no quote.
  static Shape plainer(Shape shape) {
    if (shape.level() > 0) {
      return shape.atLevel(shape.level() - 1);
    }
    return shape.isItem() ? shape.as(Kind.TEXT) : shape.quoted(shape.quote() - 1);
  }
}
