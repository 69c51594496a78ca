package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.Line;
import com.salescopilot.desktop.editor.Shape;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.desktop.editor.TextStyle;
import com.salescopilot.model.ai.Hunk;
import java.util.ArrayList;
import java.util.List;

/// A letter with the text that it is read as, so that a change of the text becomes one of the
/// letter and leaves all other lines as they look.
///
/// @param text line for line that of the letter
record LetterLines(Document letter, String text) {
  static LetterLines of(Document letter) {
    return new LetterLines(letter, TextCodec.write(letter));
  }

  /// Whether a change touches nothing that is more than text: what is bold, linked, listed or
  /// quoted would lose that.
  boolean canTake(Hunk hunk) {
    return letter.lines().subList(line(hunk.from()), line(hunk.to()) + 1).stream()
        .allMatch(LetterLines::isText);
  }

  /// The letter with the change.
  Document with(Hunk hunk) {
    int first = line(hunk.from());
    int last = line(hunk.to());
    String head = text.substring(start(first), hunk.from());
    String tail = text.substring(hunk.to(), end(last));
    List<Line> lines = new ArrayList<>(letter.lines().subList(0, first));
    lines.addAll(TextCodec.read(head + hunk.text() + tail).lines());
    lines.addAll(letter.lines().subList(last + 1, letter.lines().size()));
    return new Document(lines);
  }

  private static boolean isText(Line line) {
    return line.shape().equals(Shape.TEXT)
        && line.content().stream().allMatch(inline -> inline.style().equals(TextStyle.PLAIN));
  }

  private int line(int at) {
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  private int start(int line) {
    int at = 0;
    for (int i = 0; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at;
  }

  private int end(int line) {
    int next = text.indexOf('\n', start(line));
    return next < 0 ? text.length() : next;
  }
}
