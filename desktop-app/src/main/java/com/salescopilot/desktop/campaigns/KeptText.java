package com.salescopilot.desktop.campaigns;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;

/// A field that is kept on Enter and when it is left, if somebody wrote in it.
final class KeptText {
  private final TextField input;
  private final ObservableValue<String> known;
  private final Consumer<String> keep;

  KeptText(TextField input, ObservableValue<String> known, Consumer<String> keep) {
    this.input = input;
    this.known = known;
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
    known.addListener(_ -> input.setText(known.getValue()));
    input.setText(known.getValue());
  }

  private void keep() {
    String written = String.valueOf(input.getText());
    if (!written.equals(known.getValue())) {
      keep.accept(written);
    }
  }
}
