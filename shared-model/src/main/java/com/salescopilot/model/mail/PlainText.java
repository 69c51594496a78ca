package com.salescopilot.model.mail;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Derives the missing half of a body, so that every mail has an HTML and a text part.
public final class PlainText {
  private static final String UNSEEN = "script, style, title, template, noscript";
  private static final String BREAK = "<br>";

  private PlainText() {}

  /// The words of an HTML body as a reader without HTML wants them: a blank line between
  /// paragraphs, list markers, and behind a link its address unless its text shows it. Fields of a
  /// template survive.
  public static String fromHtml(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select(UNSEEN).remove();
    PlainTextWriter writer = new PlainTextWriter();
    body.traverse(writer);
    return writer.text();
  }

  /// A text body as HTML: a paragraph for every run of lines, with breaks between them. Fields of a
  /// template survive; links stay text, which mail programs make clickable.
  public static String toHtml(String text) {
    StringBuilder html = new StringBuilder(text.length() + 64);
    List<String> paragraph = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        close(paragraph, html);
      } else {
        paragraph.add(escape(line.stripTrailing()));
      }
    }
    close(paragraph, html);
    return html.toString();
  }

  private static void close(List<String> paragraph, StringBuilder html) {
    if (!paragraph.isEmpty()) {
      html.append("<p>").append(String.join(BREAK, paragraph)).append("</p>");
      paragraph.clear();
    }
  }

  /// HTML folds blanks into one; what the writer indented or aligned keeps its width.
  private static String escape(String line) {
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i) == '\t' ? ' ' : line.charAt(i);
      boolean folds = i == 0 || Character.isWhitespace(line.charAt(i - 1));
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\u00A0' -> out.append("&nbsp;");
        case ' ' -> out.append(folds ? "&nbsp;" : " ");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
