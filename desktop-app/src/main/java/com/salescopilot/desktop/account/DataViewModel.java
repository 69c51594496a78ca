package com.salescopilot.desktop.account;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Questions;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The account as a whole: to take with one, and to delete.
final class DataViewModel {
  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final Questions questions;
  private final Surroundings surroundings;
  private final Runnable left;
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

  /// @param left is told when nobody works here any more
  DataViewModel(Tools tools, Surroundings surroundings, Runnable left) {
    desk = tools.desk();
    async = tools.async();
    toasts = tools.toasts();
    texts = tools.texts();
    questions = tools.questions();
    this.surroundings = surroundings;
    this.left = left;
  }

  /// What has to be typed before the account is deleted.
  StringProperty password() {
    return password;
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Keeps in a file what the server holds of this person.
  void export() {
    surroundings
        .saveAs(text("data.file") + ".json")
        .ifPresent(
            file -> {
              busy.set(true);
              async.run(
                  () ->
                      desk.ask(
                          server -> {
                            server.person().export(file);
                            return file;
                          }),
                  done -> {
                    busy.set(false);
                    toasts.done(text("data.exported", done.toString()));
                  },
                  this::failed);
            });
  }

  /// Deletes the account, if that is really meant.
  void delete() {
    String typed = password.get();
    questions.ask(
        "delete-account-now",
        Questions.Question.of(
            text("data.delete.title"),
            text("data.delete.why"),
            text("data.delete"),
            text("common.cancel")),
        () -> delete(typed));
  }

  private void delete(String typed) {
    busy.set(true);
    async.run(
        () -> {
          desk.ask(
              server -> {
                server.person().delete(typed);
                return true;
              });
          return desk.wipe();
        },
        _ -> {
          busy.set(false);
          left.run();
          toasts.done(text("data.deleted"));
        },
        this::failed);
  }

  private void failed(RuntimeException e) {
    busy.set(false);
    toasts.problem(Refusal.words(texts, e));
  }

  /// Nobody who looks later finds what was typed.
  void forget() {
    password.set("");
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
