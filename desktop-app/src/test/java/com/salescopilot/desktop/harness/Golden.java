package com.salescopilot.desktop.harness;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Compares what a window shows with the picture that was approved of.
///
/// Letters are drawn a little differently from machine to machine, so a picture is as good as the
/// approved one while few points are far off and no small square is mostly off: a word that moved
/// or went away is caught, the rim of a letter is not.
///
/// With `-Dgolden.update` the approved pictures are written anew. Look at them before they are
/// kept.
public final class Golden {
  private static final Path APPROVED = Path.of("src", "test", "resources", "golden");
  private static final Path SEEN = Path.of("target", "golden");
  private static final int FAR = 32;
  private static final double FEW = 0.005;
  private static final int SQUARE = 16;
  private static final double MOSTLY = 0.4;
  private static final int MARK = 0xffff00ff;

  private Golden() {}

  /// Whether approved pictures are to be written instead of compared with.
  public static boolean updates() {
    return System.getProperty("golden.update") != null;
  }

  /// What is wrong with the picture of a window, if anything is.
  ///
  /// @param name of the approved picture; where it differs, `target/golden` gets what was seen and
  ///   a picture of the difference under the same name
  public static Optional<String> check(String name, BufferedImage seen) {
    Path approved = APPROVED.resolve(name + ".png");
    if (updates()) {
      Pictures.write(seen, approved);
      return Optional.empty();
    }
    if (!Files.exists(approved)) {
      Pictures.write(seen, SEEN.resolve(name + ".png"));
      return Optional.of(name + ": there is no approved picture; see -Dgolden.update");
    }
    BufferedImage wanted = read(approved);
    Optional<String> wrong = difference(wanted, seen).map(what -> name + ": " + what);
    if (wrong.isPresent()) {
      Pictures.write(seen, SEEN.resolve(name + ".png"));
      Pictures.write(marked(wanted, seen), SEEN.resolve(name + "-difference.png"));
    }
    return wrong;
  }

  /// How two pictures differ by more than the drawing of letters.
  static Optional<String> difference(BufferedImage wanted, BufferedImage seen) {
    int width = wanted.getWidth();
    int height = wanted.getHeight();
    if (seen.getWidth() != width || seen.getHeight() != height) {
      return Optional.of(
          "%d×%d instead of %d×%d".formatted(seen.getWidth(), seen.getHeight(), width, height));
    }
    int off = 0;
    for (int top = 0; top < height; top += SQUARE) {
      for (int left = 0; left < width; left += SQUARE) {
        int here = off(wanted, seen, left, top);
        if (here > MOSTLY * SQUARE * SQUARE) {
          return Optional.of("another picture at %d, %d".formatted(left, top));
        }
        off += here;
      }
    }
    double share = off / (double) (width * height);
    return share > FEW
        ? Optional.of("%.2f %% of its points are off".formatted(100 * share))
        : Optional.empty();
  }

  private static int off(BufferedImage wanted, BufferedImage seen, int left, int top) {
    int off = 0;
    for (int y = top; y < Math.min(top + SQUARE, wanted.getHeight()); y++) {
      for (int x = left; x < Math.min(left + SQUARE, wanted.getWidth()); x++) {
        off += isFar(wanted.getRGB(x, y), seen.getRGB(x, y)) ? 1 : 0;
      }
    }
    return off;
  }

  private static boolean isFar(int one, int other) {
    return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) > FAR
        || Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) > FAR
        || Math.abs((one & 0xff) - (other & 0xff)) > FAR;
  }

  private static BufferedImage marked(BufferedImage wanted, BufferedImage seen) {
    int width = Math.min(wanted.getWidth(), seen.getWidth());
    int height = Math.min(wanted.getHeight(), seen.getHeight());
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = wanted.getRGB(x, y);
        picture.setRGB(x, y, isFar(rgb, seen.getRGB(x, y)) ? MARK : rgb);
      }
    }
    return picture;
  }

  private static BufferedImage read(Path file) {
    try {
      return ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
