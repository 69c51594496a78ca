package com.salescopilot.desktop.editor;

import javafx.beans.property.StringProperty;

/// Keeps an editor and the text that is kept alike. Only what is written changes the text: a text
/// that is merely shown stays as it was kept, to the letter.
public final class LetterField {
  private final RichEditor editor;
  private final StringProperty kept;
  private boolean showing;
  private boolean writing;

  public LetterField(RichEditor editor, StringProperty kept) {
    this.editor = editor;
    this.kept = kept;
  }

  public void bind() {
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
