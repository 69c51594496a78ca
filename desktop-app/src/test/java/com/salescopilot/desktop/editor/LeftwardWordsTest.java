package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.salescopilot.desktop.harness.Ui;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters in which words run to the left, alone and beside words that run to the right.
final class LeftwardWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"abc שלום ", "שלום abc ", "שלום ", "abc שלום  def   ", "مرحبا a ", " \u200f "})
  void are_shown_at_any_width_that_a_word_fits_into(String words) {
    Ui.startToolkit();
    assertThatCode(
            () ->
                Ui.run(
                    () -> {
                      DocumentView view = new DocumentView();
                      view.setDocument(TextCodec.read(words.repeat(9)));
                      VBox box = new VBox(view);
                      Scene scene = new Scene(box);
                      for (int width = 80; width < 600; width += 7) {
                        box.resize(width, 300);
                        scene.getRoot().applyCss();
                        box.layout();
                        view.prefHeight(width);
                      }
                    }))
        .doesNotThrowAnyException();
  }
}
