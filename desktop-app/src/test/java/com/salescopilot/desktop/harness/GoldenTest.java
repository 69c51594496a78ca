package com.salescopilot.desktop.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

final class GoldenTest {
  private static BufferedImage page(int shift, Color ink) {
    BufferedImage picture = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 320, 200);
    pen.setColor(ink);
    pen.setStroke(new BasicStroke(1));
    pen.fillRect(40 + shift, 40, 24, 18);
    pen.drawLine(10, 150, 300, 150);
    pen.dispose();
    return picture;
  }

  @Test
  void the_same_picture_passes() {
    assertThat(Golden.difference(page(0, Color.BLACK), page(0, Color.BLACK))).isEmpty();
  }

  @Test
  void a_shade_and_a_rim_pass() {
    assertThat(Golden.difference(page(0, Color.BLACK), page(0, new Color(25, 25, 25)))).isEmpty();
    assertThat(Golden.difference(page(0, Color.BLACK), page(1, Color.BLACK))).isEmpty();
  }

  @Test
  void what_moved_changed_its_colour_or_its_size_does_not() {
    assertThat(Golden.difference(page(0, Color.BLACK), page(12, Color.BLACK))).isNotEmpty();
    assertThat(Golden.difference(page(0, Color.BLACK), page(0, Color.BLUE))).isNotEmpty();
    BufferedImage other = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    assertThat(Golden.difference(page(0, Color.BLACK), other)).isNotEmpty();
  }
}
