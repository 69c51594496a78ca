package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;

/// Binds the sign-in.
final class LoginController implements Screen<Route.Login> {
  private final LoginViewModel model;
  private final BrowserViewModel browser;
  private final Navigator navigator;
  private final Texts texts;

  @FXML private DoorCard card;
  @FXML private TextField email;
  @FXML private TextField password;

  LoginController(
      LoginViewModel model, BrowserViewModel browser, Navigator navigator, Texts texts) {
    this.model = model;
    this.browser = browser;
    this.navigator = navigator;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    DoorState door = model.door();
    email.textProperty().bindBidirectional(door.email());
    password.textProperty().bindBidirectional(model.password());
    card.follow(door, texts, model::enter, () -> navigator.replace(new Route.Signup()));
    Hyperlink forgot = new Hyperlink(texts.get(getClass(), "auth.forgot"));
    forgot.setId("forgot");
    forgot.setOnAction(_ -> navigator.replace(new Route.NewPassword()));
    forgot.managedProperty().bind(forgot.visibleProperty());
    door.offered().addListener((_, _, now) -> forgot.setVisible(now.passwordReset()));
    forgot.setVisible(door.offered().get().passwordReset());
    card.add(new BrowserBox(browser, door, texts));
    card.add(forgot);
  }

  @Override
  public Subscription onShow(Route.Login route) {
    Subscription begun = model.start();
    card.openServer();
    (email.getText().isBlank() ? email : password).requestFocus();
    return Subscriptions.of(begun, browser::cancel);
  }
}
