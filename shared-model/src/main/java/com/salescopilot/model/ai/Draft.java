package com.salescopilot.model.ai;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A letter as the built-in engine sees it.
///
/// @param text as it is just now
/// @param theirs where it must not be changed: in fields, addresses and what it quotes
/// @param sentences with the gaps between them
record Draft(String text, BitSet theirs, List<Sentence> sentences) {
  private static final Pattern THEIRS =
      Pattern.compile(
          "\\{\\{[^{}]*}}|(?m)^>.*$|[a-zA-Z][a-zA-Z0-9+.\\-]*://\\S+|\\bwww\\.\\S+|\\S+@\\S+"
              + "|(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?:/\\S*)?|(?ms)^-- $.*");

  static Draft of(String text) {
    BitSet theirs = new BitSet(text.length());
    Matcher found = THEIRS.matcher(text);
    while (found.find()) {
      theirs.set(found.start(), found.end());
    }
    return new Draft(text, theirs, Sentence.in(text, Lexicons.ALL.abbreviations()));
  }

  /// Whether all of it may be changed.
  boolean isMine(int from, int to) {
    int next = theirs.nextSetBit(from);
    return next < 0 || next >= to;
  }

  /// Whether a place begins a sentence.
  boolean begins(int at) {
    return sentences.stream().anyMatch(sentence -> !sentence.isGap() && sentence.start() == at);
  }

  /// The removal of a sentence, with the gap that it leaves.
  Edit without(int index) {
    Sentence sentence = sentences.get(index);
    boolean gapAfter = index + 1 < sentences.size() && sentences.get(index + 1).isGap();
    boolean gapBefore = index > 0 && sentences.get(index - 1).isGap();
    boolean alone = !gapBefore || sentences.get(index - 1).text().contains("\n");
    if (gapAfter && (alone || !sentences.get(index + 1).text().contains("\n"))) {
      return new Edit(sentence.start(), sentences.get(index + 1).end(), "");
    }
    int from = gapBefore ? sentences.get(index - 1).start() : sentence.start();
    return new Edit(from, sentence.end(), "");
  }
}
