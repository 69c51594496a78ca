package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;

/// Binds the sign-up.
final class SignupController implements Screen<Route.Signup> {
  private final SignupViewModel model;
  private final BrowserViewModel browser;
  private final Navigator navigator;
  private final Texts texts;

  @FXML private DoorCard card;
  @FXML private TextField firstName;
  @FXML private TextField lastName;
  @FXML private TextField email;
  @FXML private TextField password;
  @FXML private TextField invitation;

  SignupController(
      SignupViewModel model, BrowserViewModel browser, Navigator navigator, Texts texts) {
    this.model = model;
    this.browser = browser;
    this.navigator = navigator;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    firstName.textProperty().bindBidirectional(model.firstName());
    lastName.textProperty().bindBidirectional(model.lastName());
    email.textProperty().bindBidirectional(model.door().email());
    password.textProperty().bindBidirectional(model.password());
    invitation.textProperty().bindBidirectional(model.invitation());
    card.follow(model.door(), texts, model::enter, () -> navigator.replace(new Route.Login()));
    card.add(new BrowserBox(browser, model.door(), texts));
  }

  @Override
  public Subscription onShow(Route.Signup route) {
    Subscription begun = model.start();
    card.openServer();
    firstName.requestFocus();
    return Subscriptions.of(begun, browser::cancel);
  }
}
