package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.store.StoreException;
import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.client.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// What refuses speaks English; people read it in their own language where its code is known.
public final class Refusal {
  private static final String KEY = "refusal.";

  /// Of a code that stands for many reasons, which one it was is said in English alone.
  private static final String ANY = "refusal.any.";

  /// Nobody wrote a sentence for people about it; what it says itself is in the log.
  private static final String UNFORESEEN = "UNFORESEEN";

  private Refusal() {}

  /// Why something was not done, in one sentence.
  public static String words(Texts texts, RuntimeException e) {
    String code =
        switch (e) {
          case RemoteException remote -> remote.code();
          case DeskRefused desk -> desk.code();
          case RefusedException rules -> rules.reason().code().name();
          case StoreException store -> store.code();
          default -> UNFORESEEN;
        };
    ResourceBundle words = texts.bundle(Refusal.class);
    if (words.containsKey(KEY + code)) {
      return words.getString(KEY + code);
    }
    boolean understood = texts.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    if (understood || !words.containsKey(ANY + code)) {
      return String.valueOf(e.getMessage());
    }
    return field(texts, e)
        .map(field -> texts.get(Refusal.class, "refusal.field", field, words.getString(ANY + code)))
        .orElseGet(() -> words.getString(ANY + code));
  }

  private static Optional<String> field(Texts texts, RuntimeException e) {
    return e instanceof RefusedException rules
        ? new FieldTitles(texts).known(rules.reason().field())
        : Optional.empty();
  }
}
