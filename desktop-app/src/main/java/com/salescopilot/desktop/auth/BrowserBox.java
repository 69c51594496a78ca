package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.remote.BrowserSignIn;
import com.salescopilot.desktop.remote.SignInOptions;
import com.salescopilot.desktop.ui.Texts;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The ways in that lead through the browser, as far as the server has them; and the wait for it.
final class BrowserBox extends VBox {
  private final Button google = new Button();
  private final Button linkedin = new Button();
  private final FlowPane ways = new FlowPane(google, linkedin);
  private final Label waiting = new Label();
  private final Button copy = new Button();
  private final Button cancel = new Button();
  private final FlowPane meanwhile = new FlowPane(copy, cancel);

  BrowserBox(BrowserViewModel model, DoorState door, Texts texts) {
    getStyleClass().add("form");
    google.setId("google");
    google.setText(texts.get(getClass(), "auth.google"));
    google.setOnAction(_ -> model.begin(BrowserSignIn.Provider.GOOGLE));
    linkedin.setId("linkedin");
    linkedin.setText(texts.get(getClass(), "auth.linkedin"));
    linkedin.setOnAction(_ -> model.begin(BrowserSignIn.Provider.LINKEDIN));
    waiting.setId("browser");
    waiting.setText(texts.get(getClass(), "auth.browser"));
    waiting.setWrapText(true);
    copy.setId("copyLink");
    copy.setText(texts.get(getClass(), "auth.browser.copy"));
    copy.setOnAction(
        _ ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.link().get())));
    cancel.setId("cancelBrowser");
    cancel.setText(texts.get(getClass(), "common.cancel"));
    cancel.setOnAction(_ -> model.cancel());
    for (FlowPane each : new FlowPane[] {ways, meanwhile}) {
      each.getStyleClass().add("offers");
    }
    getChildren().addAll(ways, waiting, meanwhile);
    managedProperty().bind(visibleProperty());
    model.link().addListener((_, _, now) -> show(now, door.offered().get()));
    door.offered().addListener((_, _, now) -> show(model.link().get(), now));
    show(model.link().get(), door.offered().get());
  }

  private void show(String link, SignInOptions offered) {
    boolean waits = !link.isEmpty();
    boolean any = offered.google() || offered.linkedin();
    google.setVisible(offered.google());
    google.setManaged(offered.google());
    linkedin.setVisible(offered.linkedin());
    linkedin.setManaged(offered.linkedin());
    ways.setVisible(any && !waits);
    ways.setManaged(any && !waits);
    for (Node each : new Node[] {waiting, meanwhile}) {
      each.setVisible(waits);
      each.setManaged(waits);
    }
    setVisible(waits || any);
  }
}
