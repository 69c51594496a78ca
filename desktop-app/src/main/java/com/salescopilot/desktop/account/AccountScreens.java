package com.salescopilot.desktop.account;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import java.security.SecureRandom;

/// The page of who one is at the server.
public final class AccountScreens {
  private AccountScreens() {}

  /// Adds it.
  ///
  /// @param left is told when nobody works here any more
  /// @param elsewhere is told when another workspace is open
  public static void add(
      ScreenBook book, Tools tools, Surroundings surroundings, Runnable left, Runnable elsewhere) {
    book.add(
        Route.Account.class,
        AccountController.class,
        () ->
            new AccountController(
                new PersonViewModel(tools),
                new SessionsViewModel(tools),
                new LinksViewModel(tools, surroundings, new SecureRandom()),
                new PasswordViewModel(tools),
                new LeavingViewModel(tools, surroundings, left, elsewhere),
                new DataViewModel(tools, surroundings, left),
                tools));
  }
}
