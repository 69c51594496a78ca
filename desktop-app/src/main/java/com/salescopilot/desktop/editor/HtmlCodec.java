package com.salescopilot.desktop.editor;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Letters as HTML. What comes in from outside, pasted or in a mail, passes an allow-list: text,
/// bold, italic, lists, quotes and http, https and mailto links. Nothing else survives, nothing is
/// fetched, and nothing can run.
public final class HtmlCodec {
  private static final String UNSEEN =
      "script, style, title, template, noscript, iframe, object, embed, svg, math, audio, video,"
          + " canvas, select, datalist, [hidden], [style~=(?i)display\\s*:\\s*none]";

  private HtmlCodec() {}

  /// Reads HTML. Never throws.
  public static Reading read(String html) {
    Element body = Jsoup.parseBodyFragment(Reading.shortened(html)).body();
    body.select(UNSEEN).remove();
    HtmlReader reader = new HtmlReader();
    body.traverse(reader);
    return new Reading(reader.document(), html.length() > Reading.LIMIT);
  }

  /// Writes the HTML of a letter, in the spelling in which merge fields can be filled in. Empty for
  /// an empty letter.
  public static String write(Document document) {
    return new HtmlWriter().write(document);
  }
}
