package com.salescopilot.desktop.imports;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import java.util.Optional;

/// The screen that imports prospects, and what goes on behind it.
public final class ImportScreens {
  private ImportScreens() {}

  /// Adds it.
  ///
  /// @return ends the going on with what an earlier start has left
  public static Subscription add(ScreenBook book, Tools tools, Surroundings surroundings) {
    Importing importing = new Importing(tools.desk(), tools.async(), tools.toasts(), tools.texts());
    tools
        .commands()
        .register(
            "prospects.import",
            tools.texts().get(ImportScreens.class, "import.title"),
            tools.texts().get(ImportScreens.class, "import.group"),
            "fth-upload",
            Optional.empty(),
            () -> tools.navigator().go(new Route.ImportProspects()));
    book.add(
        Route.ImportProspects.class,
        ImportController.class,
        () -> new ImportController(new ImportViewModel(tools, surroundings, importing), tools));
    if (tools.desk().lastAccount().isPresent()) {
      importing.goOn();
    }
    return tools.desk().onAccount(() -> tools.async().onScreen(importing::goOn));
  }
}
