package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Brings the content of a line into normal form, character by character.
final class Tidy {
  /// Stands for a field; in text it means nothing.
  static final char FIELD = '\uFFFC';

  private static final char NBSP = '\u00A0';

  /// Invisible. A writer sets it between a brace or backslash and a field, which would be read as
  /// one otherwise.
  static final char JOINER = '\u2060';

  private final StringBuilder text = new StringBuilder();
  private final List<TextStyle> styles = new ArrayList<>();
  private final Deque<MergeField> fields = new ArrayDeque<>();

  private Tidy() {}

  static List<Inline> of(List<Inline> content) {
    Tidy tidy = new Tidy();
    content.forEach(tidy::take);
    Tidy found = tidy.withFieldsFound();
    found.fold();
    found.dropJoiners();
    return found.isBlank() ? List.of() : found.pieces();
  }

  private void take(Inline inline) {
    switch (inline) {
      case Inline.Field(MergeField field, TextStyle style) -> add(field, style);
      case Inline.Text(String words, TextStyle style) ->
          words.codePoints().forEach(c -> add(c, style));
    }
  }

  private void add(MergeField field, TextStyle style) {
    text.append(FIELD);
    styles.add(style);
    fields.add(field);
  }

  private void add(int c, TextStyle style) {
    if (separates(c)) {
      text.append(' ');
      styles.add(style);
    } else if (isText(c)) {
      text.appendCodePoint(c);
      for (int i = Character.charCount(c); i > 0; i--) {
        styles.add(style);
      }
    }
  }

  private static boolean separates(int c) {
    return (c >= '\t' && c <= '\r') || c == ' ' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isText(int c) {
    return !Character.isISOControl(c)
        && c != FIELD
        && c != '\uFEFF'
        && Character.getType(c) != Character.SURROGATE;
  }

  private Tidy withFieldsFound() {
    Tidy found = new Tidy();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == FIELD) {
        find(start, i, found);
        if (i < text.length()) {
          found.add(fields.remove(), styles.get(i));
        }
        start = i + 1;
      }
    }
    return found;
  }

  /// Copies a stretch without fields, taking for a field what reads as one, however it is styled.
  private void find(int start, int end, Tidy found) {
    int at = start;
    for (MergeField.Place place : MergeField.in(text.substring(start, end))) {
      copy(at, start + place.start(), found);
      found.add(place.field(), styles.get(start + place.start()));
      at = start + place.end();
    }
    copy(at, end, found);
  }

  private void copy(int start, int end, Tidy found) {
    found.text.append(text, start, end);
    found.styles.addAll(styles.subList(start, end));
  }

  /// HTML folds a blank at either end and behind another one.
  private void fold() {
    for (int i = 0; i < text.length(); i++) {
      boolean edge = i == 0 || i == text.length() - 1;
      if (text.charAt(i) == ' ' && (edge || text.charAt(i - 1) == ' ')) {
        text.setCharAt(i, NBSP);
      }
    }
  }

  private void dropJoiners() {
    for (int i = text.length() - 1; i > 0; i--) {
      boolean beforeField = i < text.length() && text.charAt(i) == FIELD;
      if (beforeField && text.charAt(i - 1) == JOINER) {
        text.deleteCharAt(i - 1);
        styles.remove(i - 1);
      }
    }
  }

  private boolean isBlank() {
    return text.chars().allMatch(c -> c == ' ' || c == NBSP);
  }

  private List<Inline> pieces() {
    List<Inline> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean field = i < text.length() && text.charAt(i) == FIELD;
      boolean end = i == text.length() || field || !styles.get(i).equals(styles.get(start));
      if (end && i > start) {
        pieces.add(new Inline.Text(text.substring(start, i), styles.get(start)));
        start = i;
      }
      if (field) {
        pieces.add(new Inline.Field(fields.remove(), styles.get(i)));
        start = i + 1;
      }
    }
    return List.copyOf(pieces);
  }
}
