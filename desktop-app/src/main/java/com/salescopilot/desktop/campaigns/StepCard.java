package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.EditorToolbar;
import com.salescopilot.desktop.editor.LetterField;
import com.salescopilot.desktop.editor.RichEditor;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WrapBar;
import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.ThreadMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The form of one wording of a step.
public final class StepCard extends VBox {
  private static final double ROOM_TO_WRITE = 220;

  private final Label heading = new Label();
  private final Label state = new Label();
  private final Button discard = named(new Button(), "discard");
  private final Button save = named(new Button(), "save");
  private final TextField delay = named(new TextField(), "delay");
  private final ComboBox<DelayUnit> unit = named(new ComboBox<>(), "unit");
  private final ComboBox<ThreadMode> thread = named(new ComboBox<>(), "thread");
  private final TextField weight = named(new TextField(), "weight");
  private final TextField subject = named(new TextField(), "subject");
  private final FormField delayField = named(new FormField(), "delayField");
  private final FormField unitField = new FormField();
  private final FormField threadField = new FormField();
  private final FormField weightField = named(new FormField(), "weightField");
  private final FormField subjectField = named(new FormField(), "subjectField");
  private final FormField contentField = named(new FormField(), "contentField");
  private final VBox timing = new VBox();
  private final VBox letter = new VBox();
  private final StepOffers offers = new StepOffers(subject);

  public StepCard() {
    getStyleClass().addAll("card", "step-form");
    heading.setId("heading");
    heading.getStyleClass().add("section-title");
    state.setId("state");
    state.getStyleClass().addAll("badge", "warn");
    save.getStyleClass().add("accent");
    delay.setPrefColumnCount(4);
    delay.setMinWidth(Region.USE_PREF_SIZE); // the list of days beside it takes what it gets
    weight.setPrefColumnCount(4);
    HBox title = new HBox(heading, state);
    title.getStyleClass().add("screen-bar");
    WrapBar bar = new WrapBar();
    bar.getChildren().addAll(title, discard, save);
    HBox when = new HBox(delayField, unitField);
    when.getStyleClass().add("form-row");
    timing.getStyleClass().add("form");
    timing.getChildren().addAll(when, threadField);
    HBox line = new HBox(subject, offers.insert());
    line.getStyleClass().add("screen-bar");
    letter.getStyleClass().add("letter");
    letter.setMinHeight(ROOM_TO_WRITE);
    delayField.setControl(delay);
    unitField.setControl(unit);
    threadField.setControl(thread);
    weightField.setControl(weight);
    subjectField.setControl(line);
    contentField.setControl(letter);
    HBox.setHgrow(unitField, Priority.ALWAYS);
    HBox.setHgrow(subject, Priority.ALWAYS);
    VBox.setVgrow(letter, Priority.ALWAYS);
    VBox.setVgrow(contentField, Priority.ALWAYS);
    for (Node each : List.of(state, timing, weightField)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    for (Button each : List.of(discard, save)) {
      each.setMinWidth(Region.USE_PREF_SIZE);
    }
    getChildren().addAll(bar, timing, weightField, subjectField, contentField, offers);
  }

  private static <N extends Node> N named(N node, String id) {
    node.setId(id);
    return node;
  }

  /// Shows what a model has chosen, and writes on it.
  void follow(StepsViewModel model, StepMoves moves, Texts texts) {
    name(texts);
    StepForm form = model.form();
    delay.textProperty().bindBidirectional(form.field(StepText.DELAY));
    weight.textProperty().bindBidirectional(form.field(StepText.WEIGHT));
    subject.textProperty().bindBidirectional(form.field(StepText.SUBJECT));
    Choice.bind(unit, DelayUnit.class, form.field(StepText.UNIT), each -> word(each, texts));
    Choice.bind(thread, ThreadMode.class, form.field(StepText.THREAD), each -> word(each, texts));
    delayField.errorProperty().bind(form.error(StepText.DELAY));
    weightField.errorProperty().bind(form.error(StepText.WEIGHT));
    subjectField.errorProperty().bind(form.error(StepText.SUBJECT));
    contentField.errorProperty().bind(form.error(StepText.CONTENT));
    RichEditor content = named(new RichEditor(texts.bundle(RichEditor.class)), "content");
    EditorToolbar toolbar = new EditorToolbar(texts.bundle(RichEditor.class));
    toolbar.setEditor(content);
    VBox.setVgrow(content, Priority.ALWAYS);
    letter.getChildren().addAll(toolbar, content);
    new LetterField(content, form.field(StepText.CONTENT)).bind();
    discard.setOnAction(_ -> model.discard());
    save.setOnAction(_ -> model.save(wrong -> focus(wrong, content)));
    offers.follow(model, moves, content, texts);
    model.selected().addListener((_, _, now) -> now.ifPresent(row -> show(row, model, texts)));
    model.around().addListener(_ -> show(model, texts));
    show(model, texts);
  }

  private void name(Texts texts) {
    discard.setText(texts.get(getClass(), "steps.discard"));
    save.setText(texts.get(getClass(), "steps.save"));
    delayField.setName(texts.get(getClass(), "steps.delay"));
    unitField.setName(texts.get(getClass(), "steps.unit"));
    threadField.setName(texts.get(getClass(), "steps.thread"));
    weightField.setName(texts.get(getClass(), "steps.weight"));
    subjectField.setName(texts.get(getClass(), "steps.subject"));
    contentField.setName(texts.get(getClass(), "steps.content"));
    subject.setAccessibleText(texts.get(getClass(), "steps.subject"));
  }

  private static <E extends Enum<E>> String word(E value, Texts texts) {
    return texts.get(StepCard.class, "steps." + value.name());
  }

  private void focus(String wrong, Node content) {
    Map<String, Node> controls =
        Map.of(
            StepText.DELAY, delay,
            StepText.WEIGHT, weight,
            StepText.SUBJECT, subject,
            StepText.CONTENT, content);
    Optional.ofNullable(controls.get(wrong)).ifPresent(Node::requestFocus);
  }

  /// Goes on in the line that is written first.
  void write() {
    subject.requestFocus();
  }

  private void show(StepsViewModel model, Texts texts) {
    model.selected().get().ifPresent(row -> show(row, model, texts));
  }

  private void show(StepRow row, StepsViewModel model, Texts texts) {
    boolean variants = model.wordings(row) > 1;
    heading.setText(StepList.name(row, variants, texts));
    state.setText(texts.get(getClass(), row.isNew() ? "steps.private" : "steps.unpublished"));
    state.setVisible(row.isChanged());
    discard.setDisable(!row.isChanged());
    save.setDisable(!row.isChanged());
    timing.setVisible(row.leads());
    weightField.setVisible(variants);
    offers.show(row);
  }
}
