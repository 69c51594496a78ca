package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What one can do with a letter by the keyboard.
final class ComposeCommands {
  private final Tools tools;
  private @Nullable ComposeController here;

  ComposeCommands(Tools tools) {
    this.tools = tools;
  }

  /// The composer that is shown.
  ///
  /// @return none is any more
  Subscription follow(ComposeController controller) {
    here = controller;
    return () -> here = null;
  }

  void register() {
    Commands commands = tools.commands();
    ObservableValue<String> signedIn = commands.get("go.compose").obstacle();
    add("mail.new", "fth-plus", "Shortcut+Shift+M", signedIn, this::begin);
    add("mail.send", "fth-send", "Shortcut+Enter", writing(), () -> with(ComposeController::send));
    add(
        "mail.template",
        "fth-file-text",
        "Shortcut+T",
        writing(),
        () -> with(ComposeController::pickTemplate));
    add("mail.draft", "fth-inbox", "", writing(), () -> with(ComposeController::pickDraft));
    add("mail.before", "fth-chevron-up", "Alt+Up", writing(), () -> with(one -> one.step(-1)));
    add("mail.after", "fth-chevron-down", "Alt+Down", writing(), () -> with(one -> one.step(1)));
  }

  private void begin() {
    tools.navigator().go(Route.Compose.fresh());
    with(ComposeController::begin);
  }

  private void with(Consumer<ComposeController> action) {
    ComposeController shown = here;
    if (shown != null) {
      action.accept(shown);
    }
  }

  private ObservableValue<String> writing() {
    String only = text("compose.onlyWriting");
    return Bindings.createStringBinding(
        () -> tools.navigator().routeProperty().get() instanceof Route.Compose ? "" : only,
        tools.navigator().routeProperty());
  }

  private void add(
      String id, String icon, String keys, ObservableValue<String> obstacle, Runnable action) {
    tools
        .commands()
        .register(
            new Command(
                id,
                text(id),
                text("compose.group"),
                icon,
                Optional.of(keys).filter(each -> !each.isEmpty()),
                obstacle,
                action));
  }

  private String text(String key) {
    Texts texts = tools.texts();
    return texts.get(getClass(), key);
  }
}
