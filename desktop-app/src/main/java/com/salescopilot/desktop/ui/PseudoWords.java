package com.salescopilot.desktop.ui;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/// English as nobody speaks it, called `en-XA`: with accents and longer by two fifths, made from
/// the English words. It shows what a translation would break, and which words are in no bundle.
final class PseudoWords extends ResourceBundle {
  private static final String PLAIN = "AEIOUYaeiouyncs";
  private static final String ACCENTED = "ÅÉÎÕÛÝåéîõûýñçš";
  private static final double LONGER = 0.4;

  private final ResourceBundle english;

  PseudoWords(ResourceBundle english) {
    this.english = english;
  }

  static boolean isMeant(Locale locale) {
    return locale.getLanguage().equals("en") && locale.getCountry().equals("XA");
  }

  /// The words with accents; what stands in braces is for the program, and stays.
  static String of(String words) {
    StringBuilder longer = new StringBuilder("[");
    int depth = 0;
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      depth += letter == '{' ? 1 : 0;
      int at = depth > 0 ? -1 : PLAIN.indexOf(letter);
      longer.append(at < 0 ? letter : ACCENTED.charAt(at));
      depth -= letter == '}' && depth > 0 ? 1 : 0;
    }
    return longer
        .append("~".repeat((int) Math.ceil(words.length() * LONGER)))
        .append("]")
        .toString();
  }

  @Override
  protected Object handleGetObject(String key) {
    return of(english.getString(key));
  }

  @Override
  public Enumeration<String> getKeys() {
    return english.getKeys();
  }
}
