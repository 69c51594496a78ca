package com.salescopilot.model.template;

/// How a field without a usable value shows in a preview.
final class Preview {
  private static final int MAX_SHOWN = 60;

  private Preview() {}

  static String of(String name, Mode mode) {
    return switch (mode) {
      case SUBJECT, TEXT -> "⟦" + cut(name) + "⟧";
      case HTML -> "⟦" + Slot.MARKUP.write(cut(name)) + "⟧";
    };
  }

  /// A name or other piece of source, short enough for a message.
  static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MAX_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + "…";
  }
}
