package com.salescopilot.model.mail;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Walks an HTML tree and writes its text; breaks and blanks wait until a word follows.
final class PlainTextWriter implements NodeVisitor {
  private static final Set<String> SPACED =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "table",
          "pre",
          "blockquote",
          "hr");
  private static final char NBSP = '\u00A0';
  private static final int LINE = 1;
  private static final int PARAGRAPH = 2;
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();
  private int breaks;
  private String marker = "";
  private boolean blank;
  private int listDepth;
  private int preformattedDepth;
  private int linkStart;

  String text() {
    return out.toString().stripTrailing();
  }

  @Override
  public void head(Node node, int depth) {
    switch (node) {
      case TextNode text -> write(text.getWholeText());
      case Element element -> open(element);
      default -> {
        // comments and the like have no words
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
  }

  private void open(Element element) {
    breakFor(element);
    switch (element.normalName()) {
      case "br" -> breaks = Math.min(breaks + 1, PARAGRAPH);
      case "hr" -> word("---");
      case "img" -> write(element.attr("alt"));
      case "ul", "ol" -> listDepth++;
      case "li" -> marker = INDENT.repeat(Math.max(0, listDepth - 1)) + bullet(element);
      case "pre" -> preformattedDepth++;
      case "td", "th" -> blank = true;
      case "a" -> linkStart = out.length();
      default -> {
        // an element without a mark of its own
      }
    }
  }

  private void close(Element element) {
    switch (element.normalName()) {
      case "ul", "ol" -> listDepth--;
      case "li" -> marker = "";
      case "pre" -> preformattedDepth--;
      case "a" -> address(element.attr("href").strip());
      default -> {
        // nothing to close
      }
    }
    breakFor(element);
  }

  private void breakFor(Element element) {
    String name = element.normalName();
    if (SPACED.contains(name) && !(listDepth > 0 && element.parents().is("li"))) {
      breaks = PARAGRAPH;
    } else if (element.isBlock() && !isCell(name)) {
      breaks = Math.max(breaks, LINE);
    }
  }

  private static boolean isCell(String name) {
    return name.equals("td") || name.equals("th");
  }

  private static String bullet(Element item) {
    Element list = item.parent();
    return list != null && list.normalName().equals("ol")
        ? (item.elementSiblingIndex() + 1) + ". "
        : "- ";
  }

  private void address(String href) {
    String shown = out.substring(Math.min(linkStart, out.length())).strip();
    boolean leads = href.matches("(?is)(https?:|mailto:|\\{\\{).*");
    if (leads && !shown.equals(href) && !("mailto:" + shown).equalsIgnoreCase(href)) {
      blank = !shown.isEmpty();
      word(shown.isEmpty() ? href : "(" + href + ")");
    }
  }

  private void write(String text) {
    if (preformattedDepth > 0) {
      preformatted(text);
      return;
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        flush(word);
        blank = true;
      } else {
        word.append(c == NBSP ? ' ' : c);
      }
    }
    flush(word);
  }

  private void preformatted(String text) {
    String[] lines = text.replace(NBSP, ' ').replace("\r", "").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        breaks = Math.min(breaks + 1, PARAGRAPH);
      }
      if (!lines[i].isEmpty()) {
        word(lines[i]);
      }
    }
  }

  private void flush(StringBuilder word) {
    if (!word.isEmpty()) {
      word(word.toString());
      word.setLength(0);
    }
  }

  private void word(String word) {
    if (breaks > 0 || out.isEmpty()) {
      out.append("\n".repeat(out.isEmpty() ? 0 : breaks));
      out.append(marker);
      marker = "";
    } else if (blank) {
      out.append(' ');
    }
    breaks = 0;
    blank = false;
    out.append(word);
  }
}
