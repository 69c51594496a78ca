package com.salescopilot.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdsTest {
  private static final String TEXT = "0198c0de-0000-7000-8000-00000000abcd";

  @Test
  void an_id_reads_back_what_it_shows() {
    assertThat(WorkspaceId.parse(TEXT)).hasToString(TEXT);
    assertThat(UserId.parse(TEXT)).isEqualTo(new UserId(UUID.fromString(TEXT)));
  }

  @Test
  void upper_case_is_read_and_shown_in_lower_case() {
    assertThat(UserId.parse("0198C0DE-0000-7000-8000-00000000ABCD")).hasToString(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "0198c0de-0000-7000-8000-00000000abc",
        "0198c0de-0000-7000-8000-00000000abcde",
        "0198c0de-0000-7000-8000-00000000abcg",
        "0198c0de00000-7000-8000-00000000abcd",
        "0198c0de-00000-700-8000-00000000abcd",
        " 198c0de-0000-7000-8000-00000000abcd",
      })
  void anything_but_the_36_character_form_is_refused_in_plain_words(String text) {
    assertThatThrownBy(() -> WorkspaceId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The workspace id is not a UUID of 36 characters.");
    assertThatThrownBy(() -> UserId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The user id is not a UUID of 36 characters.");
  }
}
