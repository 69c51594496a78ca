package com.salescopilot.model.template;

import java.util.Locale;
import java.util.Set;

/// Knows at which kind of place of an HTML source it stands.
///
/// Follows the tokeniser of the HTML standard (§13.2.5) as far as it decides where text ends and
/// markup begins. Canonical HTML needs little of it; the rest errs towards "inside markup", where
/// no field is allowed.
final class HtmlPosition {
  private static final Set<String> RAW_ELEMENTS =
      Set.of(
          "script",
          "style",
          "title",
          "textarea",
          "xmp",
          "iframe",
          "noembed",
          "noframes",
          "noscript",
          "plaintext");

  private enum State {
    TEXT,
    /// After `<`: text or markup, the next character decides.
    TAG_OPEN,
    TAG_NAME,
    BEFORE_ATTRIBUTE,
    ATTRIBUTE_NAME,
    AFTER_ATTRIBUTE_NAME,
    BEFORE_VALUE,
    QUOTED_VALUE,
    UNQUOTED_VALUE,
    COMMENT,
    /// `<!doctype`, `<?xml` and the like, up to the next `>`.
    DECLARATION,
    /// The content of an element of [#RAW_ELEMENTS].
    RAW
  }

  private final String source;
  private final StringBuilder name = new StringBuilder();
  private State state = State.TEXT;
  private String element = "";
  private String attribute = "";
  private char quote;
  private int valueStart;
  private int at;

  HtmlPosition(String source) {
    this.source = source;
  }

  /// Reads on up to an index.
  void readTo(int end) {
    while (at < end) {
      read(source.charAt(at));
      at++;
    }
  }

  /// Goes on behind a field without reading it.
  void skipTo(int end) {
    at = end;
  }

  boolean isInText() {
    return state == State.TEXT;
  }

  boolean isInValueOf(String attributeName) {
    return state == State.QUOTED_VALUE && attribute.equals(attributeName);
  }

  /// Where the attribute's value begins; only inside one.
  int valueStart() {
    return valueStart;
  }

  /// What ends the text or value here, so that a field cannot reach beyond it.
  char delimiter() {
    return state == State.QUOTED_VALUE ? quote : '<';
  }

  private void read(char c) {
    switch (state) {
      case TEXT -> text(c);
      case TAG_OPEN -> tagOpen(c);
      case TAG_NAME -> tagName(c);
      case BEFORE_ATTRIBUTE -> beforeAttribute(c);
      case ATTRIBUTE_NAME -> attributeName(c);
      case AFTER_ATTRIBUTE_NAME -> afterAttributeName(c);
      case BEFORE_VALUE -> beforeValue(c);
      case QUOTED_VALUE -> quotedValue(c);
      case UNQUOTED_VALUE -> unquotedValue(c);
      case COMMENT -> comment(c);
      case DECLARATION -> declaration(c);
      case RAW -> raw(c);
    }
  }

  private void text(char c) {
    if (c == '<') {
      state = State.TAG_OPEN;
    }
  }

  private void tagOpen(char c) {
    if (isLetter(c) || c == '/') {
      state = State.TAG_NAME;
      name.setLength(0);
      name.append(c);
    } else if (c == '!' && source.startsWith("--", at + 1)) {
      state = State.COMMENT;
    } else if (c == '!' || c == '?') {
      state = State.DECLARATION;
    } else {
      state = State.TEXT;
      text(c);
    }
  }

  private void tagName(char c) {
    if (!isBlank(c) && c != '/' && c != '>') {
      name.append(c);
      return;
    }
    element = name.toString().toLowerCase(Locale.ROOT);
    beforeAttribute(c);
  }

  private void beforeAttribute(char c) {
    if (c == '>') {
      closeTag();
    } else if (isBlank(c) || c == '/') {
      state = State.BEFORE_ATTRIBUTE;
    } else {
      state = State.ATTRIBUTE_NAME;
      name.setLength(0);
      name.append(c);
    }
  }

  private void attributeName(char c) {
    if (c != '=' && c != '>' && c != '/' && !isBlank(c)) {
      name.append(c);
      return;
    }
    attribute = name.toString().toLowerCase(Locale.ROOT);
    afterAttributeName(c);
  }

  private void afterAttributeName(char c) {
    if (c == '=') {
      state = State.BEFORE_VALUE;
    } else if (isBlank(c)) {
      state = State.AFTER_ATTRIBUTE_NAME;
    } else {
      beforeAttribute(c);
    }
  }

  private void beforeValue(char c) {
    if (c == '"' || c == '\'') {
      state = State.QUOTED_VALUE;
      quote = c;
      valueStart = at + 1;
    } else if (c == '>') {
      closeTag();
    } else if (!isBlank(c)) {
      state = State.UNQUOTED_VALUE;
    }
  }

  private void quotedValue(char c) {
    if (c == quote) {
      state = State.BEFORE_ATTRIBUTE;
    }
  }

  private void unquotedValue(char c) {
    if (isBlank(c)) {
      state = State.BEFORE_ATTRIBUTE;
    } else if (c == '>') {
      closeTag();
    }
  }

  private void comment(char c) {
    if (c == '>' && source.startsWith("--", at - 2)) {
      state = State.TEXT;
    }
  }

  private void declaration(char c) {
    if (c == '>') {
      state = State.TEXT;
    }
  }

  private void raw(char c) {
    String end = "/" + element;
    if (c == '<' && source.regionMatches(true, at + 1, end, 0, end.length())) {
      state = State.TAG_OPEN;
    }
  }

  private void closeTag() {
    state = RAW_ELEMENTS.contains(element) ? State.RAW : State.TEXT;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
