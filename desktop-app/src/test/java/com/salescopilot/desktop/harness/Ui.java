package com.salescopilot.desktop.harness;

import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.boot.AppGraph;
import com.salescopilot.desktop.boot.AppWindow;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.FxExecutor;
import com.salescopilot.desktop.ui.Look;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The program's window for one test. Nodes are named as CSS does, mostly `#id`.
public final class Ui implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Of 10 ms each, so that a picture of the screen (16 ms) is made before and after what is waited
  /// for.
  private static final int ROUNDS = 2;

  private final AtomicInteger working;
  private final FxRobot robot = new FxRobot();
  private final Supplier<AppGraph> graph;
  private final Stage stage;

  private Ui(Stage stage, Supplier<AppGraph> graph, AtomicInteger working) {
    this.working = working;
    this.graph = graph;
    this.stage = stage;
  }

  /// How the window is opened.
  public record Setting(Locale locale, Look look, int width, int height) {
    /// English, light, in the usual size.
    public static final Setting USUAL =
        new Setting(Locale.ENGLISH, Look.USUAL.with(Look.Theme.LIGHT), 1280, 800);

    public Setting in(Locale language) {
      return new Setting(language, look, width, height);
    }

    public Setting with(Look.Theme theme) {
      return new Setting(locale, look.with(theme), width, height);
    }

    public Setting sized(int w, int h) {
      return new Setting(locale, look, w, h);
    }
  }

  /// Opens the window over a desk.
  public static Ui open(Desk desk, Setting setting) {
    return open(desk, setting, "");
  }

  /// Opens the window over a desk that usually works with a server.
  public static Ui open(Desk desk, Setting setting, String usualServer) {
    return open(desk, setting, usualServer, Outside.nothing());
  }

  /// Opens the window with an operating system around it.
  public static Ui open(Desk desk, Setting setting, String usualServer, Outside outside) {
    startToolkit();
    return call(() -> shown(desk, setting, usualServer, outside));
  }

  private static Ui shown(Desk desk, Setting setting, String usualServer, Outside outside) {
    AtomicInteger working = new AtomicInteger();
    Async async =
        new Async(
            work -> {
              working.incrementAndGet();
              Thread.ofVirtual()
                  .start(
                      () -> {
                        try {
                          work.run();
                        } finally {
                          working.decrementAndGet();
                        }
                      });
            },
            new FxExecutor());
    Path profile = scratch();
    Machine machine = new Machine(profile, Map.of());
    machine.keep(setting.look());
    machine.speak(Optional.of(setting.locale()));
    AppWindow window =
        new AppWindow(
            desk, machine, async, usualServer, setting.width(), setting.height(), _ -> outside);
    window.show(() -> remove(profile));
    window.stage().requestFocus();
    return new Ui(window.stage(), window::graph, working);
  }

  /// Takes hold of the window that the program itself opens in this process.
  public static Ui attached() {
    Stage shown =
        await("a window")
            .atMost(PATIENCE.multipliedBy(3))
            .ignoreExceptionsInstanceOf(IllegalStateException.class) // the toolkit is not up yet
            .until(() -> call(Ui::firstStage), Optional::isPresent)
            .orElseThrow();
    run(shown::requestFocus);
    return new Ui(
        shown,
        () -> {
          throw new IllegalStateException("only mouse and keyboard reach this window");
        },
        new AtomicInteger());
  }

  private static Optional<Stage> firstStage() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(Stage::isShowing)
        .findFirst();
  }

  /// Brings the toolkit up, once for all tests of a process.
  public static void startToolkit() {
    CountDownLatch up = new CountDownLatch(1);
    try {
      Platform.startup(up::countDown);
      Platform.setImplicitExit(false);
      if (!up.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("JavaFX does not start");
      }
    } catch (IllegalStateException e) {
      // it runs already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public AppGraph graph() {
    return graph.get();
  }

  /// Goes to a place and waits until it is there.
  public Ui go(Route route) {
    run(() -> graph().navigator().go(route));
    return settle();
  }

  /// Where one is.
  public Route route() {
    return call(() -> graph().navigator().routeProperty().get());
  }

  /// Waits until nothing is under way.
  public Ui settle() {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              WaitForAsyncUtils.waitForFxEvents(ROUNDS);
              return working.get() == 0;
            });
    WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    return this;
  }

  /// Waits until something is so.
  public Ui until(String what, Callable<Boolean> condition) {
    await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> call(condition));
    return settle();
  }

  /// The node of a selector.
  @SuppressWarnings("TypeParameterUnusedInFormals") // as lookups are in JavaFX
  public <N extends Node> N node(String selector) {
    return call(() -> robot.from(stage.getScene().getRoot()).lookup(selector).query());
  }

  /// Whether a node is there and to be seen.
  public boolean sees(String selector) {
    return call(
        () ->
            robot
                .from(stage.getScene().getRoot())
                .lookup(selector)
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());
  }

  /// What a node says.
  public String text(String selector) {
    Node node = node(selector);
    return call(
        () ->
            switch (node) {
              case Labeled labeled -> labeled.getText();
              case TextInputControl input -> input.getText();
              default -> String.valueOf(node.getAccessibleText());
            });
  }

  /// All that can be read in a node; nothing if it is not there.
  public String says(String selector) {
    return call(
        () ->
            robot
                .from(stage.getScene().getRoot())
                .lookup(selector)
                .tryQuery()
                .map(Reading::of)
                .orElse(""));
  }

  /// Clicks on what is called so, or reads so, in the window or in a menu above it.
  public Ui clickOn(String words) {
    Node named =
        await("something called " + words)
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> call(() -> named(words)), Optional::isPresent)
            .orElseThrow();
    robot.targetWindow(stage).clickOn(named);
    return settle();
  }

  private Optional<Node> named(String words) {
    return Reading.find(stage.getScene().getRoot(), words)
        .or(
            () ->
                Window.getWindows().stream()
                    .filter(PopupWindow.class::isInstance)
                    .flatMap(menu -> Reading.find(menu.getScene().getRoot(), words).stream())
                    .findFirst());
  }

  public Ui click(String selector) {
    Node node = node(selector);
    if (call(() -> Scrolled.into(node))) {
      settle();
    }
    robot.targetWindow(stage).clickOn(node);
    return settle();
  }

  public Ui doubleClick(String selector) {
    robot.targetWindow(stage).doubleClickOn(this.<Node>node(selector));
    return settle();
  }

  /// Types into whatever has the focus.
  public Ui type(String text) {
    Keys.write(stage.getScene(), text);
    return settle();
  }

  /// Types into a field, in place of what it holds.
  public Ui fill(String selector, String text) {
    TextInputControl field = node(selector);
    run(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
    return type(text);
  }

  public Ui press(KeyCode... keys) {
    robot.press(keys).release(keys);
    return settle();
  }

  /// Presses keys by their names, such as `Shortcut+Enter`.
  public Ui press(String keys) {
    return press((KeyCodeCombination) KeyCombination.valueOf(keys));
  }

  /// Presses the keys of a command.
  public Ui press(KeyCodeCombination keys) {
    robot.push(keys);
    return settle();
  }

  /// Takes the pointer off everything that would show it.
  public Ui rest() {
    robot.moveTo(new Point2D(stage.getX() + stage.getWidth() - 2, stage.getY() + 2));
    return settle();
  }

  /// Writes a picture of the window.
  public Path picture(Path file) {
    return Pictures.write(picture(), file);
  }

  /// A picture of the window.
  public BufferedImage picture() {
    settle();
    return Pictures.of(call(() -> stage.getScene().snapshot(null)));
  }

  public Scene scene() {
    return stage.getScene();
  }

  /// Runs something on the screen's thread and waits for it.
  public static void run(Runnable task) {
    call(
        () -> {
          task.run();
          return true;
        });
  }

  /// Asks something on the screen's thread.
  public static <T> T call(Callable<T> question) {
    try {
      return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), question);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new AssertionError("the screen's thread does not answer", e);
      }
      throw e;
    }
  }

  /// Brings the window before all others.
  public Ui raise() {
    run(
        () -> {
          stage.toFront();
          stage.requestFocus();
        });
    return this;
  }

  /// Asks the window to close, as its cross does.
  public Ui leave() {
    run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    return this;
  }

  @Override
  public void close() {
    run(stage::close);
    settle(); // what still reads must not find the store closed
  }

  /// What belongs to this window's machine, and to nobody after it.
  private static Path scratch() {
    try {
      return Files.createTempDirectory("sales-copilot-window");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path profile) {
    try {
      Files.deleteIfExists(profile.resolve("machine.json"));
      Files.deleteIfExists(profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
