package com.salescopilot.desktop.ui;

/// How the window looks on this machine.
///
/// @param zoom of text and everything measured by it, in percent
public record Look(Theme theme, Density density, int zoom) {
  public static final int LEAST_ZOOM = 80;
  public static final int MOST_ZOOM = 200;

  /// How a new machine begins.
  public static final Look USUAL = new Look(Theme.SYSTEM, Density.COMFORTABLE, 100);

  public Look {
    if (zoom < LEAST_ZOOM || zoom > MOST_ZOOM) {
      throw new IllegalArgumentException("zoom must be from 80 to 200 percent");
    }
  }

  /// Which colours.
  public enum Theme {
    /// As the operating system is set.
    SYSTEM,
    LIGHT,
    DARK
  }

  /// How high rows are.
  public enum Density {
    COMFORTABLE(40),
    COMPACT(32);

    private final int row;

    Density(int row) {
      this.row = row;
    }

    /// The height of a row in pixels, at 100 percent.
    public int row() {
      return row;
    }
  }

  public Look with(Theme next) {
    return new Look(next, density, zoom);
  }

  public Look with(Density next) {
    return new Look(theme, next, zoom);
  }

  public Look zoomed(int percent) {
    return new Look(theme, density, Math.clamp(percent, LEAST_ZOOM, MOST_ZOOM));
  }
}
