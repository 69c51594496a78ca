package com.salescopilot.desktop.campaigns;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Says why a button is off, to those who point at it and to those who cannot see it.
final class Hint {
  private Hint() {}

  /// Turns a button off with a reason; without one it is on.
  static void off(Button button, String why) {
    button.setDisable(!why.isEmpty());
    button.setAccessibleHelp(why);
    button.setTooltip(why.isEmpty() ? null : new Tooltip(why));
  }
}
