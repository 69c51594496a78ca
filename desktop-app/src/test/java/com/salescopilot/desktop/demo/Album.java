package com.salescopilot.desktop.demo;

import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.ui.Look;
import java.nio.file.Path;

/// Pictures of the window, each in both themes.
final class Album {
  private final Ui ui;
  private final Path directory;

  Album(Ui ui, Path directory) {
    this.ui = ui;
    this.directory = directory;
  }

  void take(String name) {
    ui.rest();
    Ui.run(ui.graph().toasts().shown()::clear); // of what was done elsewhere
    dress(Look.Theme.DARK);
    ui.picture(directory.resolve(name + "-dark.png"));
    dress(Look.Theme.LIGHT);
    ui.picture(directory.resolve(name + ".png"));
  }

  private void dress(Look.Theme theme) {
    var look = ui.graph().looks().lookProperty();
    Ui.run(() -> look.set(look.get().with(theme)));
    ui.settle();
  }
}
