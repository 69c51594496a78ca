package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.ui.Texts;
import javafx.util.StringConverter;

/// The time to take a mail back, in words.
final class UndoWords extends StringConverter<Integer> {
  private final Texts texts;

  UndoWords(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(Integer seconds) {
    return seconds == 0
        ? texts.get(UndoWords.class, "settings.undo.off")
        : texts.get(UndoWords.class, "settings.undo.seconds", seconds);
  }

  @Override
  public Integer fromString(String words) {
    throw new UnsupportedOperationException("nobody types it");
  }
}
