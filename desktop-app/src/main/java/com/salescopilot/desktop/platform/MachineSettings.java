package com.salescopilot.desktop.platform;

import com.salescopilot.desktop.ui.Look;
import java.util.Locale;
import java.util.Optional;

/// What belongs to this machine and its screen, not to an account.
///
/// @param language that somebody chose; empty: that of the operating system
/// @param window where it stood when it was last closed
public record MachineSettings(Look look, Optional<Locale> language, Optional<WindowPlace> window) {
  /// How a new machine begins.
  public static final MachineSettings USUAL =
      new MachineSettings(Look.USUAL, Optional.empty(), Optional.empty());

  public MachineSettings with(Look next) {
    return new MachineSettings(next, language, window);
  }

  public MachineSettings with(Optional<Locale> next) {
    return new MachineSettings(look, next, window);
  }

  public MachineSettings with(WindowPlace next) {
    return new MachineSettings(look, language, Optional.of(next));
  }
}
