package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ReadingTest {

  @Test
  void a_letter_of_usual_size_is_taken_as_it_is() {
    long seed = new SplittableRandom().nextLong();
    var letters = new Letters(new SplittableRandom(seed));
    for (int i = 0; i < 500; i++) {
      Reading reading = new Reading(letters.document(), false);
      assertThat(reading.forLetter()).as("seed %d", seed).isEqualTo(reading);
    }
  }

  @Test
  void a_line_too_long_to_lay_out_is_broken_at_blanks() {
    Reading reading = Reading.ofText("word ".repeat(2_000).strip());
    Reading fitting = reading.forLetter();
    assertThat(fitting.cut()).isFalse();
    assertThat(fitting.document().lines()).hasSize(3);
    assertThat(TextCodec.write(fitting.document()).replace("\n", "").strip())
        .isEqualTo(TextCodec.write(reading.document()));
  }

  @Test
  void what_no_letter_holds_is_cut_and_said() {
    assertThat(Reading.ofText("x".repeat(300_000)).forLetter().cut()).isTrue();
    assertThat(Reading.ofText("\n".repeat(300_000)).forLetter().document().lines())
        .hasSize(100_000);
    assertThat(Reading.ofText("😀".repeat(50_000)).forLetter().document().lines())
        .allSatisfy(line -> assertThat(line.content().getFirst().source()).matches("(😀)+"));
  }
}
