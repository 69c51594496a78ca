package com.salescopilot.desktop.tasks;

import com.salescopilot.desktop.ui.SignLine;
import com.salescopilot.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A line of what is to be done: a box to tick, the words, whom it is about, and when it is due.
final class TaskCell extends ListCell<TaskRow> {
  private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private final TaskWords words;
  private final Texts texts;
  private final CheckBox tick = new CheckBox();
  private final SignLine line = new SignLine();
  private final HBox all = new HBox(tick, line);

  /// @param toggle says that it is done, or is not after all
  /// @param open shows whom it is about
  TaskCell(TaskWords words, Texts texts, Consumer<TaskRow> toggle, Consumer<TaskRow> open) {
    this.words = words;
    this.texts = texts;
    setPrefWidth(0); // as wide as the list, so that long titles are cut and nothing scrolls
    getStyleClass().add("task-cell");
    tick.getStyleClass().add("tick");
    tick.setFocusTraversable(false); // the space bar on the row does it
    tick.setOnAction(
        _ -> {
          tick.setSelected(getItem().isDone()); // the store says what holds, not the click
          toggle.accept(getItem());
        });
    HBox.setHgrow(line, Priority.ALWAYS);
    line.setMinWidth(0);
    all.setAlignment(Pos.CENTER_LEFT);
    all.getStyleClass().add("mover-line");
    setOnMouseClicked(
        event -> {
          TaskRow row = getItem();
          if (row != null && event.getClickCount() == 2) {
            open.accept(row);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable TaskRow row, boolean empty) {
    super.updateItem(row, empty);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    tick.setSelected(row.isDone());
    tick.setAccessibleText(texts.get(getClass(), "tasks.tick", row.title()));
    switch (row.kind()) {
      case MANUAL -> line.sign("fth-bell", "");
      case NO_REPLY -> line.sign("fth-clock", "");
      case REPLY_OWED -> line.sign("fth-corner-up-left", "sign-replied");
      case LEFT_COMPANY -> line.sign("fth-user-x", "");
    }
    line.say(row.title(), words.about(row), words.when(row));
    line.mark(row.waits() ? texts.get(getClass(), "common.notSynced") : "");
    pseudoClassStateChanged(OVERDUE, words.urgency(row) == TaskWords.Urgency.OVERDUE);
    pseudoClassStateChanged(DONE, row.isDone());
    setAccessibleText(line.spoken());
    setGraphic(all);
  }
}
