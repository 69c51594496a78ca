package com.salescopilot.model.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Placeholders of other programs that were left in a text: `{a|b}`, and `{x}`, `[x]`, `%x%` or
/// `<<x>>` whose letters spell a field or what other programs call it.
public final class Leftovers {
  private static final int LONGEST = 120;

  /// What other programs call our fields.
  private static final Set<String> SYNONYMS =
      Set.of(
          "email",
          "mail",
          "emailaddress",
          "firstname",
          "givenname",
          "vorname",
          "name",
          "fullname",
          "lastname",
          "surname",
          "nachname",
          "company",
          "companyname",
          "organization",
          "account",
          "firma",
          "jobtitle",
          "title",
          "position",
          "role");

  private final String text;
  private final Set<String> spellings = new HashSet<>(SYNONYMS);

  private Leftovers(String text, FieldCatalogue catalogue) {
    this.text = text;
    catalogue.names().forEach(name -> spellings.add(letters(name)));
  }

  /// A placeholder in a text.
  ///
  /// @param start of it, in UTF-16 units
  /// @param end the unit after it
  public record Place(int start, int end) {}

  /// The placeholders of a text, in order.
  public static List<Place> in(String text, FieldCatalogue catalogue) {
    return new Leftovers(text, catalogue).find();
  }

  private List<Place> find() {
    List<Place> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(at);
      if (end > at) {
        found.add(new Place(at, end));
        at = end;
      } else {
        at++;
      }
    }
    return found;
  }

  /// The unit after the placeholder that begins here, or -1.
  private int end(int at) {
    return switch (text.charAt(at)) {
      case '{' -> braces(at);
      case '[' -> named(at, 1, "]");
      case '%' -> named(at, 1, "%");
      case '<' -> text.startsWith("<<", at) ? named(at, 2, ">>") : -1;
      case '&' -> text.startsWith("&lt;&lt;", at) ? named(at, 8, "&gt;&gt;") : -1;
      default -> -1;
    };
  }

  private int braces(int at) {
    boolean doubled = text.startsWith("{{", at) || (at > 0 && text.charAt(at - 1) == '{');
    int close = doubled ? -1 : close(at + 1, "}");
    if (close < 0 || text.startsWith("}}", close)) {
      return -1;
    }
    String inner = text.substring(at + 1, close);
    return inner.indexOf('|') >= 0 || spellsField(inner) ? close + 1 : -1;
  }

  private int named(int at, int opening, String closing) {
    int close = close(at + opening, closing);
    return close >= 0 && spellsField(text.substring(at + opening, close))
        ? close + closing.length()
        : -1;
  }

  /// The closing mark on the same line and not far away, before another of these begins; or -1.
  private int close(int from, String closing) {
    int last = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < last; i++) {
      char c = text.charAt(i);
      if (c == closing.charAt(0) && text.startsWith(closing, i)) {
        return i;
      }
      if (c == '\n' || c == '{' || c == '[' || c == '<') {
        return -1;
      }
    }
    return -1;
  }

  private boolean spellsField(String inner) {
    return spellings.contains(letters(inner));
  }

  private static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
