package com.salescopilot.desktop.editor;

import java.util.Optional;

/// What a toolbar shows as pressed or possible.
///
/// @param style of the selection's beginning, or of what would be typed
/// @param shape of the caret's line
public record CaretLook(TextStyle style, Shape shape, boolean canUndo, boolean canRedo) {
  static final CaretLook INITIAL = new CaretLook(TextStyle.PLAIN, Shape.TEXT, false, false);

  Optional<Link> link() {
    return style.link();
  }
}
