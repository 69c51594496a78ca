package com.salescopilot.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.Pictures;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.desktop.ui.Looks;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GalleryTest {
  @ParameterizedTest
  @CsvSource({
    "LIGHT, COMFORTABLE, 100",
    "DARK, COMFORTABLE, 100",
    "LIGHT, COMPACT, 80",
    "DARK, COMPACT, 200"
  })
  void all_parts_are_drawn_in_every_look(Look.Theme theme, Look.Density density, int zoom) {
    Ui.startToolkit();
    Path picture = Path.of("target", "pictures", "gallery-" + theme + "-" + zoom + ".png");
    WritableImage image =
        Ui.call(
            () -> {
              Scene scene = new Scene(Gallery.page(), 1280 * zoom / 100.0, 1000 * zoom / 100.0);
              Looks looks = new Looks();
              looks.lookProperty().set(new Look(theme, density, zoom));
              looks.dress(scene).close();
              return scene.snapshot(null);
            });
    Pictures.write(image, picture);
    double ground = Ui.call(() -> image.getPixelReader().getColor(2, 2).getBrightness());
    assertThat(ground)
        .isBetween(theme == Look.Theme.DARK ? 0 : 0.9, theme == Look.Theme.DARK ? 0.2 : 1);
  }
}
