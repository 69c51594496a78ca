package com.salescopilot.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Nearer to a check's plateau never costs a point, whatever else stands in the letter.
final class MonotoneTest {
  private static final int ROUNDS = 40;
  private static final String[] PLAIN =
      "the plan is ready and it works on every site with few people who know it well".split(" ");

  private final Scorer scorer = new Scorer();
  private final long seed = Long.getLong("score.seed", 20_261_128L);

  @Test
  void more_words_up_to_the_plateau_and_fewer_down_to_it() {
    rises(CheckId.LEN, 0, 25, n -> random -> words(n, random));
    rises(CheckId.LEN, 320, 125, n -> random -> words(n, random));
  }

  @Test
  void shorter_sentences() {
    rises(CheckId.READ, 20, 1, n -> random -> sentences(60, n, random));
  }

  @Test
  void a_question_and_fewer_than_many() {
    rises(CheckId.ASK, 0, 3, n -> random -> words(5, random) + " so? ".repeat(n));
    rises(CheckId.ASK, 12, 3, n -> random -> words(5, random) + " so? ".repeat(n));
  }

  @Test
  void a_cheaper_ask() {
    String[] asks = {
      "", "How so?", "Can we meet for a call?", "See the case study?", "Interested?"
    };
    rises(CheckId.CTA, 0, 4, n -> random -> words(9, random) + ". " + asks[n]);
  }

  @Test
  void a_shorter_subject() {
    for (int n = 15; n > 1; n--) {
      assertThat(subject(n - 1)).isGreaterThanOrEqualTo(subject(n));
    }
  }

  @Test
  void more_of_the_reader() {
    rises(CheckId.YOU, 0, 9, n -> random -> words(9, random) + " you".repeat(n) + " we".repeat(6));
    rises(CheckId.YOU, 20, 0, n -> random -> words(9, random) + " you" + " we".repeat(n));
  }

  @Test
  void less_noise() {
    rises(CheckId.SPAM, 9, 0, n -> random -> words(9, random) + " AMAZING".repeat(n));
    rises(CheckId.SPAM, 9, 0, n -> random -> words(9, random) + " so!".repeat(n));
    rises(CheckId.SPAM, 9, 0, n -> random -> words(9, random) + " act now.".repeat(n));
    rises(CheckId.SPAM, 9, 0, n -> random -> words(9, random) + " https://a.example/b".repeat(n));
  }

  @Test
  void warmer_up_to_the_plateau_and_cooler_down_to_it() {
    rises(CheckId.TONE, 0, 4, n -> random -> words(100, random) + " great".repeat(n));
    rises(CheckId.TONE, 20, 4, n -> random -> words(100, random) + " great".repeat(n));
    rises(CheckId.TONE, 20, 4, n -> random -> words(100, random) + " terrible".repeat(n));
  }

  @Test
  void fewer_long_sentences_and_paragraphs() {
    rises(
        CheckId.SKIM,
        5,
        0,
        n ->
            random ->
                (words(30, random) + ". ").repeat(n) + (words(4, random) + ". ").repeat(5 - n));
    rises(
        CheckId.SKIM,
        5,
        0,
        n ->
            random ->
                ((words(12, random) + ". ").repeat(6) + "\n\n").repeat(n)
                    + (words(4, random) + ".\n\n").repeat(5 - n));
  }

  @Test
  void more_that_is_true_of_the_reader() {
    String[] fields = {"company", "jobTitle", "custom.plan", "companyData.industry"};
    for (int n = 0; n < fields.length; n++) {
      assertThat(personal(Arrays.copyOf(fields, n + 1)))
          .isGreaterThanOrEqualTo(personal(Arrays.copyOf(fields, n)));
    }
  }

  /// Each step from one count to another earns as much or more.
  private void rises(CheckId id, int from, int to, IntFunction<IntFunctionOfChance> text) {
    int step = Integer.signum(to - from);
    for (int round = 0; round < ROUNDS; round++) {
      int before = -1;
      for (int n = from; n != to + step; n += step) {
        String body = text.apply(n).with(new Random(seed + round));
        int points = points(id, body);
        assertThat(points)
            .as("%s at %d, seed %d: %s", id, n, seed + round, body)
            .isGreaterThanOrEqualTo(before);
        before = points;
      }
      assertThat(before).isEqualTo(id.max());
    }
  }

  private int points(CheckId id, String body) {
    return scorer.score(ScoredMail.of("x", body).in(Language.EN)).checks().stream()
        .filter(check -> check.id() == id)
        .mapToInt(Check::points)
        .findAny()
        .orElse(0);
  }

  private int subject(int words) {
    ScoredMail mail = ScoredMail.of("plan ".repeat(words), "how are you").in(Language.EN);
    return scorer.score(mail).checks().stream()
        .filter(check -> check.id() == CheckId.SUBJ)
        .mapToInt(Check::points)
        .sum();
  }

  private int personal(String... fields) {
    ScoredMail mail = ScoredMail.of("x", "how are you").using(List.of(fields));
    return scorer.score(mail).checks().stream()
        .filter(check -> check.id() == CheckId.PERS)
        .mapToInt(Check::points)
        .sum();
  }

  /// The same words whatever the length of their sentences.
  private static String sentences(int count, int words, Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      out.append(words(1, random)).append(i % words == 0 ? ". " : " ");
    }
    return out.toString();
  }

  private static String words(int count, Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append(PLAIN[random.nextInt(PLAIN.length)]);
    }
    return out.toString();
  }

  private interface IntFunctionOfChance {
    String with(Random random);
  }
}
