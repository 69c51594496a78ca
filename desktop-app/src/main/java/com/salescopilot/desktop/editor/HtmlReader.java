package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.editor.Shape.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Walks an HTML tree and collects its lines. Follows the layout of a browser as far as lines go: a
/// blank line stands between paragraphs, none between `div`s, and blanks fold.
final class HtmlReader implements NodeVisitor {
  private static final Set<String> SPACED =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dl", "table", "hr");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Pattern BOLD = Pattern.compile("(?i)font-weight\\s*:\\s*(bold|[6-9]00)");
  private static final Pattern NOT_BOLD =
      Pattern.compile("(?i)font-weight\\s*:\\s*(normal|lighter|[1-5]00)");
  private static final Pattern ITALIC = Pattern.compile("(?i)font-style\\s*:\\s*(italic|oblique)");
  private static final Pattern NOT_ITALIC = Pattern.compile("(?i)font-style\\s*:\\s*normal");

  private final List<Line> lines = new ArrayList<>();
  private final List<Inline> line = new ArrayList<>();
  private final Deque<TextStyle> styles = new ArrayDeque<>(List.of(TextStyle.PLAIN));
  private final Deque<Kind> lists = new ArrayDeque<>();
  private final List<TextStyle> blank = new ArrayList<>(1);
  private int quote;
  private int preformatted;

  /// A list item has begun and has no line yet.
  private boolean itemWaits;

  /// A paragraph has ended or begun since the last text.
  private boolean gap;

  /// A text stands in this quote since the last list.
  private boolean textBefore;

  Document document() {
    endLine();
    return new Document(lines);
  }

  @Override
  public void head(Node node, int depth) {
    switch (node) {
      case TextNode text -> read(text.getWholeText());
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
      case "br" -> newLine();
      case "img" -> read(element.attr("alt"));
      case "ul" -> openList(Kind.BULLET);
      case "ol" -> openList(Kind.NUMBER);
      case "li" -> itemWaits = true;
      case "blockquote" -> quote(1);
      case "pre" -> preformatted++;
      case "td", "th" -> separate();
      default -> {
        // only its style or its words count
      }
    }
    styles.push(styleOf(element));
  }

  private void close(Element element) {
    styles.pop();
    breakFor(element);
    switch (element.normalName()) {
      case "ul", "ol" -> lists.pop();
      case "li" -> endItem();
      case "blockquote" -> quote(-1);
      case "pre" -> preformatted--;
      default -> {
        // nothing to close
      }
    }
  }

  private void breakFor(Element element) {
    String name = element.normalName();
    boolean cell = name.equals("td") || name.equals("th");
    boolean listPart = name.equals("ul") || name.equals("ol") || name.equals("li");
    if (!element.isBlock() || cell) {
      return;
    }
    if (!lists.isEmpty() && !listPart) {
      // an item is one line, whatever it is made of
      separate();
    } else {
      endLine();
      gap |= SPACED.contains(name);
    }
  }

  private TextStyle styleOf(Element element) {
    TextStyle style = styles.element();
    String name = element.normalName();
    String css = element.attr("style");
    boolean strong = name.equals("b") || name.equals("strong") || HEADINGS.contains(name);
    if (NOT_BOLD.matcher(css).find()) {
      style = style.notBold();
    } else if (strong || BOLD.matcher(css).find()) {
      style = style.asBold();
    }
    if (NOT_ITALIC.matcher(css).find()) {
      style = style.notItalic();
    } else if (name.equals("i") || name.equals("em") || ITALIC.matcher(css).find()) {
      style = style.asItalic();
    }
    return name.equals("a")
        ? Link.of(element.attr("href")).map(style::linkedTo).orElse(style)
        : style;
  }

  private void openList(Kind kind) {
    if (itemWaits) {
      endItem();
    }
    lists.push(kind);
  }

  private void endItem() {
    if (itemWaits) {
      emit();
    }
  }

  private void quote(int times) {
    quote += times;
    textBefore = false;
  }

  private void read(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        int end = i + 1;
        while (end < text.length() && !isBlank(text.charAt(end))) {
          end++;
        }
        word(text.substring(i, end));
        i = end - 1;
      } else if (preformatted == 0) {
        separate();
      } else if (c == '\n') {
        newLine();
      } else if (c != '\r') {
        word(" ");
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private void separate() {
    if (!line.isEmpty() && blank.isEmpty()) {
      blank.add(styles.element());
    }
  }

  private void word(String word) {
    blank.forEach(style -> line.add(new Inline.Text(" ", style)));
    blank.clear();
    line.add(new Inline.Text(word, styles.element()));
  }

  private void newLine() {
    if (lists.isEmpty()) {
      emit();
    } else {
      separate();
    }
  }

  private void endLine() {
    blank.clear();
    if (!line.isEmpty()) {
      emit();
    }
  }

  private void emit() {
    blank.clear();
    Kind kind = lists.isEmpty() ? Kind.TEXT : lists.element();
    Line read = new Line(new Shape(kind, lists.size() - 1, quote), line);
    line.clear();
    itemWaits = false;
    if (kind == Kind.TEXT && !read.isEmpty()) {
      if (gap && textBefore) {
        lines.add(new Line(read.shape(), List.of()));
      }
      gap = false;
    }
    textBefore = kind == Kind.TEXT && (textBefore || !read.isEmpty());
    lines.add(read);
  }
}
