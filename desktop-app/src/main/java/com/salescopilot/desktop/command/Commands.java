package com.salescopilot.desktop.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// All commands of the program, each registered once, and the keys that call them.
public final class Commands {
  private final Map<String, Command> all = new LinkedHashMap<>();
  private final ObjectProperty<KeyChoice> choice =
      new SimpleObjectProperty<>(this, "choice", KeyChoice.USUAL);
  private final Map<Keys, String> standard = new LinkedHashMap<>();
  private final ObjectBinding<Keymap> keymap =
      Bindings.createObjectBinding(() -> Keymap.of(all.values(), choice.get()), choice);

  /// Takes in a command.
  ///
  /// @throws IllegalStateException if its name or its keys are taken
  public void register(Command command) {
    for (Keys keys : Keymap.read(command.keys().orElse(""))) {
      for (Map.Entry<Keys, String> other : standard.entrySet()) {
        if (keys.clashesWith(other.getKey())) {
          throw new IllegalStateException(
              command.id() + " has the keys of " + other.getValue() + ": " + keys.text());
        }
      }
      standard.put(keys, command.id());
    }
    if (all.putIfAbsent(command.id(), command) != null) {
      throw new IllegalStateException("there are two commands " + command.id());
    }
    keymap.invalidate();
  }

  /// Which keys are chosen.
  public ObjectProperty<KeyChoice> choiceProperty() {
    return choice;
  }

  /// Which keys call which command now.
  public ObservableValue<Keymap> keymapProperty() {
    return keymap;
  }

  public Keymap keymap() {
    return keymap.get();
  }

  /// The keys of a command as people read them; empty if it has none.
  public String shownKeys(Command command) {
    return keymap().keys(command.id()).stream().map(Keys::shown).findFirst().orElse("");
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
    tip.textProperty()
        .bind(Bindings.createStringBinding(() -> hint(command), command.obstacle(), keymap));
    button.setTooltip(tip);
  }

  /// Makes the keys of all commands work in a scene.
  public void listen(Scene scene) {
    KeyListener _ = new KeyListener(this, scene);
  }

  private String hint(Command command) {
    if (!command.isPossible()) {
      return command.obstacle().getValue();
    }
    String keys = shownKeys(command);
    return keys.isEmpty() ? command.title() : command.title() + " (" + keys + ")";
  }
}
