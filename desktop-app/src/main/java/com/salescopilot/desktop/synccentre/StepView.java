package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Toasts.Toast;
import com.salescopilot.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Something that was done here, and the way back if there is one.
final class StepView extends HBox {
  StepView(Toast step, Texts texts, Consumer<Toast> takeBack) {
    getStyleClass().add("waiting");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label(step.text());
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    setHgrow(words, Priority.ALWAYS);
    getChildren().add(words);
    if (step.action().isPresent()) {
      Button undo = new Button(step.action().get().label());
      undo.setId("undo-step");
      undo.setAccessibleText(undo.getText() + ": " + step.text());
      undo.getStyleClass().add("flat");
      undo.setMinWidth(USE_PREF_SIZE);
      undo.setOnAction(_ -> takeBack.accept(step));
      getChildren().add(undo);
    } else {
      Label none = new Label(texts.get(getClass(), "steps.none"));
      none.getStyleClass().addAll("muted", "small");
      none.setMinWidth(USE_PREF_SIZE);
      getChildren().add(none);
    }
  }
}
