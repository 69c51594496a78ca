package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The workspace as a whole: to take along, and to delete. Only administrators see it.
public final class WholePane extends VBox {
  private final Button export = new Button();
  private final Button delete = new Button();

  public WholePane() {
    getStyleClass().addAll("card", "settings-card");
    managedProperty().bind(visibleProperty());
    export.setId("exportWorkspace");
    delete.setId("deleteWorkspace");
    delete.getStyleClass().addAll("button-outlined", "danger");
  }

  void follow(TeamViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "whole.title"));
    title.getStyleClass().add("card-title");
    export.setText(texts.get(getClass(), "whole.export"));
    export.setOnAction(_ -> model.export());
    delete.setText(texts.get(getClass(), "whole.delete"));
    delete.setOnAction(_ -> model.delete());
    for (Button each : new Button[] {export, delete}) {
      each.setWrapText(true);
    }
    getChildren().setAll(title, export, delete);
  }
}
