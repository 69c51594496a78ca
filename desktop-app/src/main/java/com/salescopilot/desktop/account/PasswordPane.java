package com.salescopilot.desktop.account;

import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// The form for another password.
public final class PasswordPane extends VBox {
  private final PasswordField old = new PasswordField();
  private final PasswordField next = new PasswordField();
  private final Label problem = new Label();
  private final Button change = new Button();

  public PasswordPane() {
    getStyleClass().addAll("card", "settings-card");
    old.setId("oldPassword");
    next.setId("newPassword");
    problem.setId("passwordProblem");
    problem.getStyleClass().add("field-error");
    problem.setWrapText(true);
    change.setId("changePassword");
  }

  void follow(PasswordViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "password.title"));
    title.getStyleClass().add("card-title");
    FormField was = new FormField();
    was.setName(texts.get(getClass(), "password.old"));
    was.setControl(old);
    FormField wanted = new FormField();
    wanted.setName(texts.get(getClass(), "password.new"));
    wanted.setControl(next);
    Label advice = new Label(texts.get(getClass(), "password.advice"));
    advice.getStyleClass().addAll("muted", "small");
    advice.setWrapText(true);
    change.setText(texts.get(getClass(), "password.change"));
    getChildren().setAll(title, was, wanted, advice, problem, change);
    old.textProperty().bindBidirectional(model.old());
    next.textProperty().bindBidirectional(model.next());
    problem.textProperty().bind(model.problem());
    problem.visibleProperty().bind(model.problem().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    change.disableProperty().bind(model.busy());
    change.setOnAction(_ -> model.change());
    old.setOnAction(_ -> model.change());
    next.setOnAction(_ -> model.change());
  }
}
