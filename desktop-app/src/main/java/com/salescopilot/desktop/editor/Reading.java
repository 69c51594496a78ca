package com.salescopilot.desktop.editor;

import java.util.ArrayList;
import java.util.List;

/// A letter that was read from what somebody else made.
///
/// @param cut whether there was more than is read
public record Reading(Document document, boolean cut) {
  /// How much is read, in UTF-16 units; a letter may have a tenth of it.
  static final int LIMIT = 1024 * 1024;

  /// How long a letter may be; the template language takes 100 KB.
  private static final int LETTER = 100_000;

  /// A line of 100,000 characters takes seconds to lay out, at every key.
  private static final int LINE = 4_000;

  /// Reads plain text.
  static Reading ofText(String text) {
    return new Reading(TextCodec.read(shortened(text)), text.length() > LIMIT);
  }

  /// As much of it as one letter can hold, in lines that can be laid out while somebody types.
  Reading forLetter() {
    List<Line> lines = new ArrayList<>();
    int room = LETTER;
    for (Line line : document.lines()) {
      for (Line piece : pieces(line)) {
        room -= 1 + length(piece);
        if (room < 0) {
          return new Reading(new Document(lines), true);
        }
        lines.add(piece);
      }
    }
    return new Reading(new Document(lines), cut);
  }

  private static List<Line> pieces(Line line) {
    List<Line> pieces = new ArrayList<>();
    List<Inline> piece = new ArrayList<>();
    int length = 0;
    for (Inline inline : line.content()) {
      String source = inline.source();
      for (int at = 0; at < source.length(); ) {
        int end = inline instanceof Inline.Text ? end(source, at, LINE - length) : source.length();
        piece.add(
            inline instanceof Inline.Text(String text, TextStyle style)
                ? new Inline.Text(text.substring(at, end), style)
                : inline);
        length += end - at;
        at = end;
        if (length >= LINE || at < source.length()) {
          pieces.add(new Line(line.shape(), piece));
          piece.clear();
          length = 0;
        }
      }
    }
    if (!piece.isEmpty() || pieces.isEmpty()) {
      pieces.add(new Line(line.shape(), piece));
    }
    return pieces;
  }

  /// Behind the last blank that fits.
  private static int end(String text, int at, int room) {
    if (text.length() - at <= room) {
      return text.length();
    }
    int blank = text.lastIndexOf(' ', at + room);
    if (blank > at) {
      return blank + 1;
    }
    int end = at + Math.max(2, room);
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  private static int length(Line line) {
    return line.content().stream().mapToInt(inline -> inline.source().length()).sum();
  }

  static String shortened(String source) {
    return source.substring(0, Math.min(source.length(), LIMIT));
  }
}
