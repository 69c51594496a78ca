package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.SearchText;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private static final String LETTERS = "aábcdeéfghijklmnopqrstüvwxyzß0123456789.@-_Ж漢字𝒜😀";
  private static final int[] CODE_POINTS = LETTERS.codePoints().toArray();

  @Test
  void what_words_begin_with_never_hides_a_row_that_is_searched() {
    long seed = System.nanoTime();
    System.out.println("WordsTest: seed " + seed);
    Random random = new Random(seed);
    int told = 0;
    for (int round = 0; round < 5_000; round++) {
      String row = folded(random, 12);
      String terms = folded(random, 1 + random.nextInt(2));
      boolean has = Arrays.stream(terms.strip().split(" ")).allMatch(t -> row.contains(" " + t));
      boolean may = has(row, terms);
      assertThat(may || !has).as("%s in %s", terms, row).isTrue();
      told += may == has ? 1 : 0;
    }
    assertThat(told).as("rounds in which they say the same").isGreaterThan(3_000);
  }

  @Test
  void every_beginning_of_a_word_is_allowed_by_the_word() {
    String word = " müller-strauß@acme.io";
    for (int end = 1; end <= word.length(); end++) {
      assertThat(has(word, word.substring(0, end))).isTrue();
    }
    assertThat(has(word, " x")).isFalse();
    assertThat(has(word, " mx")).isFalse();
  }

  private static boolean has(String row, String terms) {
    long wanted = Words.beginnings(terms);
    return (Words.beginnings(row) & wanted) == wanted;
  }

  /// Some words, each with a space before it, as rows and searches have them.
  private static String folded(Random random, int words) {
    return SearchText.words(
            IntStream.range(0, words).mapToObj(_ -> word(random)).collect(Collectors.joining(" ")))
        .stream()
        .map(word -> " " + word)
        .collect(Collectors.joining());
  }

  private static String word(Random random) {
    return IntStream.range(0, 1 + random.nextInt(3))
        .map(_ -> CODE_POINTS[random.nextInt(CODE_POINTS.length)])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
