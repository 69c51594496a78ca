package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.editor.Shape.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// Builds the tree of a letter, which jsoup then spells as the renderer of letters expects it. The
/// inverse of [HtmlReader].
final class HtmlWriter {

  String write(Document document) {
    if (document.equals(Document.EMPTY)) {
      return "";
    }
    org.jsoup.nodes.Document shell = org.jsoup.nodes.Document.createShell("");
    shell.outputSettings().prettyPrint(false);
    Element body = shell.body();
    quotes(document.lines(), 0, body);
    return body.html();
  }

  private void quotes(List<Line> lines, int depth, Element into) {
    for (List<Line> run : runs(lines, line -> line.shape().quote() > depth)) {
      if (run.getFirst().shape().quote() > depth) {
        quotes(run, depth + 1, into.appendElement("blockquote"));
      } else {
        runs(run, line -> line.shape().isItem()).forEach(block -> block(block, into));
      }
    }
  }

  private void block(List<Line> lines, Element into) {
    if (lines.getFirst().shape().isItem()) {
      items(lines, into);
    } else {
      text(lines, into);
    }
  }

  /// An empty line between two paragraphs is their distance; others are paragraphs of their own.
  private void text(List<Line> lines, Element into) {
    List<List<Line>> paragraphs = runs(lines, Line::isEmpty);
    for (int i = 0; i < paragraphs.size(); i++) {
      List<Line> run = paragraphs.get(i);
      if (run.getFirst().isEmpty()) {
        boolean between = i > 0 && i < paragraphs.size() - 1;
        for (int n = between ? run.size() - 1 : run.size(); n > 0; n--) {
          into.appendElement("p").appendElement("br");
        }
      } else {
        paragraph(run, into.appendElement("p"));
      }
    }
  }

  private void paragraph(List<Line> lines, Element into) {
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        into.appendElement("br");
      }
      content(lines.get(i), into);
    }
  }

  private void items(List<Line> lines, Element into) {
    Deque<Element> lists = new ArrayDeque<>();
    for (Line line : lines) {
      int level = line.shape().level();
      String name = line.shape().kind() == Kind.NUMBER ? "ol" : "ul";
      while (lists.size() > level + 1) {
        lists.pop();
      }
      if (lists.size() == level + 1 && !lists.element().normalName().equals(name)) {
        lists.pop();
      }
      if (lists.size() <= level) {
        // the outermost item of the list above holds it
        Element parent = lists.isEmpty() ? into : lists.element().children().getLast();
        lists.push(parent.appendElement(name));
      }
      content(line, lists.element().appendElement("li"));
    }
  }

  /// A link holds what is bold in it, which holds what is italic in it.
  private void content(Line line, Element into) {
    for (List<Inline> linked : runs(line.written(), inline -> inline.style().link())) {
      Element a = linked.getFirst().style().link().map(link -> anchor(link, into)).orElse(into);
      for (List<Inline> bold : runs(linked, inline -> inline.style().bold())) {
        Element b = bold.getFirst().style().bold() ? a.appendElement("strong") : a;
        for (List<Inline> italic : runs(bold, inline -> inline.style().italic())) {
          Element i = italic.getFirst().style().italic() ? b.appendElement("em") : b;
          i.appendChild(new TextNode(source(italic)));
        }
      }
    }
  }

  private static Element anchor(Link link, Element into) {
    return into.appendElement("a").attr("href", link.target());
  }

  private static String source(List<Inline> content) {
    return content.stream().map(Inline::source).collect(Collectors.joining());
  }

  /// Cuts a list where a property of its elements changes.
  private static <T> List<List<T>> runs(List<T> all, Function<T, ?> property) {
    List<List<T>> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= all.size(); i++) {
      if (i == all.size() || !property.apply(all.get(i)).equals(property.apply(all.get(start)))) {
        runs.add(all.subList(start, i));
        start = i;
      }
    }
    return runs;
  }
}
