package com.salescopilot.desktop.store;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.SearchText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The words that a row is found by, folded so that `Müller` is found as `muller` and `MÜLLER`.
///
/// Kept as one text in which a space stands before each word: a term with a space before it then
/// finds beginnings of words by `instr`. An address is there whole and in its parts.
final class Words {
  private static final int LETTERS = 27;
  private static final int PAIRS = Long.SIZE - LETTERS;

  private Words() {}

  static String of(Doc row) {
    Set<String> words = new LinkedHashSet<>();
    for (String field : fields(row.entity())) {
      row.text(field).ifPresent(text -> split(text, words));
    }
    StringBuilder joined = new StringBuilder();
    words.forEach(word -> joined.append(' ').append(word));
    return joined.toString();
  }

  static List<String> terms(String text) {
    return SearchText.words(text).stream().map(term -> " " + term).toList();
  }

  /// How words begin, as bits: one for the first letter of each and one for its first two. A row
  /// can hold words that begin with some terms only if it has all the bits of the terms; the other
  /// way round is not so, for many letters share a bit.
  ///
  /// @param words words or terms with a space before each
  static long beginnings(String words) {
    long bits = 0;
    for (int space = words.indexOf(' '); space >= 0; space = words.indexOf(' ', space + 1)) {
      char first = charAt(words, space + 1);
      char second = charAt(words, space + 2);
      if (first != ' ') {
        bits |= 1L << (first % LETTERS);
      }
      if (first != ' ' && second != ' ') {
        bits |= 1L << (LETTERS + (first * 31 + second) % PAIRS);
      }
    }
    return bits;
  }

  private static char charAt(String words, int index) {
    return index < words.length() ? words.charAt(index) : ' ';
  }

  /// Every word as a whole, then the letters and digits in it.
  private static void split(String text, Set<String> words) {
    for (String word : SearchText.words(text)) {
      words.add(word);
      int start = 0;
      for (int i = 0; i < word.length(); ) {
        int c = word.codePointAt(i);
        if (!isPart(c)) {
          add(word, start, i, words);
          start = i + Character.charCount(c);
        }
        i += Character.charCount(c);
      }
      add(word, start, word.length(), words);
    }
  }

  private static void add(String word, int from, int to, Set<String> words) {
    if (from < to && to - from < word.length()) {
      words.add(word.substring(from, to));
    }
  }

  private static boolean isPart(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }

  private static List<String> fields(Entity entity) {
    return switch (entity) {
      case PROSPECT -> List.of("firstName", "lastName", "email", "company", "jobTitle");
      case CAMPAIGN -> List.of("name", "description");
      case TEMPLATE -> List.of("title", "subject", "category");
      case EMAIL -> List.of("toEmail", "subject");
      case EMAIL_DRAFT -> List.of("subject");
      case CONFLICT -> List.of("entity", "field");
      case CAMPAIGN_STEP -> List.of("subject");
      case SUPPRESSION -> List.of("address", "reason");
      case TASK -> List.of("title");
      case PROSPECT_IMPORT -> List.of("file");
      case COMPANY_DATA -> List.of("domain", "name", "industry");
      case PROSPECT_ALIAS, CAMPAIGN_PROSPECT, TEMPLATE_FAVORITE -> List.of();
    };
  }
}
