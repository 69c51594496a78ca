package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.client.RefusedException;
import java.util.ResourceBundle;

/// What refuses speaks English; people read it in their own language where its code is known.
public final class Refusal {
  private static final String KEY = "refusal.";

  private Refusal() {}

  /// Why something was not done, in one sentence.
  public static String words(Texts texts, RuntimeException e) {
    String code =
        switch (e) {
          case RemoteException remote -> remote.code();
          case DeskRefused desk -> desk.code();
          case RefusedException rules -> rules.reason().code().name();
          default -> "";
        };
    ResourceBundle words = texts.bundle(Refusal.class);
    return words.containsKey(KEY + code)
        ? words.getString(KEY + code)
        : String.valueOf(e.getMessage());
  }
}
