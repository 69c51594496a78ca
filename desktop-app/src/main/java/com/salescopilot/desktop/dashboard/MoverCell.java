package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.SignLine;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Somebody who is moved: where it goes, why, and what one may do.
final class MoverCell extends ListCell<Mover> {
  private final MoverWords words;
  private final SignLine line = new SignLine();
  private final Button action = new Button();
  private final HBox all = new HBox(line, action);

  /// @param act does what is next
  /// @param open shows who it is
  MoverCell(MoverWords words, Consumer<Mover> act, Consumer<Mover> open) {
    this.words = words;
    setPrefWidth(0); // as wide as the list, so that long reasons are cut and nothing scrolls
    HBox.setHgrow(line, Priority.ALWAYS);
    line.setMinWidth(0);
    action.getStyleClass().add("small");
    action.setMinWidth(USE_PREF_SIZE);
    action.setFocusTraversable(false); // Enter on the row does it
    action.managedProperty().bind(action.visibleProperty());
    action.setOnAction(_ -> act.accept(getItem()));
    all.getStyleClass().add("mover-line");
    all.setAlignment(Pos.CENTER_LEFT);
    setOnMouseClicked(
        event -> {
          Mover shown = getItem();
          if (shown != null && event.isStillSincePress()) {
            open.accept(shown);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Mover mover, boolean empty) {
    super.updateItem(mover, empty);
    if (mover == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    line.say(words.who(mover), words.reasons(mover), words.trend(mover));
    switch (mover.momentum().trend()) {
      case RISING -> line.sign("fth-trending-up", "sign-replied");
      case STEADY -> line.sign("fth-minus", "");
      case COOLING -> line.sign("fth-trending-down", "sign-bounced");
    }
    String todo = words.action(mover);
    action.setText(todo);
    action.setAccessibleText(todo.isEmpty() ? "" : todo + ", " + mover.who());
    action.setVisible(!todo.isEmpty());
    setAccessibleText(todo.isEmpty() ? line.spoken() : line.spoken() + ", " + todo);
    setGraphic(all);
  }
}
