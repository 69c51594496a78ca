package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.store.Membership;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The workspaces that one may go into.
public final class PlacesPane extends VBox {
  private final VBox list = new VBox();
  private final TextField code = new TextField();
  private final Button join = new Button();

  public PlacesPane() {
    getStyleClass().addAll("card", "settings-card");
    list.setId("places");
    code.setId("joinCode");
    join.setId("join");
  }

  void follow(PlacesViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "places.title"));
    title.getStyleClass().add("card-title");
    Label help = new Label(texts.get(getClass(), "places.help"));
    help.getStyleClass().addAll("muted", "small");
    help.setWrapText(true);
    FormField field = new FormField();
    field.setName(texts.get(getClass(), "places.code"));
    field.setControl(code);
    HBox.setHgrow(field, Priority.ALWAYS);
    join.setText(texts.get(getClass(), "places.join"));
    join.setMinWidth(USE_PREF_SIZE);
    join.setOnAction(_ -> model.join());
    join.disableProperty().bind(model.busy().or(code.textProperty().isEmpty()));
    code.textProperty().bindBidirectional(model.code());
    code.setOnAction(_ -> model.join());
    HBox line = new HBox(field, join);
    line.getStyleClass().add("field-and-button");
    getChildren().setAll(title, list, help, line);
    model.places().addListener((ListChangeListener<Membership>) _ -> show(model, texts));
    show(model, texts);
  }

  private void show(PlacesViewModel model, Texts texts) {
    list.getChildren()
        .setAll(model.places().stream().map(each -> row(each, model, texts)).toList());
  }

  private static Node row(Membership place, PlacesViewModel model, Texts texts) {
    Label name = new Label(place.name());
    name.setWrapText(true);
    Label role = new Label(texts.get(PlacesPane.class, "role." + place.role().name()));
    role.getStyleClass().addAll("muted", "small");
    VBox words = new VBox(name, role);
    words.getStyleClass().add("waiting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words, model.isHere(place) ? here(texts) : go(place, model, texts));
    row.getStyleClass().add("waiting");
    return row;
  }

  private static Label here(Texts texts) {
    Label badge = new Label(texts.get(PlacesPane.class, "places.here"));
    badge.getStyleClass().addAll("badge", "good");
    badge.setMinWidth(USE_PREF_SIZE);
    return badge;
  }

  private static Button go(Membership place, PlacesViewModel model, Texts texts) {
    Button go = new Button(texts.get(PlacesPane.class, "places.go"));
    go.setId("switch");
    go.getStyleClass().add("row-button");
    go.setMinWidth(USE_PREF_SIZE);
    go.setAccessibleText(go.getText() + ": " + place.name());
    go.disableProperty().bind(model.busy());
    go.setOnAction(_ -> model.go(place));
    return go;
  }
}
