package com.salescopilot.desktop.account;

import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// Taking one's data along, and deleting the account.
public final class DataPane extends VBox {
  private final Button export = new Button();
  private final PasswordField password = new PasswordField();
  private final Button delete = new Button();

  public DataPane() {
    getStyleClass().addAll("card", "settings-card");
    export.setId("exportAccount");
    password.setId("deletePassword");
    delete.setId("deleteAccount");
    delete.getStyleClass().addAll("button-outlined", "danger");
  }

  void follow(DataViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "data.title"));
    title.getStyleClass().add("card-title");
    export.setText(texts.get(getClass(), "data.export"));
    export.setOnAction(_ -> model.export());
    export.disableProperty().bind(model.busy());
    FormField field = new FormField();
    field.setName(texts.get(getClass(), "data.password"));
    field.setControl(password);
    password.textProperty().bindBidirectional(model.password());
    delete.setText(texts.get(getClass(), "data.delete"));
    delete.setOnAction(_ -> model.delete());
    delete.disableProperty().bind(model.busy().or(password.textProperty().isEmpty()));
    Label help = new Label(texts.get(getClass(), "data.help"));
    help.getStyleClass().addAll("muted", "small");
    help.setWrapText(true);
    for (Button each : new Button[] {export, delete}) {
      each.setWrapText(true);
    }
    getChildren().setAll(title, export, field, delete, help);
  }
}
