package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Binds the way to a new password.
final class NewPasswordController implements Screen<Route.NewPassword> {
  private final NewPasswordViewModel model;
  private final Navigator navigator;
  private final Texts texts;

  @FXML private DoorCard card;
  @FXML private TextField email;
  @FXML private VBox withCode;
  @FXML private TextField code;
  @FXML private TextField password;

  NewPasswordController(NewPasswordViewModel model, Navigator navigator, Texts texts) {
    this.model = model;
    this.navigator = navigator;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    email.textProperty().bindBidirectional(model.door().email());
    code.textProperty().bindBidirectional(model.code());
    password.textProperty().bindBidirectional(model.password());
    card.follow(model.door(), texts, model::enter, () -> navigator.replace(new Route.Login()));
    card.withoutNote();
    Hyperlink have = new Hyperlink(texts.get(getClass(), "auth.reset.have"));
    have.setId("haveCode");
    have.setOnAction(_ -> model.haveCode());
    have.managedProperty().bind(have.visibleProperty());
    have.visibleProperty().bind(model.hasCode().not());
    card.add(have);
    withCode.managedProperty().bind(withCode.visibleProperty());
    withCode.visibleProperty().bind(model.hasCode());
    model.hasCode().addListener((_, _, now) -> step(now));
  }

  private void step(boolean hasCode) {
    String step = hasCode ? "auth.reset.set" : "auth.reset.send";
    card.say(texts.get(getClass(), step + ".text"), texts.get(getClass(), step));
    (hasCode ? code : email).requestFocus();
  }

  @Override
  public Subscription onShow(Route.NewPassword route) {
    Subscription begun = model.start();
    card.openServer();
    step(false);
    return begun;
  }
}
