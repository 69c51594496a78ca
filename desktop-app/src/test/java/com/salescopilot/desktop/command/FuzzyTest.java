package com.salescopilot.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FuzzyTest {
  private static List<String> best(String typed, String... texts) {
    return List.of(texts).stream()
        .filter(text -> Fuzzy.score(typed, text).isPresent())
        .sorted(
            Comparator.comparingInt((String text) -> Fuzzy.score(typed, text).orElseThrow())
                .reversed())
        .toList();
  }

  @Test
  void letters_must_stand_in_the_text_in_their_order() {
    assertThat(best("dbd", "Dashboard", "Drafts", "bdd")).containsExactly("Dashboard");
    assertThat(best("zz", "Dashboard")).isEmpty();
    assertThat(best("aaaa", "banana")).isEmpty();
  }

  @Test
  void beginnings_of_words_count_more_than_letters_anywhere() {
    assertThat(best("sn", "Season", "Sync now")).containsExactly("Sync now", "Season");
  }

  @Test
  void letters_in_a_row_count_more_than_scattered_ones() {
    assertThat(best("camp", "Clear a map", "Campaigns"))
        .containsExactly("Campaigns", "Clear a map");
  }

  @Test
  void case_accents_and_blanks_do_not_matter() {
    assertThat(best("ÜBER", "Ubersicht")).containsExactly("Ubersicht");
    assertThat(best("sync n", "Sync now")).containsExactly("Sync now");
    assertThat(Fuzzy.score("  ", "anything")).hasValue(0);
  }
}
