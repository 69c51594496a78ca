package com.salescopilot.desktop.harness;

import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Strikes keys as a keyboard does: down, a letter, up. A robot would wait 50 ms after each, which
/// was most of the time that tests of the window took.
public final class Keys {
  private Keys() {}

  /// Writes into whatever has the focus, letter by letter; what one letter sets off on the screen's
  /// thread is done before the next.
  public static void write(Scene scene, String text) {
    text.chars().forEach(letter -> Ui.run(() -> strike(scene, (char) letter)));
  }

  /// Strikes one key, on the screen's thread.
  ///
  /// @param letter a letter, or backspace, tab or line feed for the keys of these names
  public static void strike(Scene scene, char letter) {
    KeyCode key = key(letter);
    fire(scene, KeyEvent.KEY_PRESSED, key, "");
    fire(scene, KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, String.valueOf(letter));
    fire(scene, KeyEvent.KEY_RELEASED, key, "");
  }

  private static KeyCode key(char letter) {
    return switch (letter) {
      case '\b' -> KeyCode.BACK_SPACE;
      case '\t' -> KeyCode.TAB;
      case '\n' -> KeyCode.ENTER;
      default -> KeyCode.UNDEFINED;
    };
  }

  private static void fire(Scene scene, EventType<KeyEvent> type, KeyCode key, String letter) {
    EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
    KeyEvent.fireEvent(target, new KeyEvent(type, letter, "", key, false, false, false, false));
  }
}
