package com.salescopilot.desktop.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The thread of the scene graph; at once if it is this one. The only bridge to it.
public final class FxExecutor implements Executor {
  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      later(task);
    }
  }

  /// When what is under way on that thread is done, on it too: nodes cannot change while they are
  /// laid out.
  void later(Runnable task) {
    Platform.runLater(task);
  }
}
