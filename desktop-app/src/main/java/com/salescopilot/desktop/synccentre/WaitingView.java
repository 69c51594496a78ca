package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One change that waits: its row, what is done to it, since when.
final class WaitingView extends HBox {
  WaitingView(WaitingChange change, Texts texts, Consumer<WaitingChange> show) {
    getStyleClass().add("waiting");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(change.row() + ", " + change.what());
    Label row = new Label(change.row());
    row.getStyleClass().add("card-title");
    row.setMinWidth(0);
    Label what = new Label(change.what());
    what.getStyleClass().add("muted");
    what.setMinWidth(0);
    VBox words = new VBox(row, what);
    words.setMinWidth(0);
    setHgrow(words, Priority.ALWAYS);
    Label age = new Label(change.age());
    age.getStyleClass().addAll("muted", "small");
    age.setMinWidth(Region.USE_PREF_SIZE);
    Label state =
        new Label(texts.get(getClass(), change.onItsWay() ? "waiting.sealed" : "waiting.here"));
    state.getStyleClass().add("badge");
    if (change.onItsWay()) {
      state.getStyleClass().add("busy");
    }
    state.setMinWidth(Region.USE_PREF_SIZE);
    Button open = new Button(texts.get(getClass(), "centre.show"));
    open.setId("show-waiting");
    open.setAccessibleText(open.getText() + ": " + change.row());
    open.getStyleClass().add("flat");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setVisible(change.place().isPresent());
    open.setOnAction(_ -> show.accept(change));
    getChildren().addAll(words, age, state, open);
  }
}
