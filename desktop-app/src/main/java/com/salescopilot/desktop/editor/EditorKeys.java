package com.salescopilot.desktop.editor;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the keys mean inside a letter. Tab is left alone: it leads out of the editor.
final class EditorKeys {
  private final LetterArea area;
  private final RichEditor editor;
  private final FieldCompletion completion;
  private final Map<KeyCombination, Runnable> commands = new LinkedHashMap<>();

  private EditorKeys(LetterArea area, RichEditor editor, FieldCompletion completion) {
    this.area = area;
    this.editor = editor;
    this.completion = completion;
    put(KeyCode.B, editor::toggleBold, SHORTCUT_DOWN);
    put(KeyCode.I, editor::toggleItalic, SHORTCUT_DOWN);
    put(KeyCode.K, editor::editLink, SHORTCUT_DOWN);
    put(KeyCode.DIGIT7, editor::toggleNumbers, SHORTCUT_DOWN, SHIFT_DOWN);
    put(KeyCode.DIGIT8, editor::toggleBullets, SHORTCUT_DOWN, SHIFT_DOWN);
    put(KeyCode.DIGIT9, editor::toggleQuote, SHORTCUT_DOWN, SHIFT_DOWN);
    put(KeyCode.CLOSE_BRACKET, editor::indent, SHORTCUT_DOWN);
    put(KeyCode.OPEN_BRACKET, editor::outdent, SHORTCUT_DOWN);
    put(KeyCode.Z, editor::undo, SHORTCUT_DOWN);
    put(KeyCode.Z, editor::redo, SHORTCUT_DOWN, SHIFT_DOWN);
    put(KeyCode.Y, editor::redo, SHORTCUT_DOWN);
    put(KeyCode.F2, editor::editField);
  }

  static void install(LetterArea area, RichEditor editor, FieldCompletion completion) {
    EditorKeys keys = new EditorKeys(area, editor, completion);
    area.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    area.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
  }

  private void put(KeyCode code, Runnable command, KeyCombination.Modifier... modifiers) {
    commands.put(new KeyCodeCombination(code, modifiers), command);
  }

  private void pressed(KeyEvent event) {
    if (completion.take(event)) {
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.TAB) {
      lead(event);
      return;
    }
    boolean plainer =
        switch (event.getCode()) {
          case ENTER ->
              !event.isShortcutDown() && area.getParagraphLength(area.getCurrentParagraph()) == 0;
          case BACK_SPACE -> area.getCaretColumn() == 0 && area.getSelection().getLength() == 0;
          default -> false;
        };
    if (plainer && editor.isEditable() && !editor.getLook().shape().equals(Shape.TEXT)) {
      editor.plainer();
      event.consume();
      return;
    }
    commands.entrySet().stream()
        .filter(command -> command.getKey().match(event))
        .findFirst()
        .ifPresent(command -> run(command.getValue(), event));
  }

  private static void run(Runnable command, Event event) {
    command.run();
    event.consume();
  }

  /// The surface would take it as a character.
  private void lead(KeyEvent event) {
    boolean back = event.isShiftDown();
    area.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    event.consume();
  }

  private void typed(KeyEvent event) {
    if (event.getCharacter().equals("}") && area.isEditable()) {
      completion.closeField();
      event.consume();
    } else if (event.getCharacter().equals("\t")) {
      event.consume();
    }
  }
}
