package com.salescopilot.model.score;

import static com.salescopilot.model.score.Measure.line;

import com.salescopilot.model.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The checks that count: how long a letter is, how hard, how dense.
final class Shape {
  private static final int FEWEST_SENTENCES = 3;
  private static final int LONG_SENTENCE = 25;
  private static final int LONG_PARAGRAPH = 60;
  private static final int LONG_WORD = 7;
  private static final int SHOWN = 3;

  private Shape() {}

  static Measure length(Prose prose, int stepPosition) {
    boolean first = stepPosition <= 1;
    int words = prose.count();
    int enough = first ? 25 : 40;
    int most = first ? 125 : 200;
    double share = Math.min(line(words, 0, enough), line(words, first ? 300 : 350, most));
    Reason reason =
        words < enough ? Reason.LEN_SHORT : words > most ? Reason.LEN_LONG : Reason.LEN_GOOD;
    return new Measure(
        share, Value.whole(words), enough + "–" + most + " words", reason, List.of());
  }

  static Optional<Measure> reading(Prose prose) {
    int sentences = prose.sentences().size();
    if (sentences < FEWEST_SENTENCES) {
      return Optional.empty();
    }
    boolean english =
        prose.lexicon().map(lexicon -> lexicon.language() == Language.EN).orElse(false);
    double perSentence = (double) prose.count() / sentences;
    double level = english ? grade(prose, perSentence) : lix(prose, perSentence);
    double share = english ? line(level, 13, 6) : line(level, 60, 35);
    Value shown = Measure.rounded(level, 1);
    String target = english ? "grade 6 or below" : "LIX 35 or below";
    return Optional.of(
        share < 1
            ? new Measure(share, shown, target, Reason.READ_HARD, hardest(prose))
            : new Measure(share, shown, target, Reason.READ_GOOD, List.of()));
  }

  static Measure skimming(Prose prose) {
    List<Sentence> sentences =
        prose.sentences().stream().filter(one -> one.length() > LONG_SENTENCE).toList();
    List<Sentence> paragraphs =
        prose.paragraphs().stream().filter(one -> one.length() > LONG_PARAGRAPH).toList();
    double share =
        1
            - 0.5 * sentences.size() / Math.max(1, prose.sentences().size())
            - 0.5 * paragraphs.size() / Math.max(1, prose.paragraphs().size());
    Reason reason =
        !sentences.isEmpty()
            ? Reason.SKIM_SENTENCES
            : paragraphs.isEmpty() ? Reason.SKIM_GOOD : Reason.SKIM_PARAGRAPHS;
    List<Sentence> marked = sentences.isEmpty() ? paragraphs : sentences;
    return new Measure(
        share,
        Measure.rounded(share, 2),
        "sentences to 25 words, paragraphs to 60",
        reason,
        marked.stream().map(Sentence::span).toList());
  }

  /// Flesch and Kincaid's grade.
  private static double grade(Prose prose, double perSentence) {
    int syllables = prose.words().stream().mapToInt(Shape::syllables).sum();
    return 0.39 * perSentence + 11.8 * syllables / prose.count() - 15.59;
  }

  private static double lix(Prose prose, double perSentence) {
    long many = prose.words().stream().filter(word -> word.letters() >= LONG_WORD).count();
    return perSentence + 100.0 * many / prose.count();
  }

  private static int syllables(Word word) {
    String text = word.plain();
    int groups = 0;
    boolean inGroup = false;
    for (int i = 0; i < text.length(); i++) {
      boolean vowel = isVowel(text.charAt(i));
      groups += vowel && !inGroup ? 1 : 0;
      inGroup = vowel;
    }
    return Math.max(1, groups - (endsSilently(text) ? 1 : 0));
  }

  private static boolean endsSilently(String text) {
    boolean le =
        text.length() > 2 && text.endsWith("le") && !isVowel(text.charAt(text.length() - 3));
    return text.endsWith("e") && !le;
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  private static List<Span> hardest(Prose prose) {
    return prose.sentences().stream()
        .sorted(Comparator.comparingInt(Sentence::length).reversed())
        .limit(SHOWN)
        .sorted(Comparator.comparingInt(Sentence::firstWord))
        .map(Sentence::span)
        .toList();
  }
}
