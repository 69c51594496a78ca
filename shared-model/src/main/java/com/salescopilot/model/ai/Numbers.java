package com.salescopilot.model.ai;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The numbers of a text in one spelling each: `1,500`, `1.500` and `1 500` are `1500`, and `10
/// percent` is `10%`. What a number counts belongs to it: 10 people are no 10 %.
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<currency>\\p{Sc}"
              + " ?)?(?<prefix>\\p{L}*)(?<digits>\\p{Nd}+(?:(?:[.,:/\\-–'’_\u2044\u00D7]|["
              + " ](?=\\p{Nd}{3}(?!\\p{Nd})))\\p{Nd}+)*)(?<suffix>\\p{L}*)(?<sign>"
              + " ?[%‰°\\p{Sc}])?(?<word>[ \\-]\\p{L}+)?(?<second>[ \\-]\\p{L}+)?");
  private static final Pattern THOUSANDS =
      Pattern.compile("(\\d{1,3})((?:[.,'’_ ]\\d{3})+)(?:([.,])(\\d+))?");
  private static final Pattern ORDINAL = Pattern.compile("st|nd|rd|th|e|er|ème|eme|º|ª|ste|de");

  private Numbers() {}

  /// A number.
  ///
  /// @param canonical in its one spelling
  /// @param text as written
  record Figure(String canonical, String text) {}

  static List<Figure> in(String text, Map<String, String> units) {
    String plain = ascii(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    List<Figure> numbers = new ArrayList<>();
    Matcher found = NUMBER.matcher(plain);
    int at = 0;
    while (at <= plain.length() && found.find(at)) {
      String first = unit(found.group("word"), units);
      String second = first.isEmpty() ? "" : unit(found.group("second"), units);
      String canonical =
          sign(found.group("currency"))
              + found.group("prefix")
              + value(found.group("digits"))
              + suffix(found.group("suffix"), units)
              + sign(found.group("sign"))
              + first
              + second;
      numbers.add(new Figure(canonical, plain.substring(found.start(), found.end("suffix"))));
      at = Math.max(found.end("suffix"), found.end("digits"));
    }
    return numbers;
  }

  private static String value(String digits) {
    Matcher grouped = THOUSANDS.matcher(digits);
    if (grouped.matches()) {
      String groups = grouped.group(2);
      char separator = groups.charAt(0);
      boolean even =
          groups.chars().filter(c -> !Character.isDigit(c)).allMatch(c -> c == separator);
      boolean other = grouped.group(3) == null || grouped.group(3).charAt(0) != separator;
      if (even && other && !grouped.group(1).equals("0")) {
        String whole = grouped.group(1) + groups.replaceAll("\\D", "");
        return grouped.group(4) == null ? whole : whole + "." + grouped.group(4);
      }
    }
    return digits.replace(',', '.').replace('–', '-');
  }

  private static String suffix(String suffix, Map<String, String> units) {
    if (ORDINAL.matcher(suffix).matches()) {
      return "";
    }
    return units.getOrDefault(suffix, suffix);
  }

  private static String unit(@Nullable String word, Map<String, String> units) {
    return word == null ? "" : units.getOrDefault(word.substring(1), "");
  }

  private static String sign(@Nullable String sign) {
    return sign == null ? "" : sign.strip();
  }

  /// Digits of every script as those that we write.
  private static String ascii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                out.append((char) ('0' + Character.digit(c, 10)));
              } else if (c == '\u00A0' || c == '\u202F' || c == '\u2009') {
                out.append(' ');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
