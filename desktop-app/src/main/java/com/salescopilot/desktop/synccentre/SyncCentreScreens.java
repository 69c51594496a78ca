package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import java.time.ZoneId;

/// The Sync centre, the review of conflicts and the trash, and the commands about the connection.
public final class SyncCentreScreens {
  private SyncCentreScreens() {}

  /// Adds them.
  ///
  /// @return ends following the state of sync
  public static Subscription add(ScreenBook book, Tools tools) {
    SyncWatch watch = new SyncWatch(tools.desk(), tools.async(), tools.navigator().routeProperty());
    new SyncCommands(tools, watch.state()).register();
    book.add(
        Route.SyncCentre.class,
        SyncCentreController.class,
        () ->
            new SyncCentreController(
                new SyncCentreViewModel(
                    tools.desk(),
                    tools.edits(),
                    tools.async(),
                    tools.toasts(),
                    tools.texts(),
                    watch.state(),
                    ZoneId.systemDefault()),
                tools));
    book.add(
        Route.Conflicts.class,
        ConflictsController.class,
        () ->
            new ConflictsController(
                new ConflictsViewModel(
                    tools.desk(),
                    tools.edits(),
                    tools.async(),
                    tools.toasts(),
                    tools.texts(),
                    ZoneId.systemDefault()),
                tools));
    book.add(
        Route.Trash.class,
        TrashController.class,
        () ->
            new TrashController(
                new TrashViewModel(
                    tools.desk(),
                    tools.edits(),
                    tools.async(),
                    tools.toasts(),
                    tools.texts(),
                    ZoneId.systemDefault()),
                tools.texts()));
    return watch;
  }
}
