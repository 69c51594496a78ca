package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;

/// The page of who works together.
public final class WorkspaceScreens {
  private WorkspaceScreens() {}

  /// Adds it.
  ///
  /// @param left is told when nobody works here any more
  /// @param elsewhere is told when another workspace is open
  public static void add(
      ScreenBook book, Tools tools, Surroundings surroundings, Runnable left, Runnable elsewhere) {
    book.add(
        Route.Workspace.class,
        WorkspaceController.class,
        () -> {
          TeamViewModel team = new TeamViewModel(tools, surroundings, left, elsewhere);
          return new WorkspaceController(
              team,
              new InvitesViewModel(tools),
              new PlacesViewModel(tools, elsewhere),
              new WeightsViewModel(tools),
              tools);
        });
  }
}
