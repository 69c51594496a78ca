package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Hello, \"Ana\" <a@b.io>", "Grüße aus Köln", "東京", "=?UTF-8?B?8J+Yig==?="})
  void clean_values_pass(String value) {
    assertThat(HeaderGuard.offence(value)).isEmpty();
    assertThat(HeaderGuard.offenceInEncodedText(value)).isEmpty();
  }

  @Test
  void every_control_is_found_in_both_kinds_of_value() {
    for (char c = 0; c <= 0x9F; c++) {
      boolean control = c < 0x20 || c >= 0x7F;
      assertThat(HeaderGuard.offence("ab" + c).isPresent())
          .as("U+%04X", (int) c)
          .isEqualTo(control);
      assertThat(HeaderGuard.offenceInEncodedText("ab" + c).isPresent()).isEqualTo(control);
    }
  }

  @Test
  void the_offence_is_named_with_its_place() {
    assertThat(HeaderGuard.offence("Hi\r\nBcc: x"))
        .contains("a line break (U+000D) at character 3");
    assertThat(HeaderGuard.offence("\u2029")).contains("a line break (U+2029) at character 1");
    assertThat(HeaderGuard.offence("a\u0000"))
        .contains("a control character (U+0000) at character 2");
    assertThat(HeaderGuard.offence("ab瘍"))
        .contains("a character read as a line break (U+760D) at character 3");
  }

  @Test
  void every_unit_whose_low_byte_breaks_a_line_is_found_where_values_stand_as_they_are() {
    for (int high = 0; high <= 0xFF; high++) {
      assertThat(HeaderGuard.offence("x" + (char) (high << 8 | 0x0A))).isPresent();
      assertThat(HeaderGuard.offence("x" + (char) (high << 8 | 0x0D))).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"上海", "Thanks 😊", "潰瘍"})
  void common_characters_pass_where_only_their_encoded_form_travels(String subject) {
    assertThat(HeaderGuard.offenceInEncodedText(subject)).isEmpty();
    assertThat(HeaderGuard.offence(subject)).isPresent();
  }
}
