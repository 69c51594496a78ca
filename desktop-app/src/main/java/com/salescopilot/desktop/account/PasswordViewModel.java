package com.salescopilot.desktop.account;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Another password.
final class PasswordViewModel {
  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final StringProperty old = new SimpleStringProperty(this, "old", "");
  private final StringProperty next = new SimpleStringProperty(this, "next", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

  PasswordViewModel(Tools tools) {
    desk = tools.desk();
    async = tools.async();
    toasts = tools.toasts();
    texts = tools.texts();
  }

  StringProperty old() {
    return old;
  }

  StringProperty next() {
    return next;
  }

  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void change() {
    if (busy.get()) {
      return;
    }
    if (old.get().isEmpty() || next.get().isEmpty()) {
      problem.set(texts.get(getClass(), "password.fill"));
      return;
    }
    String was = old.get();
    String wanted = next.get();
    busy.set(true);
    problem.set("");
    async.latest(
        this,
        () ->
            desk.ask(
                server -> {
                  server.person().changePassword(was, wanted);
                  return true;
                }),
        _ -> {
          busy.set(false);
          forget();
          toasts.done(texts.get(getClass(), "password.changed"));
        },
        e -> {
          busy.set(false);
          problem.set(Refusal.words(texts, e));
        });
  }

  /// Nobody who looks later finds what was typed.
  void forget() {
    old.set("");
    next.set("");
    problem.set("");
  }
}
