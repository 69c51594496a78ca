package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Texts;
import javafx.beans.DefaultProperty;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What every screen at the door is: a form of some fields, what the server said to it, and which
/// server that is.
@DefaultProperty("fields")
public final class DoorCard extends VBox {
  private final Label product = new Label("", new FontIcon("fth-send"));
  private final Label title = new Label();
  private final Label text = new Label();
  private final VBox fields = new VBox();
  private final Label problem = new Label();
  private final Button enter = new Button();
  private final Button cancel = new Button();
  private final Hyperlink other = new Hyperlink();
  private final VBox more = new VBox();
  private final Label note = new Label();
  private final TextField server = new TextField();
  private final TitledPane advanced = new TitledPane();

  public DoorCard() {
    getStyleClass().add("card");
    setMaxHeight(USE_PREF_SIZE);
    product.getStyleClass().add("door-product");
    title.getStyleClass().add("screen-title");
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    fields.getStyleClass().add("form");
    problem.setId("problem");
    problem.getStyleClass().add("field-error");
    problem.setWrapText(true);
    enter.setId("enter");
    enter.getStyleClass().add("accent");
    enter.setDefaultButton(true);
    cancel.setId("cancel");
    other.setId("other");
    FlowPane buttons = new FlowPane(enter, cancel, other);
    buttons.getStyleClass().add("offers");
    more.getStyleClass().add("form");
    note.setId("note");
    note.getStyleClass().addAll("muted", "small");
    note.setWrapText(true);
    server.setId("server");
    server.setPromptText("https://copilot.example.com");
    advanced.setId("advanced");
    advanced.setAnimated(false);
    advanced.getStyleClass().add("dense");
    getChildren().addAll(product, title, text, fields, problem, buttons, more, note, advanced);
  }

  /// What is filled in.
  public ObservableList<Node> getFields() {
    return fields.getChildren();
  }

  public String getTitle() {
    return title.getText();
  }

  public void setTitle(String words) {
    title.setText(words);
  }

  public String getText() {
    return text.getText();
  }

  public void setText(String words) {
    text.setText(words);
  }

  /// What the button does.
  public String getAction() {
    return enter.getText();
  }

  public void setAction(String words) {
    enter.setText(words);
  }

  /// Where the link leads.
  public String getOther() {
    return other.getText();
  }

  public void setOther(String words) {
    other.setText(words);
  }

  /// Says something else.
  void say(String words, String action) {
    text.setText(words);
    enter.setText(action);
  }

  /// Puts something below the buttons.
  void add(Node below) {
    more.getChildren().add(below);
  }

  /// What one should know of this machine is of no interest here.
  void withoutNote() {
    getChildren().remove(note);
  }

  /// Follows the state of the door.
  ///
  /// @param entering what the button does
  /// @param leaving where the link leads
  void follow(DoorState door, Texts texts, Runnable entering, Runnable leaving) {
    product.setText(texts.get(getClass(), "auth.product"));
    cancel.setText(texts.get(getClass(), "common.cancel"));
    advanced.setText(texts.get(getClass(), "auth.advanced"));
    FormField field = new FormField();
    field.setName(texts.get(getClass(), "auth.server"));
    field.setControl(server);
    advanced.setContent(field);
    enter.setOnAction(_ -> entering.run());
    other.setOnAction(_ -> leaving.run());
    cancel.setOnAction(_ -> door.cancel());
    server.textProperty().bindBidirectional(door.server());
    server.focusedProperty().addListener((_, _, here) -> askAgain(here, door));
    enter.disableProperty().bind(door.busy());
    cancel.visibleProperty().bind(door.busy());
    cancel.managedProperty().bind(cancel.visibleProperty());
    shown(problem, door.problem());
    shown(note, door.note());
    more.managedProperty().bind(more.visibleProperty());
    more.visibleProperty().bind(Bindings.isNotEmpty(more.getChildren()));
  }

  private static void askAgain(boolean here, DoorState door) {
    if (!here) {
      door.look(); // another server may have other ways in
    }
  }

  private static void shown(Label label, ObservableStringValue words) {
    label.textProperty().bind(words);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  /// Without a server nobody gets anywhere.
  void openServer() {
    advanced.setExpanded(server.getText().isBlank());
  }
}
