package com.salescopilot.desktop.command;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/// Hears the keys of one window. Keys held together call their command wherever one is; letters do
/// so while nobody writes, and the second of two is waited for only a moment.
final class KeyListener {
  private static final Duration PATIENCE = Duration.seconds(1.5);

  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

  private final Commands commands;
  private final Scene scene;
  private final PauseTransition forget = new PauseTransition(PATIENCE);
  private String typed = "";

  KeyListener(Commands commands, Scene scene) {
    this.commands = commands;
    this.scene = scene;
    forget.setOnFinished(_ -> typed = "");
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::passing);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    scene.focusOwnerProperty().addListener((_, _, _) -> typed = "");
  }

  /// A text field keeps undo for itself, also when it has nothing to undo.
  private void passing(KeyEvent event) {
    if (UNDO.match(event)
        && scene.getFocusOwner() instanceof TextInputControl field
        && !field.isUndoable()) {
      pressed(event);
    }
  }

  private void pressed(KeyEvent event) {
    commands.keymap().pressed(event).ifPresent(id -> call(id, event));
  }

  private void typed(KeyEvent event) {
    String letter = event.getCharacter();
    boolean bare = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (!bare || letter.length() != 1 || letter.isBlank() || isWriting()) {
      typed = "";
      return;
    }
    String before = typed;
    typed = commands.keymap().begins(before + letter) ? before + letter : letter;
    Optional<String> called = commands.keymap().typed(typed);
    if (called.isPresent()) {
      typed = "";
      call(called.get(), event);
    } else {
      forget.playFromStart();
    }
  }

  private void call(String id, KeyEvent event) {
    if (commands.get(id).isPossible()) {
      event.consume();
      commands.run(id);
    }
  }

  /// Whoever takes text says how it is to be put in.
  private boolean isWriting() {
    Node focused = scene.getFocusOwner();
    return focused instanceof TextInputControl
        || (focused instanceof ComboBoxBase<?> box && box.isEditable())
        || (focused != null && focused.getInputMethodRequests() != null);
  }
}
