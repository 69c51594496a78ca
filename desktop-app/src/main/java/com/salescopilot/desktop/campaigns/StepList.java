package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.DelayUnit;
import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The steps one below the other; what is chosen stays chosen when the list is read anew.
final class StepList {
  private final ListView<StepRow> list;
  private final StepsViewModel model;
  private final Texts texts;
  private boolean choosing;

  StepList(ListView<StepRow> list, StepsViewModel model, Texts texts) {
    this.list = list;
    this.model = model;
    this.texts = texts;
  }

  /// Shows the steps from now on. Alt with an arrow moves the chosen one.
  void follow(IntConsumer move, Runnable remove) {
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, now) -> {
              if (!choosing && now != null) {
                model.select(now.id());
              }
            });
    model.rows().addListener((ListChangeListener<StepRow>) _ -> show());
    model.selected().addListener(_ -> show());
    list.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, move, remove));
    show();
  }

  private void show() {
    choosing = true;
    if (!list.getItems().equals(model.rows())) {
      list.getItems().setAll(model.rows());
    }
    model
        .selected()
        .get()
        .ifPresentOrElse(
            row -> {
              for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).id().equals(row.id())) {
                  list.getSelectionModel().select(i);
                }
              }
            },
            list.getSelectionModel()::clearSelection);
    choosing = false;
  }

  private static void pressed(KeyEvent event, IntConsumer move, Runnable remove) {
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      event.consume();
      move.accept(-1);
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      event.consume();
      move.accept(1);
    } else if (event.getCode() == KeyCode.DELETE) {
      event.consume();
      remove.run();
    }
  }

  /// What a wording is called.
  static String name(StepRow row, boolean variants, Texts texts) {
    return variants
        ? texts.get(StepList.class, "steps.variantName", row.position(), row.variant())
        : texts.get(StepList.class, "steps.name", row.position());
  }

  /// When it leaves, in words.
  private String when(StepRow row) {
    int days = row.now().number(StepText.DELAY, 365).orElse(0);
    if (!row.leads()) {
      int all =
          model.rows().stream()
              .filter(each -> each.position() == row.position())
              .mapToInt(each -> each.now().number(StepText.WEIGHT, 1_000).orElse(0))
              .sum();
      int own = row.now().number(StepText.WEIGHT, 1_000).orElse(0);
      return texts.get(getClass(), "steps.share", all == 0 ? 0 : Math.round(100.0 * own / all));
    }
    if (days == 0) {
      return texts.get(getClass(), row.position() == 1 ? "steps.atOnce" : "steps.sameDay");
    }
    boolean business = row.now().get(StepText.UNIT).equals(DelayUnit.BUSINESS.name());
    return texts.get(getClass(), business ? "steps.afterBusiness" : "steps.afterCalendar", days);
  }

  private final class Cell extends ListCell<StepRow> {
    private final Label title = new Label();
    private final Label when = new Label();
    private final Label subject = new Label();
    private final Label mark = new Label();
    private final VBox box;

    Cell() {
      title.getStyleClass().add("card-title");
      when.getStyleClass().addAll("muted", "small");
      subject.getStyleClass().add("small");
      mark.getStyleClass().addAll("badge", "warn");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      mark.managedProperty().bind(mark.visibleProperty());
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox head = new HBox(title, space, mark);
      head.getStyleClass().add("screen-bar");
      box = new VBox(head, when, subject);
      box.getStyleClass().add("step-cell");
      setPrefWidth(0); // as wide as the list, never wider
    }

    @Override
    protected void updateItem(@Nullable StepRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      boolean variants =
          model.rows().stream().filter(each -> each.position() == row.position()).count() > 1;
      String line = row.now().get(StepText.SUBJECT);
      title.setText(name(row, variants, texts));
      when.setText(when(row));
      subject.setText(
          line.isBlank()
              ? texts.get(
                  StepList.class,
                  row.now().begins(row.position()) ? "steps.subjectless" : "steps.inThread")
              : line);
      mark.setText(texts.get(StepList.class, "steps.mark"));
      mark.setVisible(row.isChanged());
      setAccessibleText(
          String.join(", ", title.getText(), when.getText(), subject.getText())
              + (row.isChanged() ? ", " + mark.getText() : ""));
      setGraphic(box);
    }
  }
}
