package com.salescopilot.desktop.account;

import com.salescopilot.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What to do with work that nobody takes any more, for somebody who was removed from the
/// workspace.
public final class RemovedPane extends VBox {
  private final Label waiting = new Label();
  private final Button export = new Button();
  private final Button purge = new Button();

  public RemovedPane() {
    getStyleClass().addAll("card", "removed-card");
    setId("removed");
    waiting.setWrapText(true);
    export.setId("exportWork");
    export.getStyleClass().add("accent");
    purge.setId("purge");
    purge.getStyleClass().addAll("button-outlined", "danger");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void follow(LeavingViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "removed.title"));
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    export.setText(texts.get(getClass(), "removed.export"));
    export.setOnAction(_ -> model.export());
    purge.setText(texts.get(getClass(), "removed.purge"));
    purge.setOnAction(_ -> model.purge());
    VBox buttons = new VBox(export, purge);
    buttons.getStyleClass().add("stacked");
    export.setWrapText(true);
    purge.setWrapText(true);
    getChildren().setAll(title, waiting, buttons);
    model.standing().addListener((_, _, now) -> say(now, texts));
    say(model.standing().get(), texts);
  }

  private void say(LeavingViewModel.Standing now, Texts texts) {
    setVisible(now.removed());
    export.setDisable(now.waiting() == 0);
    waiting.setText(texts.get(getClass(), "removed.waits", now.waiting()));
  }
}
