package com.salescopilot.model.score;

import static com.salescopilot.model.score.Measure.line;

import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The checks of single words: about whom, how warm, how loud.
final class Wording {
  private static final int FEW_WORDS = 20;

  private Wording() {}

  static Measure subject(String subject) {
    List<Word> words = Word.of(subject);
    int count = words.size();
    String target = "1–7 words, not shouted";
    if (count == 0) {
      return new Measure(0, Value.whole(0), target, Reason.SUBJ_EMPTY, List.of());
    }
    List<Span> loud = new ArrayList<>();
    words.stream().filter(Word::isShouted).map(Word::span).forEach(loud::add);
    double share = line(count, 13, 7) - (loud.isEmpty() ? 0 : 0.25);
    int mark = subject.indexOf('!');
    if (mark >= 0) {
      share -= 0.25;
      loud.add(new Span(mark, mark + 1));
    }
    Reason reason =
        !loud.isEmpty() ? Reason.SUBJ_LOUD : count > 7 ? Reason.SUBJ_LONG : Reason.SUBJ_GOOD;
    return new Measure(Math.max(0, share), Value.whole(count), target, reason, loud);
  }

  static Optional<Measure> persons(Prose prose) {
    if (prose.lexicon().isEmpty()) {
      return Optional.empty();
    }
    Lexicon lexicon = prose.lexicon().get();
    List<Span> first = spoken(prose, lexicon.first());
    int second = spoken(prose, lexicon.second()).size();
    if (first.isEmpty() && second == 0) {
      return Optional.empty();
    }
    double ratio = (double) second / Math.max(1, first.size());
    double share = line(ratio, 0.3, 1);
    return Optional.of(
        new Measure(
            share,
            Measure.rounded(ratio, 2),
            "1 or more",
            share < 1 ? Reason.YOU_LOW : Reason.YOU_GOOD,
            share < 1 ? first : List.of()));
  }

  static Optional<Measure> advertising(Prose prose, ScoredMail mail, int links) {
    if (prose.lexicon().isEmpty()) {
      return Optional.empty();
    }
    Lexicon lexicon = prose.lexicon().get();
    List<Span> phrases =
        prose.sentences().stream()
            .flatMap(sentence -> lexicon.spam().in(prose, sentence).stream())
            .toList();
    List<Span> shouted = shouted(prose, mail);
    List<Span> marks = exclamations(prose.text());
    int pictureOnly = mail.is(Circumstance.HAS_IMAGE) && prose.count() < FEW_WORDS ? 2 : 0;
    int hits =
        Math.max(0, phrases.size() - 1)
            + shouted.size()
            + Math.max(0, marks.size() - 1)
            + Math.max(0, links - 2)
            + pictureOnly;
    List<Span> spans = new ArrayList<>(shouted);
    spans.addAll(phrases.size() > 1 ? phrases : List.of());
    spans.addAll(marks.size() > 1 ? marks : List.of());
    spans.sort(Comparator.comparingInt(Span::start));
    return Optional.of(
        new Measure(
            line(hits, 4, 0),
            Value.whole(hits),
            "0",
            hits == 0 ? Reason.SPAM_CLEAN : Reason.SPAM_SOME,
            spans));
  }

  static Optional<Measure> tone(Prose prose) {
    if (prose.lexicon().isEmpty()) {
      return Optional.empty();
    }
    Lexicon lexicon = prose.lexicon().get();
    List<Span> felt = new ArrayList<>();
    int balance = 0;
    for (Word word : prose.words()) {
      int feeling = feeling(word, lexicon);
      balance += feeling;
      if (feeling != 0) {
        felt.add(word.span());
      }
    }
    double strength = 100.0 * Math.abs(balance) / Math.max(1, prose.count());
    Reason reason =
        strength < 0.5 ? Reason.TONE_FLAT : strength > 4 ? Reason.TONE_STRONG : Reason.TONE_GOOD;
    return Optional.of(
        new Measure(
            strength <= 4 ? 0.5 + 0.5 * line(strength, 0, 0.5) : line(strength, 10, 4),
            Measure.rounded(strength, 2),
            "0.5–4 in 100 words",
            reason,
            reason == Reason.TONE_STRONG ? felt : List.of()));
  }

  private static int feeling(Word word, Lexicon lexicon) {
    if (lexicon.positive().contains(word.plain())) {
      return 1;
    }
    return lexicon.negative().contains(word.plain()) ? -1 : 0;
  }

  private static List<Span> spoken(Prose prose, Set<String> persons) {
    return prose.words().stream()
        .filter(word -> Lexicon.speaksOf(word, persons))
        .map(Word::span)
        .toList();
  }

  /// A name in capitals, such as the reader's company, is no shout.
  private static List<Span> shouted(Prose prose, ScoredMail mail) {
    return prose.words().stream()
        .filter(word -> word.isShouted() && !isOfReader(word, mail))
        .map(Word::span)
        .toList();
  }

  private static boolean isOfReader(Word word, ScoredMail mail) {
    return mail.values().values().stream().anyMatch(value -> value.contains(word.shown()));
  }

  private static List<Span> exclamations(String text) {
    List<Span> found = new ArrayList<>();
    for (int at = text.indexOf('!'); at >= 0; at = text.indexOf('!', at + 1)) {
      found.add(new Span(at, at + 1));
    }
    return found;
  }
}
