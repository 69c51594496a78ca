package com.salescopilot.desktop.command;

import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// Something one can do, wherever it is offered: in a menu, on a button, by a key, in the palette.
///
/// @param id its name in keymaps, such as `prospect.new`
/// @param title what it is called, in the language of the program
/// @param group which part of the program it belongs to, in that language
/// @param icon the name of a Feather icon
/// @param keys those of the default keymap in the notation of [Keys#parse], separated by `, `; the
///   first ones are shown; `Shortcut` is Ctrl or Cmd
/// @param obstacle why it cannot be done now, or empty if it can
public record Command(
    String id,
    String title,
    String group,
    String icon,
    Optional<String> keys,
    ObservableValue<String> obstacle,
    Runnable action) {

  /// Whether it can be done now.
  public boolean isPossible() {
    return obstacle.getValue().isEmpty();
  }
}
