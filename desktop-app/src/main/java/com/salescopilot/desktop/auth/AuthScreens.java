package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;

/// The screens at the door.
public final class AuthScreens {
  private AuthScreens() {}

  /// Adds them.
  ///
  /// @param usualServer what stands in the field for the server's address on a new machine
  /// @param entered is told when somebody is in
  public static void add(ScreenBook book, Tools tools, String usualServer, Runnable entered) {
    book.add(
        Route.Login.class,
        LoginController.class,
        () -> new LoginController(model(tools, usualServer, entered), tools.navigator()));
    book.add(
        Route.Signup.class,
        SignupController.class,
        () -> new SignupController(model(tools, usualServer, entered), tools.navigator()));
  }

  private static DoorViewModel model(Tools tools, String usualServer, Runnable entered) {
    return new DoorViewModel(tools.desk(), tools.async(), tools.texts(), usualServer, entered);
  }
}
