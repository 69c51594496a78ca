package com.salescopilot.desktop.platform;

import com.salescopilot.desktop.command.KeyChoice;
import com.salescopilot.desktop.ui.Look;
import java.util.Locale;
import java.util.Optional;

/// What belongs to this machine and its screen, not to an account.
///
/// @param language that somebody chose; empty: that of the operating system
/// @param window where it stood when it was last closed
/// @param undoSeconds how long a mail can be taken back after it was sent; 0: not at all
/// @param keys which keys call which command; they would follow their person if the `me` stream had
///   rows for settings
public record MachineSettings(
    Look look,
    Optional<Locale> language,
    Optional<WindowPlace> window,
    int undoSeconds,
    KeyChoice keys) {
  /// The shortest and the longest time to take a mail back, where there is any.
  public static final int LEAST_UNDO = 5;

  public static final int MOST_UNDO = 60;
  private static final int USUAL_UNDO = 10;

  /// How a new machine begins.
  public static final MachineSettings USUAL =
      new MachineSettings(
          Look.USUAL, Optional.empty(), Optional.empty(), USUAL_UNDO, KeyChoice.USUAL);

  public MachineSettings with(Look next) {
    return new MachineSettings(next, language, window, undoSeconds, keys);
  }

  public MachineSettings with(Optional<Locale> next) {
    return new MachineSettings(look, next, window, undoSeconds, keys);
  }

  public MachineSettings with(WindowPlace next) {
    return new MachineSettings(look, language, Optional.of(next), undoSeconds, keys);
  }

  /// With another time to take mails back.
  ///
  /// @param next is moved into the limits, unless it is 0
  public MachineSettings withUndo(int next) {
    int seconds = next <= 0 ? 0 : Math.clamp(next, LEAST_UNDO, MOST_UNDO);
    return new MachineSettings(look, language, window, seconds, keys);
  }

  public MachineSettings with(KeyChoice next) {
    return new MachineSettings(look, language, window, undoSeconds, next);
  }
}
