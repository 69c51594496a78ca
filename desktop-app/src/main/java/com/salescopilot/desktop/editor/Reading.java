package com.salescopilot.desktop.editor;

/// A letter that was read from what somebody else made.
///
/// @param cut whether there was more than is read
public record Reading(Document document, boolean cut) {
  /// How much is read, in UTF-16 units; a letter may have a tenth of it.
  static final int LIMIT = 1024 * 1024;

  /// Reads plain text.
  static Reading ofText(String text) {
    return new Reading(TextCodec.read(shortened(text)), text.length() > LIMIT);
  }

  static String shortened(String source) {
    return source.substring(0, Math.min(source.length(), LIMIT));
  }
}
