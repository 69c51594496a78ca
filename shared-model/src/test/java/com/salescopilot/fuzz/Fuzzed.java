package com.salescopilot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Something that strangers hand their input to, and what it promises of every input. A target's
/// test class implements this; it is found by the name `…FuzzedTest`.
///
/// Every build tries the inputs at hand: those of [#seeds], the files in the folder `fuzz/NAME`
/// beside the class's other resources (an input that broke something is put there and stays), and
/// public ones where they are present. `-Plong` looks for others, `-Dfuzz.seconds` (60) long.
public interface Fuzzed {
  /// Fewer inputs a second are no search: a machine that is busy with much else does ten times
  /// more.
  int LEAST_A_SECOND = 20;

  /// Fewer places reached mean that the code was not watched.
  int LEAST_PLACES = 100;

  /// Hands an input over and judges what becomes of it.
  ///
  /// @throws AssertionError if a promise is broken; whatever else is thrown is a broken one too
  void attack(byte[] input);

  /// What it promises of the inputs at hand taken together: that the good ones are taken, say.
  default void judge(List<byte[]> inputs) {
    assertThat(inputs).hasSizeGreaterThanOrEqualTo(5);
  }

  /// Inputs that are made, beside those that stand in files.
  default List<byte[]> seeds() {
    return List.of();
  }

  /// Words that are worth a try.
  default List<String> words() {
    return List.of();
  }

  /// The code that is watched, as Jazzer's patterns.
  default List<String> watched() {
    return List.of("com.salescopilot.**");
  }

  @Test
  default void bears_all_inputs_at_hand() {
    List<byte[]> inputs = Seeds.of(this);
    judge(inputs);
    inputs.forEach(this::attack);
  }

  @Test
  @Tag("long")
  default void bears_what_jazzer_finds() {
    Duration time = Duration.ofSeconds(Long.getLong("fuzz.seconds", 60));
    Hunt hunt = Hunt.on(this, time, Path.of("target", "fuzz"));
    System.out.println(hunt);
    assertThat(hunt.finding()).as("%s", hunt.report()).isEmpty();
    assertThat(hunt.inputs())
        .as("inputs in %s", time)
        .isGreaterThan(LEAST_A_SECOND * time.toSeconds());
    assertThat(hunt.places()).as("places of the code").isGreaterThan(LEAST_PLACES);
  }

  /// The name of the target: `csv` of `CsvFuzzedTest`.
  default String target() {
    return getClass().getSimpleName().replace("FuzzedTest", "").toLowerCase(Locale.ROOT);
  }
}
