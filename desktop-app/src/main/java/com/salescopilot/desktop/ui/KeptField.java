package com.salescopilot.desktop.ui;

import java.util.function.Consumer;
import javafx.scene.control.TextField;

/// A field that is kept on Enter and when it is left, if somebody wrote in it. What stands there
/// untouched is not kept: others may have written something newer meanwhile.
public final class KeptField {
  private final TextField input;
  private final Consumer<String> keep;
  private String shown = "";

  /// @param keep is given what was written
  public KeptField(TextField input, Consumer<String> keep) {
    this.input = input;
    this.keep = keep;
    input.setOnAction(_ -> keep());
    input
        .focusedProperty()
        .addListener(
            (_, _, here) -> {
              if (!here) {
                keep();
              }
            });
  }

  /// Shows what is known now, but not over what somebody is writing.
  public void show(String value) {
    if (!input.isFocused() || !isTouched()) {
      shown = value;
      input.setText(value);
    }
  }

  private boolean isTouched() {
    return !input.getText().equals(shown);
  }

  private void keep() {
    if (isTouched()) {
      shown = input.getText();
      keep.accept(shown);
    }
  }
}
