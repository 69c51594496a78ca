package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;

/// The composer.
public final class ComposeScreens {
  private ComposeScreens() {}

  /// Adds it.
  public static void add(ScreenBook book, Tools tools) {
    ComposeCommands commands = new ComposeCommands(tools);
    commands.register();
    book.add(
        Route.Compose.class,
        ComposeController.class,
        () ->
            new ComposeController(
                new ComposeViewModel(
                    tools.desk(),
                    tools.edits(),
                    tools.letters(),
                    tools.async(),
                    tools.toasts(),
                    tools.texts()),
                commands,
                tools.navigator(),
                tools.texts()));
  }
}
