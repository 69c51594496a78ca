package com.salescopilot.model.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/// Text as it is searched: lower case, without accents, so that `muller` finds `Müller` on every
/// machine.
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// What parts words, after folding has made plain blanks of most.
  private static final String BLANKS = " \t\n\u000B\f\r\u001C\u001D\u001E\u001F\u1680\u2028\u2029";

  /// Letters that Unicode does not take apart.
  private static final Map<String, String> UNDIVIDED =
      Map.of("ø", "o", "đ", "d", "ł", "l", "æ", "ae", "œ", "oe", "ı", "i", "þ", "th", "ð", "d");

  private SearchText() {}

  /// The text folded.
  public static String fold(String text) {
    return isAscii(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String foldAny(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = MARKS.matcher(apart).replaceAll("");
    // by way of upper case, which makes ß the same as SS
    String folded = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    // lower case ends a word with ς, which is σ while the word is still being typed
    folded = folded.replace('ς', 'σ');
    for (Map.Entry<String, String> letter : UNDIVIDED.entrySet()) {
      folded = folded.replace(letter.getKey(), letter.getValue());
    }
    return folded;
  }

  /// The words of what somebody typed, folded.
  public static List<String> words(String typed) {
    List<String> words = new ArrayList<>();
    StringTokenizer each = new StringTokenizer(fold(typed), BLANKS);
    while (each.hasMoreTokens()) {
      words.add(each.nextToken());
    }
    return words;
  }

  /// What a prospect is found by: name, address, company and job title, a blank before each word.
  public static String of(Doc prospect) {
    StringBuilder text = new StringBuilder();
    for (String field : List.of("firstName", "lastName", "email", "company", "jobTitle")) {
      prospect
          .text(field)
          .ifPresent(value -> words(value).forEach(w -> text.append(' ').append(w)));
    }
    return text.toString();
  }
}
