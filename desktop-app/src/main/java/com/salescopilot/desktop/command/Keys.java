package com.salescopilot.desktop.command;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/// How a command is called by the keyboard.
public sealed interface Keys {
  /// How it is kept; [#parse] reads it.
  String text();

  /// How people read it.
  String shown();

  /// Whether one of them would keep the other from being typed.
  boolean clashesWith(Keys other);

  /// Reads what [#text] wrote: `Shortcut+K` and `F1` are keys held together, `c` and `g p` are
  /// letters typed one after the other.
  ///
  /// @throws IllegalArgumentException if these are no keys
  static Keys parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() == 1 || trimmed.matches("\\S( \\S)+")) {
      return new Letters(trimmed.replace(" ", ""));
    }
    if (!trimmed.isEmpty() && KeyCombination.valueOf(trimmed) instanceof KeyCodeCombination keys) {
      return new Chord(keys);
    }
    throw new IllegalArgumentException("no keys: " + text);
  }

  /// The keys of an event, as one would press them again.
  static Keys of(KeyEvent event) {
    return new Chord(
        new KeyCodeCombination(
            event.getCode(),
            held(event.isShiftDown()),
            held(event.isControlDown() && !isShortcut(event, KeyCode.CONTROL)),
            held(event.isAltDown()),
            held(event.isMetaDown() && !isShortcut(event, KeyCode.META)),
            held(event.isShortcutDown())));
  }

  private static ModifierValue held(boolean down) {
    return down ? ModifierValue.DOWN : ModifierValue.UP;
  }

  /// `Shortcut` is Ctrl here and Cmd there; said as such, the keys hold on both.
  private static boolean isShortcut(KeyEvent event, KeyCode modifier) {
    boolean control = event.isShortcutDown() && event.isControlDown();
    return event.isShortcutDown() && (modifier == KeyCode.CONTROL) == control;
  }

  /// Keys held together.
  record Chord(KeyCodeCombination keys) implements Keys {
    /// Whether there is something to hold, or a key that writes nothing: what does not come about
    /// while one writes.
    public boolean isSafeWhileWriting() {
      boolean held =
          keys.getControl() == ModifierValue.DOWN
              || keys.getAlt() == ModifierValue.DOWN
              || keys.getMeta() == ModifierValue.DOWN
              || keys.getShortcut() == ModifierValue.DOWN;
      return held || keys.getCode().isFunctionKey();
    }

    @Override
    public String text() {
      return keys.getName();
    }

    @Override
    public String shown() {
      return keys.getDisplayText();
    }

    @Override
    public boolean clashesWith(Keys other) {
      return other instanceof Chord(KeyCodeCombination theirs) && keys.equals(theirs);
    }
  }

  /// Letters typed one after the other, while nobody writes.
  record Letters(String typed) implements Keys {
    @Override
    public String text() {
      return typed.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    @Override
    public String shown() {
      return text().toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean clashesWith(Keys other) {
      return other instanceof Letters(String theirs)
          && (typed.startsWith(theirs) || theirs.startsWith(typed));
    }
  }
}
