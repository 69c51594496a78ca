package com.salescopilot.desktop.auth;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import java.security.SecureRandom;

/// The screens at the door.
public final class AuthScreens {
  private final Tools tools;
  private final Surroundings surroundings;
  private final String usualServer;
  private final Runnable entered;
  private final Typed typed = new Typed();

  private AuthScreens(
      Tools tools, Surroundings surroundings, String usualServer, Runnable entered) {
    this.tools = tools;
    this.surroundings = surroundings;
    this.usualServer = usualServer;
    this.entered = entered;
  }

  /// Adds them.
  ///
  /// @param usualServer what stands in the field for the server's address on a new machine
  /// @param entered is told when somebody is in
  public static void add(
      ScreenBook book,
      Tools tools,
      Surroundings surroundings,
      String usualServer,
      Runnable entered) {
    AuthScreens screens = new AuthScreens(tools, surroundings, usualServer, entered);
    book.add(Route.Login.class, LoginController.class, screens::login);
    book.add(Route.Signup.class, SignupController.class, screens::signup);
    book.add(Route.NewPassword.class, NewPasswordController.class, screens::newPassword);
  }

  private LoginController login() {
    DoorState door = door();
    return new LoginController(
        new LoginViewModel(door), browser(door), tools.navigator(), tools.texts());
  }

  private SignupController signup() {
    DoorState door = door();
    return new SignupController(
        new SignupViewModel(door), browser(door), tools.navigator(), tools.texts());
  }

  private NewPasswordController newPassword() {
    return new NewPasswordController(
        new NewPasswordViewModel(door(), this::changed), tools.navigator(), tools.texts());
  }

  private void changed() {
    tools.navigator().replace(new Route.Login());
    tools.toasts().done(tools.texts().get(getClass(), "auth.reset.done"));
  }

  private DoorState door() {
    return new DoorState(tools, typed, usualServer, entered);
  }

  private BrowserViewModel browser(DoorState door) {
    return new BrowserViewModel(door, tools.async(), surroundings, new SecureRandom());
  }
}
