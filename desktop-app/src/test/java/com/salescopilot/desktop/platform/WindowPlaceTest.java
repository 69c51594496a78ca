package com.salescopilot.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowPlaceTest {
  private static final Rectangle2D MAIN = new Rectangle2D(0, 30, 1600, 1170);
  private static final Rectangle2D RIGHT = new Rectangle2D(1600, 0, 1024, 768);

  private static WindowPlace at(double x, double y, double width, double height) {
    return new WindowPlace(new Rectangle2D(x, y, width, height), false);
  }

  @Test
  void a_window_in_sight_stays_where_it_is() {
    WindowPlace place = at(100, 100, 800, 600);
    assertThat(place.within(List.of(MAIN, RIGHT))).isEqualTo(place);
    WindowPlace beside = at(1700, 50, 800, 600);
    assertThat(beside.within(List.of(MAIN, RIGHT))).isEqualTo(beside);
  }

  @ParameterizedTest
  @CsvSource({
    "-300, 100, 800, 600,     0, 100, 800, 600",
    "1500, 900, 800, 600,   800, 600, 800, 600",
    "100, -50, 800, 600,    100, 30, 800, 600",
    "5000, 5000, 800, 600,  800, 600, 800, 600",
    "-9000, -9000, 800, 600, 0, 30, 800, 600",
    "0, 0, 4000, 3000,        0, 30, 1600, 1170",
  })
  void a_window_out_of_sight_is_moved_in(
      double x, double y, double w, double h, double toX, double toY, double toW, double toH) {
    assertThat(at(x, y, w, h).within(List.of(MAIN))).isEqualTo(at(toX, toY, toW, toH));
  }

  @Test
  void a_window_between_two_screens_goes_to_the_one_that_shows_more_of_it() {
    assertThat(at(1500, 100, 800, 600).within(List.of(MAIN, RIGHT)))
        .isEqualTo(at(1600, 100, 800, 600));
  }

  @Test
  void what_is_no_window_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> at(0, 0, 5, 600));
    assertThatIllegalArgumentException().isThrownBy(() -> at(0, 0, Double.NaN, 600));
    assertThat(WindowPlace.of(new Rectangle2D(Double.NaN, 0, 800, 600), false)).isEmpty();
    assertThat(WindowPlace.of(new Rectangle2D(0, 0, 800, 600), true)).isPresent();
  }
}
