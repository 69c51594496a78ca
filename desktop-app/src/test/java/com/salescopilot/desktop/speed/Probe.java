package com.salescopilot.desktop.speed;

import com.salescopilot.desktop.Main;
import com.salescopilot.desktop.ui.PagedRows;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The program as a process of its own, that says on its output when it has shown what. It ends
/// with its input.
final class Probe {
  /// Shows nothing but an empty window: what the Java machine and JavaFX cost by themselves.
  static final String NOTHING = "nothing";

  private static final int LOOK_EVERY_MS = 2;

  private Probe() {}

  public static void main(String[] args) {
    Thread.ofPlatform().daemon().name("probe").start(() -> watch(args));
    if (args.length > 0) {
      Platform.startup(Probe::empty);
    } else {
      Main.main(args);
    }
  }

  private static void empty() {
    Stage stage = new Stage();
    stage.setScene(new Scene(new Label("Hello"), 1280, 800));
    stage.show();
  }

  private static void watch(String[] args) {
    Scene scene = scene();
    Frames.after(scene, () -> {});
    System.out.println("FRAME");
    if (args.length == 0) {
      Frames.after(scene, () -> {}, () -> visible(scene, "#empty"));
      System.out.println("COUNTED");
      Frames.after(scene, () -> press(scene), () -> rows(scene));
      System.out.println("ROWS");
    }
    try {
      while (System.in.read() >= 0) {
        // until the input ends
      }
    } catch (IOException e) {
      // it has
    }
    Platform.runLater(() -> Window.getWindows().getFirst().hide());
    System.out.println("END");
    System.exit(0);
  }

  /// The program is asked to go to the prospects, by its keys.
  private static void press(Scene scene) {
    scene
        .getRoot()
        .fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT4, false, true, false, false));
  }

  private static boolean visible(Scene scene, String selector) {
    Node node = scene.lookup(selector);
    return node != null && node.isVisible();
  }

  private static boolean rows(Scene scene) {
    return scene.lookup("#search") != null
        && scene.lookup("#table") instanceof TableView<?> table
        && (Object) table.getItems() instanceof PagedRows<?> rows
        && rows.size() >= Crowd.ALL
        && rows.get(0).row().isPresent()
        && table.lookup(".table-row-cell") != null;
  }

  private static Scene scene() {
    while (true) {
      Scene scene = look();
      if (scene != null) {
        return scene;
      }
      try {
        boolean _ = new CountDownLatch(1).await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /// What the first window shows; null before there is one.
  private static @Nullable Scene look() {
    FutureTask<@Nullable Scene> look =
        new FutureTask<>(
            () ->
                Window.getWindows().stream()
                    .filter(Window::isShowing)
                    .map(Window::getScene)
                    .findFirst()
                    .orElse(null));
    try {
      Platform.runLater(look);
      return look.get();
    } catch (IllegalStateException e) {
      return null; // JavaFX has not begun
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
