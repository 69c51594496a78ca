package com.salescopilot.desktop.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// Whether all words can be told from what they stand on, by the arithmetic of WCAG 2.1. Called on
/// the screen's thread.
final class Contrast {
  private static final double ENOUGH = 4.5;
  private static final double ENOUGH_FOR_LARGE = 3;
  private static final double LARGE = 24;
  private static final double LARGE_IF_BOLD = 18.6;

  private final List<String> found = new ArrayList<>();
  private int words;

  private Contrast() {}

  /// What is too faint, a line each.
  static List<String> of(Scene scene) {
    Contrast contrast = new Contrast();
    contrast.walk(scene.getRoot(), scene);
    if (contrast.words == 0) {
      contrast.found.add("no words at all");
    }
    return contrast.found;
  }

  /// From 1, no difference, to 21.
  static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private void walk(Node node, Scene scene) {
    if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
      return; // what is off may be faint
    }
    if (node instanceof Text text && !text.getText().isBlank() && isShown(text, scene)) {
      judge(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, scene));
    }
  }

  private static boolean isShown(Text text, Scene scene) {
    Bounds at = text.localToScene(text.getLayoutBounds());
    return at.intersects(0, 0, scene.getWidth(), scene.getHeight()) && at.getWidth() > 1;
  }

  private void judge(Text text) {
    if (!(text.getFill() instanceof Color fill) || text.getFont().getFamily().contains("eather")) {
      return; // a sign, not a word
    }
    words++;
    Color ground = ground(text);
    Color ink = over(faded(fill, text), ground);
    double size = text.getFont().getSize();
    boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
    double enough = size >= LARGE || (bold && size >= LARGE_IF_BOLD) ? ENOUGH_FOR_LARGE : ENOUGH;
    double ratio = ratio(ink, ground);
    if (ratio < enough - 0.005) {
      found.add(
          "faint, %.2f: \"%s\" %s on %s: %s"
              .formatted(ratio, text.getText(), ink, ground, Lint.path(text)));
    }
  }

  private static Color faded(Color color, Node node) {
    double opacity = 1;
    for (Node each = node; each != null; each = each.getParent()) {
      opacity *= each.getOpacity();
    }
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), color.getOpacity() * opacity);
  }

  /// What shines through from below, layer by layer.
  private static Color ground(Node node) {
    List<Color> layers = new ArrayList<>();
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof Region region && region.getBackground() != null) {
        for (BackgroundFill fill : region.getBackground().getFills().reversed()) {
          if (fill.getFill() instanceof Color color && color.getOpacity() > 0) {
            layers.add(color);
          }
        }
      }
    }
    Color below = Color.WHITE;
    for (Color layer : layers.reversed()) {
      below = over(layer, below);
    }
    return below;
  }

  private static Color over(Color above, Color below) {
    double a = above.getOpacity();
    return Color.color(
        above.getRed() * a + below.getRed() * (1 - a),
        above.getGreen() * a + below.getGreen() * (1 - a),
        above.getBlue() * a + below.getBlue() * (1 - a));
  }
}
