package com.salescopilot.desktop.editor;

/// Remembers what plain text takes from a letter, so that it can be given back.
final class PlainMode {
  private Document rich = Document.EMPTY;
  private Document plain = Document.EMPTY;

  static Document of(Document letter) {
    return TextCodec.read(TextCodec.write(letter));
  }

  /// The letter as plain text.
  Document enter(Document letter) {
    rich = letter;
    plain = of(letter);
    return plain;
  }

  /// The letter as it was before plain text, unless it was changed since.
  Document leave(Document letter) {
    return letter.equals(plain) ? rich : letter;
  }
}
