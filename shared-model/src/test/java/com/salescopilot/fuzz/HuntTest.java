package com.salescopilot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether the search finds what is there: an input that chance alone would not meet in a thousand
/// years, behind comparisons that it has to see through one after the other.
final class HuntTest {

  /// Bears everything but one kind of coupon.
  static final class Faulty implements Fuzzed {
    @Override
    public void attack(byte[] input) {
      String text = new String(input, StandardCharsets.UTF_8);
      if (text.startsWith("coupon:") && text.length() > 12) {
        String[] parts = text.substring("coupon:".length()).split("-", -1);
        if (parts.length == 2 && parts[0].equals("SUMMER") && parts[1].hashCode() == 0x1F) {
          throw new IllegalStateException("a bug was planted here");
        }
      }
    }

    @Override
    public List<byte[]> seeds() {
      return List.of("hello".getBytes(StandardCharsets.UTF_8));
    }

    // not a target of its own
    @Override
    public void bears_all_inputs_at_hand() {}

    @Override
    public void bears_what_jazzer_finds() {}
  }

  @Test
  @Tag("long")
  void a_planted_bug_is_found_and_its_input_kept(@TempDir Path folder) throws IOException {
    Hunt hunt = Hunt.on(new Faulty(), Duration.ofSeconds(60), folder);
    System.out.println(hunt);
    assertThat(hunt.finding()).as("%s", hunt.report()).isPresent();
    assertThat(hunt.report()).contains("a bug was planted here");
    assertThat(Files.readString(hunt.finding().orElseThrow())).startsWith("coupon:SUMMER-");
  }

  @Test
  void pieces_are_what_stands_between_lines_of_two_per_cent() {
    Pieces pieces = new Pieces(Pieces.join("a\\u0000b", "", "\\ud83d"));
    assertThat(pieces.next()).isEqualTo("a\0b");
    assertThat(pieces.rest()).containsExactly("", "\ud83d");
    assertThat(pieces.next()).isEmpty();
  }
}
