package com.salescopilot.server.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as HTML: escaped, with the little Markdown that the contract uses, which is paragraphs,
/// `**strong**` and code.
final class Markup {
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");

  private Markup() {}

  /// Text that means nothing to a browser.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// One line of text, with code and strong words.
  static String line(String text) {
    StringBuilder html = new StringBuilder();
    Matcher span = SPAN.matcher(text);
    int done = 0;
    while (span.find()) {
      html.append(escaped(text.substring(done, span.start())));
      html.append(
          span.group(1) == null
              ? "<strong>" + escaped(span.group(2)) + "</strong>"
              : "<code>" + escaped(span.group(1)) + "</code>");
      done = span.end();
    }
    return html.append(escaped(text.substring(done))).toString();
  }

  /// Text with its paragraphs, which empty lines part.
  static String paragraphs(String text) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : text.strip().split("\n\\s*\n", -1)) {
      if (!paragraph.isBlank()) {
        html.append("<p>").append(line(paragraph.replace('\n', ' '))).append("</p>\n");
      }
    }
    return html.toString();
  }
}
