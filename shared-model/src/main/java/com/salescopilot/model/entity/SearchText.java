package com.salescopilot.model.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Text as it is searched: lower case, without accents, so that `muller` finds `Müller` on every
/// machine.
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// Letters that Unicode does not take apart.
  private static final Map<String, String> UNDIVIDED =
      Map.of("ø", "o", "đ", "d", "ł", "l", "æ", "ae", "œ", "oe", "ı", "i", "þ", "th", "ð", "d");

  private SearchText() {}

  /// The text folded.
  public static String fold(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = MARKS.matcher(apart).replaceAll("");
    // by way of upper case, which makes ß the same as SS
    String folded = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : UNDIVIDED.entrySet()) {
      folded = folded.replace(letter.getKey(), letter.getValue());
    }
    return folded;
  }

  /// The words of what somebody typed, folded.
  public static List<String> words(String typed) {
    List<String> words = new ArrayList<>(List.of(BLANKS.split(fold(typed).strip(), -1)));
    words.removeIf(String::isEmpty);
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
