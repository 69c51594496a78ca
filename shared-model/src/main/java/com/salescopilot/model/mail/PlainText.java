package com.salescopilot.model.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The plain half of a letter from its HTML half, and back.
public final class PlainText {
  private PlainText() {}

  /// What a person reads in the HTML: paragraphs apart, list items marked, link targets in brackets
  /// where the text does not show them.
  public static String fromHtml(String html) {
    Reading reading = new Reading();
    Jsoup.parseBodyFragment(html).body().traverse(reading);
    return reading
        .out
        .toString()
        .replaceAll("[ \\t]+\\n", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  /// The text as HTML: a paragraph for each block of lines, and nothing in it read as markup.
  public static String toHtml(String text) {
    StringBuilder html = new StringBuilder();
    for (String block :
        text.replace("\r\n", "\n").replace('\r', '\n').strip().split("\n{2,}", -1)) {
      html.append("<p>").append(Entities.escape(block).replace("\n", "<br>")).append("</p>");
    }
    return html.toString();
  }

  private static final class Reading implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        String read = text.getWholeText().replaceAll("[\\s\\u00a0]+", " ");
        boolean atStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        out.append(atStart ? read.stripLeading() : read);
      } else if (node instanceof Element element) {
        switch (element.normalName()) {
          case "br" -> out.append('\n');
          case "li" -> out.append("\n- ");
          case String name when element.isBlock() && depth > 0 -> out.append("\n");
          case String name -> {}
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element) || depth == 0) {
        return;
      }
      String href = element.attr("href");
      if (element.normalName().equals("a")
          && href.startsWith("http")
          && !element.text().contains(href)) {
        out.append(" (").append(href).append(')');
      } else if (element.isBlock() && !element.normalName().equals("li")) {
        out.append(element.normalName().equals("p") ? "\n\n" : "\n");
      }
    }
  }
}
