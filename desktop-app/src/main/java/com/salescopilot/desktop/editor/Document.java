package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A letter: lines of text, list items and quotes, as its writer sees them.
///
/// Always in normal form, so two documents that look the same are equal: at least one line, and no
/// list item nested deeper than one level below the item before it.
///
/// @param lines an empty one stands between paragraphs, as in plain text
public record Document(List<Line> lines) {
  /// A letter without a word.
  public static final Document EMPTY = new Document(List.of());

  /// Brings the lines into normal form.
  public Document {
    lines = lines.isEmpty() ? List.of(Line.EMPTY) : nested(lines);
  }

  /// Whether there is nothing to read.
  public boolean isEmpty() {
    return lines.stream().allMatch(Line::isEmpty);
  }

  /// The merge fields, in order, each as often as it stands there.
  public Stream<MergeField> fields() {
    return lines.stream()
        .flatMap(line -> line.content().stream())
        .flatMap(
            inline ->
                inline instanceof Inline.Field field ? Stream.of(field.field()) : Stream.empty());
  }

  /// The number of every line in its list, from 1; 0 for what is not numbered.
  public List<Integer> numbers() {
    int[] counted = new int[Shape.MAX_LEVEL + 1];
    List<Integer> numbers = new ArrayList<>(lines.size());
    Shape before = Shape.TEXT;
    for (Line line : lines) {
      Shape shape = line.shape();
      boolean goesOn = before.isItem() && before.quote() == shape.quote();
      for (int level = 0; level < counted.length; level++) {
        boolean below = level > shape.level();
        boolean otherList = level == shape.level() && shape.kind() != Shape.Kind.NUMBER;
        counted[level] = goesOn && !below && !otherList ? counted[level] : 0;
      }
      numbers.add(shape.kind() == Shape.Kind.NUMBER ? ++counted[shape.level()] : 0);
      before = shape;
    }
    return List.copyOf(numbers);
  }

  private static List<Line> nested(List<Line> lines) {
    List<Line> nested = new ArrayList<>(lines.size());
    Shape before = Shape.TEXT;
    for (Line line : lines) {
      Shape shape = line.shape();
      boolean sameList = before.isItem() && before.quote() == shape.quote();
      int deepest = sameList ? before.level() + 1 : 0;
      before = shape.atLevel(Math.min(shape.level(), deepest));
      nested.add(line.shapedAs(before));
    }
    return List.copyOf(nested);
  }
}
