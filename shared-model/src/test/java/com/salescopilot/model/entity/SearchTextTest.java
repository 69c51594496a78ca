package com.salescopilot.model.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTextTest {

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u001F", "\u00A0", "\u1680", "\u2028", "\u3000", " \u2029 "})
  void whatever_parts_words_does_so_between_them_and_around_them(String blank) {
    assertThat(SearchText.words(blank + "Ana" + blank + "Li" + blank)).containsExactly("ana", "li");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Κωνσταντίνος", "ΓΙΏΡΓΟΣ", "AΣE", "Straße", "İstanbul", "Müller", "ﬁlm", "한글"})
  void a_word_begins_with_whatever_is_typed_of_it(String word) {
    String whole = SearchText.fold(word);
    for (int end = 1; end <= word.length(); end++) {
      assertThat(whole).startsWith(SearchText.fold(word.substring(0, end)));
    }
    assertThat(SearchText.fold(word.toUpperCase(Locale.ROOT))).isEqualTo(whole);
  }
}
