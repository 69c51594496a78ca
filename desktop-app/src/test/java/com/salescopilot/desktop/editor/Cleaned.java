package com.salescopilot.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/// What is left of HTML when a letter was made of it and written again.
record Cleaned(String html) {
  private static final Set<String> ALLOWED =
      Set.of("p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote");

  static Cleaned of(String hostile) {
    return new Cleaned(HtmlCodec.write(HtmlCodec.read(hostile).document()));
  }

  /// Everything in it but text, lists, quotes and links to http, https and mailto.
  List<String> offences() {
    List<String> offences = new ArrayList<>();
    for (Element element : Jsoup.parseBodyFragment(html).body().children().select("*")) {
      if (!ALLOWED.contains(element.normalName())) {
        offences.add(element.normalName());
      }
      for (Attribute attribute : element.attributes()) {
        boolean link = element.normalName().equals("a") && attribute.getKey().equals("href");
        if (!link || !attribute.getValue().matches("(?s)(https?://|mailto:).+|\\{\\{.*}}")) {
          offences.add(element.normalName() + " " + attribute);
        }
      }
    }
    return offences;
  }
}
