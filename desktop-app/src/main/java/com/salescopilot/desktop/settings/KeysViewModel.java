package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.command.KeyChoice;
import com.salescopilot.desktop.command.Keys;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// Which keys call which command. What is chosen holds at once and is kept.
final class KeysViewModel {
  /// What every text field does with them.
  static final List<String> EDITING =
      List.of("Shortcut+A", "Shortcut+C", "Shortcut+V", "Shortcut+X", "Shortcut+Y");

  private final Commands commands;
  private final Machine machine;
  private final Texts texts;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  KeysViewModel(Commands commands, Machine machine, Texts texts) {
    this.commands = commands;
    this.machine = machine;
    this.texts = texts;
  }

  List<Command> all() {
    return List.copyOf(commands.all());
  }

  /// Changes when any keys do.
  ObservableValue<?> changes() {
    return commands.keymapProperty();
  }

  /// All keys of a command, as people read them.
  String shown(Command command) {
    return commands.keymap().keys(command.id()).stream()
        .map(Keys::shown)
        .collect(Collectors.joining(texts.get(getClass(), "settings.keys.or")));
  }

  KeyChoice.Base base() {
    return commands.choiceProperty().get().base();
  }

  void choose(KeyChoice.Base base) {
    keep(commands.choiceProperty().get().on(base));
  }

  boolean isChanged(Command command) {
    return commands.choiceProperty().get().own().containsKey(command.id());
  }

  boolean isAnyChanged() {
    return !commands.choiceProperty().get().own().isEmpty();
  }

  /// Why the keys that were pressed last were refused; empty if they were not.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Gives a command other keys, unless that would take something away unseen.
  void change(Command command, Keys keys) {
    Optional<String> owner =
        commands.keymap().owner(keys).filter(other -> !other.equals(command.id()));
    if (!(keys instanceof Keys.Chord chord) || !chord.isSafeWhileWriting()) {
      refuse("settings.keys.unsafe", keys.shown());
    } else if (EDITING.stream().map(Keys::parse).anyMatch(keys::clashesWith)) {
      refuse("settings.keys.editing", keys.shown());
    } else if (owner.isPresent()) {
      refuse("settings.keys.taken", keys.shown(), commands.get(owner.get()).title());
    } else {
      keep(commands.choiceProperty().get().with(command.id(), Optional.of(keys.text())));
    }
  }

  /// No keys call it any more.
  void none(Command command) {
    keep(commands.choiceProperty().get().with(command.id(), Optional.of("")));
  }

  /// The keymap's own keys call it again.
  void reset(Command command) {
    keep(commands.choiceProperty().get().with(command.id(), Optional.empty()));
  }

  /// The keymap's own keys call everything again.
  void resetAll() {
    keep(new KeyChoice(base(), KeyChoice.USUAL.own()));
  }

  private void refuse(String key, Object... values) {
    problem.set(texts.get(getClass(), key, values));
  }

  private void keep(KeyChoice next) {
    problem.set("");
    commands.choiceProperty().set(next);
    machine.keep(next);
  }
}
