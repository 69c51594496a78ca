package com.salescopilot.desktop.command;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which keys somebody chose: a keymap, and what they changed of it.
///
/// @param own the keys of commands by their names, as [Keys#text] writes them; empty for none
public record KeyChoice(Base base, Map<String, String> own) {
  /// How a new machine begins.
  public static final KeyChoice USUAL = new KeyChoice(Base.DEFAULT, Map.of());

  /// The keymaps there are.
  public enum Base {
    /// Nothing that could come about while one writes.
    DEFAULT,
    /// As many know it from their mail: letters alone call commands, too.
    GMAIL
  }

  public KeyChoice {
    own = Map.copyOf(own);
  }

  /// The other keymap, with the same changes.
  public KeyChoice on(Base next) {
    return new KeyChoice(next, own);
  }

  /// With other keys for a command.
  ///
  /// @param keys empty: those of the keymap again
  public KeyChoice with(String command, Optional<String> keys) {
    Map<String, String> next = new TreeMap<>(own);
    next.remove(command);
    keys.ifPresent(text -> next.put(command, text));
    return new KeyChoice(base, next);
  }
}
