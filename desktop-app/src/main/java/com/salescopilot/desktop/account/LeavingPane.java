package com.salescopilot.desktop.account;

import com.salescopilot.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The two ways to log out, and what becomes of what waits.
public final class LeavingPane extends VBox {
  private final Label waiting = new Label();
  private final Button keep = new Button();
  private final Button wipe = new Button();

  public LeavingPane() {
    getStyleClass().addAll("card", "settings-card");
    waiting.setId("leavingWaits");
    waiting.setWrapText(true);
    keep.setId("logOut");
    wipe.setId("wipe");
    wipe.getStyleClass().addAll("button-outlined", "danger");
  }

  void follow(LeavingViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "leaving.title"));
    title.getStyleClass().add("card-title");
    keep.setText(texts.get(getClass(), "leaving.keep"));
    keep.setOnAction(_ -> model.logOut());
    wipe.setText(texts.get(getClass(), "leaving.wipe"));
    wipe.setOnAction(_ -> model.wipe());
    for (Button each : new Button[] {keep, wipe}) {
      each.setWrapText(true);
      each.disableProperty().bind(model.busy());
    }
    VBox buttons = new VBox(keep, wipe);
    buttons.getStyleClass().add("stacked");
    Label help = new Label(texts.get(getClass(), "leaving.help"));
    help.getStyleClass().addAll("muted", "small");
    help.setWrapText(true);
    getChildren().setAll(title, waiting, buttons, help);
    model.standing().addListener((_, _, now) -> say(now, texts));
    say(model.standing().get(), texts);
  }

  private void say(LeavingViewModel.Standing now, Texts texts) {
    waiting.setText(texts.get(getClass(), "leaving.waits", now.waiting()));
  }
}
