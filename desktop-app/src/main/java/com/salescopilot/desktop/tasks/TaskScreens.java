package com.salescopilot.desktop.tasks;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import java.time.ZoneId;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// The screen of tasks, and being reminded of them.
public final class TaskScreens {
  private static final Duration BETWEEN = Duration.seconds(20);

  private TaskScreens() {}

  /// Adds it.
  ///
  /// @return ends the reminding
  public static Subscription add(ScreenBook book, Tools tools, Surroundings surroundings) {
    TaskWords words = new TaskWords(tools.texts(), tools.desk().clock(), ZoneId.systemDefault());
    book.add(
        Route.Tasks.class,
        TasksController.class,
        () ->
            new TasksController(
                new TasksViewModel(
                    new TaskEdits(tools.desk(), tools.edits()),
                    tools.async(),
                    tools.toasts(),
                    tools.texts()),
                tools,
                words));
    TaskNotices notices =
        new TaskNotices(
            tools.desk(),
            tools.async(),
            tools.toasts(),
            tools.texts(),
            surroundings,
            () -> tools.navigator().go(Route.Tasks.all()));
    Timeline clock = new Timeline(new KeyFrame(BETWEEN, _ -> notices.look()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
    return clock::stop;
  }
}
