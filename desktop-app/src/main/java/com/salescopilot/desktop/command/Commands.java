package com.salescopilot.desktop.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// All commands of the program, each registered once.
public final class Commands {
  private final Map<String, Command> all = new LinkedHashMap<>();

  /// Takes in a command.
  ///
  /// @throws IllegalStateException if its name or its keys are taken
  public void register(Command command) {
    command
        .keys()
        .flatMap(this::withKeys)
        .ifPresent(
            other -> {
              throw new IllegalStateException(
                  command.id() + " has the keys of " + other.id() + ": " + command.keys());
            });
    if (all.putIfAbsent(command.id(), command) != null) {
      throw new IllegalStateException("there are two commands " + command.id());
    }
  }

  /// A command that can always be done.
  public void register(
      String id, String title, String group, String icon, Optional<String> keys, Runnable action) {
    register(
        new Command(
            id,
            title,
            group,
            icon,
            keys,
            new ReadOnlyStringWrapper("").getReadOnlyProperty(),
            action));
  }

  /// All of them in the order of their registration.
  public Collection<Command> all() {
    return all.values();
  }

  /// The command of that name.
  ///
  /// @throws IllegalStateException if there is none
  public Command get(String id) {
    Command found = all.get(id);
    if (found == null) {
      throw new IllegalStateException("there is no command " + id);
    }
    return found;
  }

  /// Does it, if it can be done now.
  public void run(String id) {
    Command command = get(id);
    if (command.isPossible()) {
      command.action().run();
    }
  }

  /// Makes a button offer a command: its words, its sign, its key and its reason to be off.
  public void attach(String id, ButtonBase button) {
    Command command = get(id);
    button.setText(command.title());
    button.setGraphic(new FontIcon(command.icon()));
    button.setOnAction(_ -> run(id));
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !command.isPossible(), command.obstacle()));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(Bindings.createStringBinding(() -> hint(command), command.obstacle()));
    button.setTooltip(tip);
  }

  /// Makes the keys of all commands work in a scene.
  public void listen(Scene scene) {
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          for (Command command : all.values()) {
            boolean hit =
                command
                    .keys()
                    .filter(keys -> KeyCombination.valueOf(keys).match(event))
                    .isPresent();
            if (hit && command.isPossible()) {
              event.consume();
              command.action().run();
              return;
            }
          }
        });
  }

  private static String hint(Command command) {
    if (!command.isPossible()) {
      return command.obstacle().getValue();
    }
    return command
        .shownKeys()
        .map(keys -> command.title() + " (" + keys + ")")
        .orElse(command.title());
  }

  private Optional<Command> withKeys(String keys) {
    KeyCombination wanted = KeyCombination.valueOf(keys);
    return all.values().stream()
        .filter(
            command ->
                command.keys().map(KeyCombination::valueOf).filter(wanted::equals).isPresent())
        .findFirst();
  }
}
