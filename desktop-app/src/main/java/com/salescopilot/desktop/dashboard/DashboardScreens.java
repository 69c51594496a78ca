package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import java.time.ZoneId;

/// The screen one begins with.
public final class DashboardScreens {
  private DashboardScreens() {}

  /// Adds it.
  public static void add(ScreenBook book, Tools tools) {
    ZoneId zone = ZoneId.systemDefault();
    book.add(
        Route.Dashboard.class,
        DashboardController.class,
        () ->
            new DashboardController(
                new DashboardViewModel(
                    tools.desk(),
                    new LocalNumbers(tools.desk(), zone),
                    tools.async(),
                    tools.texts(),
                    zone),
                tools.navigator(),
                tools.looks(),
                tools.texts(),
                new FeedWords(tools.texts(), tools.desk().clock(), zone)));
  }
}
