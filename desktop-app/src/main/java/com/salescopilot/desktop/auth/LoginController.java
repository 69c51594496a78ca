package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.Subscription;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;

/// Binds the sign-in.
final class LoginController implements Screen<Route.Login> {
  private final DoorViewModel model;
  private final Navigator navigator;

  @FXML private TextField email;
  @FXML private TextField password;
  @FXML private TextField server;
  @FXML private TitledPane advanced;
  @FXML private Label problem;
  @FXML private Button enter;
  @FXML private Button cancel;
  @FXML private Hyperlink other;

  LoginController(DoorViewModel model, Navigator navigator) {
    this.model = model;
    this.navigator = navigator;
  }

  @FXML
  void initialize() {
    email.textProperty().bindBidirectional(model.email());
    password.textProperty().bindBidirectional(model.password());
    server.textProperty().bindBidirectional(model.server());
    Door.bind(model, problem, enter, cancel);
    other.setOnAction(_ -> navigator.replace(new Route.Signup()));
  }

  @Override
  public Subscription onShow(Route.Login route) {
    advanced.setExpanded(model.server().get().isBlank());
    (email.getText().isBlank() ? email : password).requestFocus();
    return () -> {};
  }

  @FXML
  void enter() {
    model.signIn();
  }

  @FXML
  void cancel() {
    model.cancel();
  }
}
