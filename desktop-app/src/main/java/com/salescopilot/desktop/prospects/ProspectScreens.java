package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;

/// The screens of prospects.
public final class ProspectScreens {
  private ProspectScreens() {}

  /// Adds them.
  public static void add(ScreenBook book, Tools tools, Surroundings surroundings) {
    book.add(
        Route.Prospects.class,
        ProspectsController.class,
        () ->
            new ProspectsController(
                new ProspectsViewModel(
                    tools.desk(), tools.edits(), tools.async(), tools.toasts(), tools.texts()),
                tools.navigator(),
                tools.looks(),
                tools.texts(),
                surroundings));
    book.add(
        Route.ProspectDetail.class,
        ProspectDetailController.class,
        () ->
            new ProspectDetailController(
                new ProspectDetailViewModel(
                    tools.desk(),
                    tools.edits(),
                    tools.letters(),
                    tools.async(),
                    tools.toasts(),
                    tools.texts()),
                tools.navigator(),
                tools.texts()));
  }
}
