package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mends what nobody meant: doubled words and blanks, blanks on the wrong side of a comma, small
/// letters that begin a sentence, words that are often misspelt.
final class Slips {
  private static final Pattern BLANKS = Pattern.compile("(?<=\\S)[ \\t]{2,}(?=\\S)");
  private static final Pattern END_BLANKS = Pattern.compile("(?<=\\S)[ \\t]+(?=\\n)");
  private static final Pattern BEFORE_COMMA =
      Pattern.compile("(?<=[\\p{L}\\p{N}])[ \\t]+(?=,(?!\\p{N})|\\.(?:\\s|$))");
  private static final Pattern BEFORE_MARK =
      Pattern.compile("(?<=[\\p{L}\\p{N}])[ \\t]+(?=[;:!?](?:\\s|$))");
  private static final Pattern AFTER_COMMA = Pattern.compile("(?<=\\p{L}[,;])(?=\\p{L})");
  private static final Pattern MARKS = Pattern.compile("([!?])\\1+");
  private static final Pattern DOUBLED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(\\p{L}+) (\\1)(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Draft draft;
  private final boolean[] taken;
  private final List<Edit> edits = new ArrayList<>();

  private Slips(Draft draft) {
    this.draft = draft;
    this.taken = new boolean[draft.text().length() + 1];
  }

  static List<Edit> in(Draft draft, PhraseBook book) {
    Slips slips = new Slips(draft);
    Swaps.in(draft, book.slips()).forEach(slips::add);
    slips.all(BLANKS, " ");
    slips.all(END_BLANKS, "");
    slips.all(BEFORE_COMMA, "");
    if (book.language() != Language.FR) { // where a blank stands before these
      slips.all(BEFORE_MARK, "");
    }
    slips.all(AFTER_COMMA, " ");
    slips.marks();
    slips.doubled(book);
    slips.capitals();
    return slips.edits;
  }

  private void all(Pattern pattern, String text) {
    Matcher found = pattern.matcher(draft.text());
    while (found.find()) {
      add(new Edit(found.start(), found.end(), text));
    }
  }

  private void marks() {
    Matcher found = MARKS.matcher(draft.text());
    while (found.find()) {
      add(new Edit(found.start(), found.end(), found.group(1)));
    }
  }

  private void doubled(PhraseBook book) {
    Matcher found = DOUBLED.matcher(draft.text());
    while (found.find()) {
      if (book.doubles().contains(Word.fold(found.group(1)))) {
        add(new Edit(found.end(1), found.end(2), ""));
      }
    }
  }

  /// A small letter after the end of a sentence in the same paragraph.
  private void capitals() {
    List<Sentence> sentences = draft.sentences();
    for (int i = 2; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      boolean follows =
          !sentence.isGap()
              && sentences.get(i - 1).text().equals(" ")
              && sentences.get(i - 2).text().matches("(?s).*[.!?]");
      if (follows && Character.isLowerCase(sentence.text().codePointAt(0))) {
        Word first = Word.in(sentence.text()).getFirst();
        if (!first.isShouted()) {
          add(
              new Edit(
                  sentence.start(),
                  sentence.start() + 1,
                  sentence.text().substring(0, 1).toUpperCase(Locale.ROOT)));
        }
      }
    }
  }

  private void add(Edit edit) {
    for (int i = edit.from(); i <= edit.to(); i++) {
      if (taken[i]) {
        return; // in the next round
      }
    }
    boolean around =
        draft.isMine(Math.max(0, edit.from() - 1), Math.min(draft.text().length(), edit.to() + 1));
    if (around) {
      Arrays.fill(taken, edit.from(), edit.to() + 1, true);
      edits.add(edit);
    }
  }
}
