package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.editor.Shape.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Letters as plain text, line by line, merge fields in braces.
public final class TextCodec {
  private static final String QUOTED = "> ";
  private static final String INDENT = "  ";
  private static final char NBSP = '\u00A0';

  private TextCodec() {}

  /// Reads plain text, of which every line is one of text. Never throws.
  public static Document read(String text) {
    return new Document(Arrays.stream(text.split("\\R", -1)).map(Line::of).toList());
  }

  /// Writes plain text: list items with their marks, quotes behind `>`, and behind a link its
  /// address unless the text is the address.
  public static String write(Document document) {
    List<Integer> numbers = document.numbers();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      Line line = document.lines().get(i);
      out.append(i > 0 ? "\n" : "")
          .append(QUOTED.repeat(line.shape().quote()))
          .append(INDENT.repeat(line.shape().level()))
          .append(mark(line.shape().kind(), numbers.get(i)));
      content(line, out);
    }
    return out.toString();
  }

  private static String mark(Kind kind, int number) {
    return switch (kind) {
      case TEXT -> "";
      case BULLET -> "- ";
      case NUMBER -> number + ". ";
    };
  }

  private static void content(Line line, StringBuilder out) {
    Optional<Link> link = Optional.empty();
    int start = 0;
    for (Inline inline : line.written()) {
      if (!inline.style().link().equals(link)) {
        address(link, start, out);
        link = inline.style().link();
        start = out.length();
      }
      out.append(inline.source().replace(NBSP, ' '));
    }
    address(link, start, out);
  }

  private static void address(Optional<Link> link, int start, StringBuilder out) {
    if (link.isPresent()) {
      String shown = out.substring(start).strip();
      String target = link.get().target();
      boolean same =
          shown.equals(target)
              || ("mailto:" + shown)
                  .toLowerCase(Locale.ROOT)
                  .equals(target.toLowerCase(Locale.ROOT));
      out.append(same ? "" : " (" + target + ")");
    }
  }
}
