package com.salescopilot.model.template;

import org.jsoup.parser.Parser;

/// HTML's character references.
final class Entities {
  private Entities() {}

  static String decode(String html) {
    return Parser.unescapeEntities(html, false);
  }
}
