package com.salescopilot.desktop.ui;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/// What the program says, in one language. Each package has its words in `messages.properties`
/// beside its classes; words that several need are those of this package.
public final class Texts {
  private static final ResourceBundle.Control CONTROL =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle shared;

  public Texts(Locale locale) {
    this.locale = locale;
    this.shared = words(Texts.class);
  }

  public Locale locale() {
    return locale;
  }

  /// The words of a class's package, with the shared ones.
  public ResourceBundle bundle(Class<?> owner) {
    try {
      return new Joined(words(owner), shared);
    } catch (MissingResourceException _) {
      return shared; // a package that has nothing of its own to say
    }
  }

  /// One text.
  ///
  /// @param owner a class of the package that says it
  /// @param values take the places `{0}`, `{1}` …
  /// @throws MissingResourceException if there is no such text
  public String get(Class<?> owner, String key, Object... values) {
    String text = bundle(owner).getString(key);
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  private ResourceBundle words(Class<?> owner) {
    ResourceBundle words =
        ResourceBundle.getBundle(name(owner), locale, owner.getClassLoader(), CONTROL);
    return PseudoWords.isMeant(locale) ? new PseudoWords(words) : words;
  }

  private static String name(Class<?> owner) {
    return owner.getPackageName() + ".messages";
  }

  private static final class Joined extends ResourceBundle {
    private final ResourceBundle own;
    private final ResourceBundle shared;

    Joined(ResourceBundle own, ResourceBundle shared) {
      this.own = own;
      this.shared = shared;
    }

    @Override
    protected Object handleGetObject(String key) {
      return own.containsKey(key) ? own.getObject(key) : shared.getObject(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      Set<String> keys = new LinkedHashSet<>(own.keySet());
      keys.addAll(shared.keySet());
      return Collections.enumeration(keys);
    }
  }
}
