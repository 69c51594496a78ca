package com.salescopilot.desktop.platform;

import com.salescopilot.desktop.command.KeyChoice;
import com.salescopilot.desktop.ui.Look;
import java.util.Locale;
import java.util.Optional;

/// What belongs to this machine and its screen, not to an account.
///
/// @param language that somebody chose; empty: that of the operating system
/// @param window where it stood when it was last closed
/// @param keys which keys call which command; they would follow their person if the `me` stream had
///   rows for settings
public record MachineSettings(
    Look look, Optional<Locale> language, Optional<WindowPlace> window, KeyChoice keys) {
  /// How a new machine begins.
  public static final MachineSettings USUAL =
      new MachineSettings(Look.USUAL, Optional.empty(), Optional.empty(), KeyChoice.USUAL);

  public MachineSettings with(Look next) {
    return new MachineSettings(next, language, window, keys);
  }

  public MachineSettings with(Optional<Locale> next) {
    return new MachineSettings(look, next, window, keys);
  }

  public MachineSettings with(WindowPlace next) {
    return new MachineSettings(look, language, Optional.of(next), keys);
  }

  public MachineSettings with(KeyChoice next) {
    return new MachineSettings(look, language, window, next);
  }
}
