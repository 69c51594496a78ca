package com.salescopilot.desktop.editor;

/// How a letter is kept in a template: HTML where it begins with a tag, otherwise lines of text.
public final class KeptLetter {
  private KeptLetter() {}

  public static boolean isHtml(String kept) {
    return kept.stripLeading().startsWith("<");
  }

  public static Document read(String kept) {
    return isHtml(kept) ? HtmlCodec.read(kept).document() : TextCodec.read(kept);
  }

  /// As HTML; nothing at all where nothing is written.
  public static String write(Document letter) {
    return letter.isEmpty() ? "" : HtmlCodec.write(letter);
  }
}
