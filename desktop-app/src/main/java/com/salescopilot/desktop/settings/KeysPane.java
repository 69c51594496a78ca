package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.KeyChoice;
import com.salescopilot.desktop.command.Keys;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WrapBar;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The page of keys: a keymap is chosen, and the keys of any command can be others.
public final class KeysPane extends VBox {
  private final ChoiceBox<KeyChoice.Base> base = new ChoiceBox<>();
  private final TableView<Command> table = new TableView<>();
  private final Label said = new Label();
  private final Button change = new Button();
  private final Button none = new Button();
  private final Button reset = new Button();
  private final Button resetAll = new Button();
  private boolean catching;

  public KeysPane() {
    getStyleClass().add("card");
    base.setId("keymap");
    table.setId("keys");
    table.getStyleClass().addAll("dense", "key-table");
    setVgrow(table, Priority.ALWAYS);
    said.setId("keysSaid");
    said.setWrapText(true);
    change.setId("changeKeys");
    none.setId("noKeys");
    reset.setId("resetKeys");
    resetAll.setId("resetAllKeys");
  }

  void follow(KeysViewModel model, Looks looks, Texts texts) {
    Label title = words("settings.keys", texts);
    title.getStyleClass().add("card-title");
    Label name = words("settings.keymap", texts);
    name.setLabelFor(base);
    HBox choice = new HBox(name, base);
    choice.getStyleClass().add("screen-bar");
    WrapBar head = new WrapBar();
    head.getChildren().addAll(title, choice);
    name(change, "settings.keys.change", texts);
    name(none, "settings.keys.none", texts);
    name(reset, "settings.keys.reset", texts);
    name(resetAll, "settings.keys.resetAll", texts);
    FlowPane buttons = new FlowPane(change, none, reset, resetAll);
    buttons.getStyleClass().add("offers");
    getChildren().setAll(head, table, said, buttons);
    table.setAccessibleText(texts.get(getClass(), "settings.keys"));
    table.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    KeyTable.build(table, texts, model::shown);
    table.getItems().setAll(model.all());
    base.setConverter(new BaseNames(texts));
    base.getItems().setAll(KeyChoice.Base.values());
    base.setValue(model.base());
    base.valueProperty().addListener((_, _, now) -> model.choose(now));
    change.setOnAction(_ -> begin(texts));
    change.addEventFilter(KeyEvent.ANY, event -> caught(event, model, texts));
    change.focusedProperty().addListener((_, _, here) -> stop(here ? catching : false));
    none.setOnAction(_ -> selected().ifPresent(model::none));
    reset.setOnAction(_ -> selected().ifPresent(model::reset));
    resetAll.setOnAction(_ -> model.resetAll());
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && selected().isPresent()) {
            change.requestFocus();
            begin(texts);
          }
        });
    model.problem().addListener((_, _, now) -> said.setText(now));
    table.getSelectionModel().selectedItemProperty().addListener(_ -> offer(model));
  }

  /// Follows the keys that hold, while it is shown: they outlive it.
  Subscription show(KeysViewModel model) {
    refresh(model);
    return Subscriptions.onChange(model.changes(), () -> refresh(model));
  }

  private void refresh(KeysViewModel model) {
    table.refresh();
    offer(model);
  }

  private void offer(KeysViewModel model) {
    Optional<Command> selected = selected();
    change.setDisable(selected.isEmpty());
    none.setDisable(selected.filter(each -> !model.shown(each).isEmpty()).isEmpty());
    reset.setDisable(selected.filter(model::isChanged).isEmpty());
    resetAll.setDisable(!model.isAnyChanged());
  }

  private Optional<Command> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  private void begin(Texts texts) {
    selected()
        .ifPresent(
            command -> {
              catching = true;
              said.setText(texts.get(getClass(), "settings.keys.press", command.title()));
            });
  }

  /// While keys are awaited, they do nothing else.
  private void caught(KeyEvent event, KeysViewModel model, Texts texts) {
    if (!catching) {
      return;
    }
    boolean complete =
        event.getEventType() == KeyEvent.KEY_PRESSED && !event.getCode().isModifierKey();
    boolean leaves = event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown();
    if (leaves) {
      return; // nobody is held here
    }
    event.consume();
    if (complete) {
      stop(false);
      if (event.getCode() != KeyCode.ESCAPE) {
        selected().ifPresent(command -> take(command, Keys.of(event), model, texts));
      }
    }
  }

  private void take(Command command, Keys keys, KeysViewModel model, Texts texts) {
    model.change(command, keys);
    if (model.problem().get().isEmpty()) {
      said.setText(texts.get(getClass(), "settings.keys.changed", command.title(), keys.shown()));
    } else {
      said.setText(model.problem().get());
    }
  }

  private void stop(boolean goesOn) {
    if (catching && !goesOn) {
      catching = false;
      said.setText("");
    }
  }

  private static Label words(String key, Texts texts) {
    return new Label(texts.get(KeysPane.class, key));
  }

  private static void name(Button button, String key, Texts texts) {
    button.setText(texts.get(KeysPane.class, key));
  }

  private static final class BaseNames extends StringConverter<KeyChoice.Base> {
    private final Texts texts;

    BaseNames(Texts texts) {
      this.texts = texts;
    }

    @Override
    public String toString(KeyChoice.Base base) {
      return texts.get(
          KeysPane.class,
          switch (base) {
            case DEFAULT -> "settings.keymap.usual";
            case GMAIL -> "settings.keymap.gmail";
          });
    }

    @Override
    public KeyChoice.Base fromString(String words) {
      throw new UnsupportedOperationException("one chooses, and does not type");
    }
  }
}
