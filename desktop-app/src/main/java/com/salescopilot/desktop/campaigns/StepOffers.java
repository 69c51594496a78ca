package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.FieldChoice;
import com.salescopilot.desktop.editor.RichEditor;
import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.template.MergeField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// What can be put into a wording of a step, and what can be done with the step.
final class StepOffers extends FlowPane {
  private final TextField subject;
  private final MenuButton insert = offer(new MenuButton(), "insert");
  private final MenuButton template = offer(new MenuButton(), "template");
  private final Button addVariant = offer(new Button(), "addVariant");
  private final Button up = offer(new Button(), "up");
  private final Button down = offer(new Button(), "down");
  private final Button remove = offer(new Button(), "remove");
  private Consumer<StepRow> judge = _ -> {};
  private int caret;

  /// @param subject into which fields are put
  StepOffers(TextField subject) {
    this.subject = subject;
    getStyleClass().add("offers");
    getChildren().addAll(template, addVariant, up, down, remove);
    subject.caretPositionProperty().addListener((_, _, now) -> remember(now.intValue()));
  }

  private static <B extends ButtonBase> B offer(B button, String id) {
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// Puts a field into the subject; stands beside it.
  MenuButton insert() {
    return insert;
  }

  void follow(StepsViewModel model, StepMoves moves, RichEditor content, Texts texts) {
    insert.setText(texts.get(getClass(), "steps.insert"));
    template.setText(texts.get(getClass(), "steps.template"));
    addVariant.setText(texts.get(getClass(), "steps.addVariant"));
    up.setText(texts.get(getClass(), "steps.up"));
    down.setText(texts.get(getClass(), "steps.down"));
    remove.setText(texts.get(getClass(), "steps.remove"));
    addVariant.setOnAction(
        _ -> {
          model.addVariant();
          subject.requestFocus();
        });
    up.setOnAction(_ -> moves.move(model, -1));
    down.setOnAction(_ -> moves.move(model, 1));
    remove.setOnAction(_ -> moves.remove(model));
    judge =
        row -> {
          int reached = model.around().get().reached();
          addVariant.setDisable(model.wordings(row) == StepRow.VARIANTS.size());
          Hint.off(up, moves.obstacle(row, -1, model.rows(), reached));
          Hint.off(down, moves.obstacle(row, 1, model.rows(), reached));
          Hint.off(remove, moves.obstacle(row, reached));
        };
    model.around().addListener((_, _, now) -> show(now, model, content, texts));
    show(model.around().get(), model, content, texts);
  }

  private void show(
      StepsReading.Found around, StepsViewModel model, RichEditor content, Texts texts) {
    FieldTitles titles = new FieldTitles(texts);
    List<String> names =
        Stream.concat(
                FieldTitles.offered(around.reader().catalogue()).stream(),
                Stream.of("unsubscribeUrl"))
            .distinct()
            .toList();
    content.setFields(
        names.stream()
            .map(name -> new FieldChoice(name, titles.of(name), Optional.empty()))
            .toList());
    insert.getItems().setAll(names.stream().map(name -> field(name, titles.of(name))).toList());
    template
        .getItems()
        .setAll(around.templates().stream().map(row -> template(row, model)).toList());
    template.setDisable(around.templates().isEmpty());
  }

  private MenuItem field(String name, String title) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(_ -> insert(MergeField.named(name).source()));
    return item;
  }

  private static MenuItem template(Doc row, StepsViewModel model) {
    MenuItem item = new MenuItem(row.text("title").orElse(""));
    item.setOnAction(_ -> model.take(row));
    return item;
  }

  /// A field of the window forgets where one was writing when the focus leaves it.
  private void remember(int now) {
    if (subject.isFocused()) {
      caret = now;
    }
  }

  private void insert(String source) {
    int at = Math.min(caret, subject.getLength());
    subject.insertText(at, source);
    subject.requestFocus();
    subject.selectRange(at + source.length(), at + source.length());
  }

  /// Offers what can be done with a wording, and says why the rest cannot.
  void show(StepRow row) {
    judge.accept(row);
  }
}
