package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.editor.Shape.Kind;
import com.salescopilot.model.template.MergeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Makes letters by chance, with a liking for what is hard to write down.
///
/// @param words of what text is made
record Letters(SplittableRandom chance, List<String> words) {
  private static final List<String> WORDS =
      List.of(
          "Hi",
          " ",
          "  ",
          "\u00A0",
          "a&b",
          "<p>",
          "&amp;",
          "{",
          "{{",
          "}}",
          "\\",
          "\\{{",
          "{{x",
          "é",
          "😀",
          "ﬁ",
          "\u2060",
          "\u200B",
          "\"",
          "'",
          "> ",
          "- ",
          "1. ",
          "\t",
          "\u0000",
          "\uFFFC",
          "\uD83D",
          "\uFFFE",
          "{{company}}",
          "https://a.io",
          "שלום",
          ",",
          "\u0085",
          "\u2028",
          "|");
  private static final List<MergeField> FIELDS =
      List.of(
          MergeField.named("firstName"),
          new MergeField("company", Optional.of("R&D <\"you\">")),
          new MergeField("custom.x é", Optional.of("a}'s {b")),
          new MergeField("sender.firstName", Optional.of("\\")));
  private static final List<Link> LINKS =
      List.of(
          new Link("https://a.io/?x=1&y=%20\u00A0\"".replace("\"", "%22")),
          new Link("mailto:ada@b.io"),
          new Link("{{unsubscribeUrl}}"),
          Link.of("https://a.io/{{company | \"a b\"}}?q='x'").orElseThrow());

  Letters(SplittableRandom chance) {
    this(chance, WORDS);
  }

  /// JavaFX 25 fails to lay out some text that runs both ways and ends with a blank
  /// (`PrismTextLayout.computeTrailingSpaceWidth`), so what is shown runs one way.
  static Letters shown(SplittableRandom chance) {
    return new Letters(
        chance,
        WORDS.stream()
            .filter(word -> !word.codePoints().anyMatch(c -> c >= 0x590 && c < 0x800))
            .toList());
  }

  Document document() {
    List<Line> lines = new ArrayList<>();
    for (int n = chance.nextInt(7); n > 0; n--) {
      lines.add(new Line(shape(), content()));
    }
    return new Document(lines);
  }

  /// HTML that nobody would write, of pieces that people do write.
  String html() {
    String[] pieces = {
      "<p>",
      "</p>",
      "<br>",
      "<div>",
      "</div>",
      "<ul>",
      "</ul>",
      "<ol>",
      "</ol>",
      "<li>",
      "</li>",
      "<blockquote>",
      "</blockquote>",
      "<b>",
      "</b>",
      "<em>",
      "</em>",
      "<pre>",
      "</pre>",
      "<h2>",
      "<a href='https://a.io/ b'>",
      "<a href=\"javascript:x\">",
      "</a>",
      "<table><tr><td>",
      "</td>",
      "<span style='font-weight: 700'>",
      "</span>",
      "<script>",
      "</script>",
      "<img alt='pic'>",
      "text",
      " ",
      "\n",
      "&nbsp;",
      "{{firstName}}",
      "{{<b>firstName</b>}}",
      "{",
      "\\",
      "<hr>"
    };
    StringBuilder html = new StringBuilder();
    for (int n = chance.nextInt(25); n > 0; n--) {
      html.append(pieces[chance.nextInt(pieces.length)]);
    }
    return html.toString();
  }

  /// Text as it may stand in a file, in the spelling that plain text keeps.
  String text() {
    StringBuilder text = new StringBuilder();
    for (int n = chance.nextInt(12); n > 0; n--) {
      String word = any(words);
      text.append(word.matches("[^\\p{Cc}\u00A0\u2028\u2060\uFFFC\uD83D]+") ? word : "\n");
    }
    return text.toString();
  }

  private Shape shape() {
    if (chance.nextInt(3) > 0) {
      return Shape.TEXT;
    }
    Kind kind = any(List.of(Kind.TEXT, Kind.BULLET, Kind.NUMBER));
    return new Shape(kind, chance.nextInt(6), Math.max(0, chance.nextInt(6) - 3));
  }

  private List<Inline> content() {
    List<Inline> content = new ArrayList<>();
    for (int n = chance.nextInt(6); n > 0; n--) {
      content.add(
          chance.nextInt(4) == 0
              ? new Inline.Field(any(FIELDS), style())
              : new Inline.Text(any(words), style()));
    }
    return content;
  }

  private TextStyle style() {
    Optional<Link> link = chance.nextInt(4) == 0 ? Optional.of(any(LINKS)) : Optional.empty();
    return new TextStyle(chance.nextInt(3) == 0, chance.nextInt(3) == 0, link);
  }

  private <T> T any(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
