package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import java.util.function.IntSupplier;

/// The composer.
public final class ComposeScreens {
  private ComposeScreens() {}

  /// Adds it.
  ///
  /// @param undoSeconds how long a mail can be taken back that is sent now; 0: not at all
  /// @return ends the telling of what was made of suggestions
  public static Subscription add(ScreenBook book, Tools tools, IntSupplier undoSeconds) {
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
                    tools.texts(),
                    undoSeconds),
                commands,
                tools));
    return Feedback.followSignIns(tools.desk(), tools.async());
  }
}
