package com.salescopilot.desktop.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The typeface of the window, Inter (SIL Open Font License 1.1). It comes with the program, so
/// that the width of words does not depend on the machine.
final class Typeface {
  private static final String NAME = "Inter";
  private static final String FILES = "/com/formdev/flatlaf/fonts/inter/Inter-";
  private static final List<String> STYLES = List.of("Regular", "Bold", "Italic", "BoldItalic");

  private Typeface() {}

  /// Makes it known to the toolkit; once for all windows of a process, as it cannot be forgotten.
  static void load() {
    if (Font.getFontNames(NAME).isEmpty()) {
      STYLES.forEach(Typeface::load);
    }
  }

  private static void load(String style) {
    String file = FILES + style + ".otf";
    try (InputStream in = Typeface.class.getResourceAsStream(file)) {
      if (in == null || Font.loadFont(in, 0) == null) {
        throw new IllegalStateException("the typeface " + file + " cannot be read");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
