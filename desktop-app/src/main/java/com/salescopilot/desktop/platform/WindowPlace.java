package com.salescopilot.desktop.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where the window stands, in the pixels of all screens together.
///
/// @param bounds when it does not fill the screen
/// @param maximised whether it does
public record WindowPlace(Rectangle2D bounds, boolean maximised) {
  /// Less of a window than this cannot be taken hold of.
  private static final double LEAST = 200;

  public WindowPlace {
    if (!isWindow(bounds)) {
      throw new IllegalArgumentException("a window is at least " + LEAST + " pixels wide and high");
    }
  }

  /// The place of a window, if it is one that can be come back to: some systems do not tell where a
  /// window stands.
  public static Optional<WindowPlace> of(Rectangle2D bounds, boolean maximised) {
    return Optional.of(bounds)
        .filter(WindowPlace::isWindow)
        .map(window -> new WindowPlace(window, maximised));
  }

  /// The same window where one can see all of it: a screen that it stood on may be gone.
  ///
  /// @param screens what each screen has room for, the main one first
  public WindowPlace within(List<Rectangle2D> screens) {
    Rectangle2D screen =
        screens.stream()
            .max(Comparator.comparingDouble(this::shared))
            .filter(most -> shared(most) > 0)
            .orElse(screens.getFirst());
    double width = Math.min(bounds.getWidth(), Math.max(LEAST, screen.getWidth()));
    double height = Math.min(bounds.getHeight(), Math.max(LEAST, screen.getHeight()));
    double x = moved(bounds.getMinX(), width, screen.getMinX(), screen.getMaxX());
    double y = moved(bounds.getMinY(), height, screen.getMinY(), screen.getMaxY());
    return new WindowPlace(new Rectangle2D(x, y, width, height), maximised);
  }

  private static boolean isWindow(Rectangle2D bounds) {
    return Double.isFinite(bounds.getMinX())
        && Double.isFinite(bounds.getMinY())
        && Double.isFinite(bounds.getMaxX())
        && Double.isFinite(bounds.getMaxY())
        && bounds.getWidth() >= LEAST
        && bounds.getHeight() >= LEAST;
  }

  private static double moved(double at, double length, double from, double to) {
    return Math.max(from, Math.min(at, to - length));
  }

  /// How much of the window a screen shows.
  private double shared(Rectangle2D screen) {
    double width =
        Math.min(bounds.getMaxX(), screen.getMaxX()) - Math.max(bounds.getMinX(), screen.getMinX());
    double height =
        Math.min(bounds.getMaxY(), screen.getMaxY()) - Math.max(bounds.getMinY(), screen.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }
}
