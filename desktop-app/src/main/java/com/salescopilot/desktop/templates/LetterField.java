package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.editor.KeptLetter;
import com.salescopilot.desktop.editor.RichEditor;
import javafx.beans.property.StringProperty;

/// Keeps an editor and the text of a template alike. Only what is written changes the text: a
/// template that is merely shown stays as it was kept, to the letter.
final class LetterField {
  private final RichEditor editor;
  private final StringProperty kept;
  private boolean showing;
  private boolean writing;

  LetterField(RichEditor editor, StringProperty kept) {
    this.editor = editor;
    this.kept = kept;
  }

  void bind() {
    editor.documentProperty().addListener(_ -> write());
    kept.addListener(_ -> show());
    show();
  }

  private void show() {
    if (!writing) {
      showing = true;
      editor.setDocument(KeptLetter.read(kept.get()));
      showing = false;
    }
  }

  private void write() {
    if (!showing) {
      writing = true;
      kept.set(KeptLetter.write(editor.getDocument()));
      writing = false;
    }
  }
}
