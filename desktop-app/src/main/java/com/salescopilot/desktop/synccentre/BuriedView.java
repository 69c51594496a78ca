package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row in the trash, and the way back.
final class BuriedView extends HBox {
  BuriedView(TrashViewModel.Buried buried, Texts texts, Consumer<TrashViewModel.Buried> restore) {
    getStyleClass().add("waiting");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(buried.name());
    name.getStyleClass().add("card-title");
    name.setMinWidth(0);
    Label sentence = new Label(buried.sentence());
    sentence.getStyleClass().addAll("muted", "small");
    sentence.setMinWidth(0);
    VBox words = new VBox(name, sentence);
    words.setMinWidth(0);
    setHgrow(words, Priority.ALWAYS);
    Button back = new Button(texts.get(getClass(), "trash.restore"));
    back.setId("restore");
    back.setAccessibleText(back.getText() + ": " + buried.name());
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(_ -> restore.accept(buried));
    getChildren().addAll(words, back);
  }
}
