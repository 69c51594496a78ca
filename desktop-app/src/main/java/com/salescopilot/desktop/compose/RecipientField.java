package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The people a letter goes to, a chip each, and a field for one more. Typing offers prospects; an
/// address that none of them has becomes a chip of its own, which offers to make one.
final class RecipientField {
  private final FlowPane pane;
  private final TextField input;
  private final ComposeViewModel model;
  private final Texts texts;
  private final ContextMenu offers = new ContextMenu();

  RecipientField(FlowPane pane, TextField input, ComposeViewModel model, Texts texts) {
    this.pane = pane;
    this.input = input;
    this.model = model;
    this.texts = texts;
    offers.setId("offers");
    model.people().addListener((ListChangeListener<Recipient>) _ -> show(model.people()));
    input.textProperty().addListener((_, _, typed) -> model.shelf().offer(typed, this::offer));
    input.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    input.focusedProperty().addListener((_, _, here) -> left(here));
    input.setOnAction(_ -> take());
    show(model.people());
  }

  private void left(boolean here) {
    if (!here) {
      take();
    }
  }

  private void take() {
    String typed = input.getText();
    if (!typed.isBlank() && !offers.isShowing()) {
      input.clear();
      model.add(typed);
    }
  }

  /// A comma ends an address, and a blank behind one does.
  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean ends =
        typed.equals(",")
            || typed.equals(";")
            || (typed.equals(" ") && input.getText().contains("@"));
    if (ends) {
      offers.hide();
      take();
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE
        && input.getText().isEmpty()
        && !model.people().isEmpty()) {
      model.people().removeLast();
    }
  }

  private void offer(List<Recipient.Known> found) {
    offers.getItems().setAll(found.stream().map(this::item).toList());
    if (found.isEmpty() || !input.isFocused()) {
      offers.hide();
    } else if (!offers.isShowing()) {
      offers.show(input, Side.BOTTOM, 0, 0);
    }
  }

  private MenuItem item(Recipient.Known known) {
    String company = known.prospect().text("company").orElse("");
    String words =
        known.label().equals(known.address())
            ? known.address()
            : known.label() + (company.isEmpty() ? "" : ", " + company) + " · " + known.address();
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(
        _ -> {
          input.clear();
          model.add(known);
          input.requestFocus();
        });
    return item;
  }

  private void show(ObservableList<Recipient> people) {
    pane.getChildren().setAll(people.stream().map(this::chip).toList());
    pane.getChildren().add(input);
  }

  private HBox chip(Recipient recipient) {
    Label name = new Label(recipient.label());
    HBox chip = new HBox(name);
    chip.getStyleClass().add("chip");
    switch (recipient) {
      case Recipient.Known known -> name.setTooltip(new Tooltip(known.address()));
      case Recipient.Unknown unknown -> {
        chip.getStyleClass().add("unknown");
        Button create = new Button(texts.get(getClass(), "compose.create"));
        create.getStyleClass().addAll("flat", "small");
        create.setId("create-prospect");
        create.setOnAction(_ -> model.create(unknown));
        chip.getChildren().add(create);
      }
      case Recipient.Bad(String _, String why) -> {
        chip.getStyleClass().add("bad");
        String words = texts.get(getClass(), "compose.bad", why);
        name.setTooltip(new Tooltip(words));
        name.setAccessibleHelp(words);
        chip.getChildren().add(new Label(words));
      }
    }
    Button remove = new Button("", new FontIcon("fth-x"));
    remove.getStyleClass().addAll("flat", "chip-remove");
    remove.setAccessibleText(texts.get(getClass(), "compose.remove", recipient.label()));
    remove.setOnAction(_ -> model.people().remove(recipient));
    chip.getChildren().add(remove);
    return chip;
  }
}
