package com.salescopilot.desktop.boot;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.diagnostics.ErrorCode;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.platform.WindowPlace;
import com.salescopilot.desktop.shell.DeepLink;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window of the program. It stands where it stood, and what is in it is put together anew when
/// another language is to be spoken.
public final class AppWindow {
  private final Desk desk;
  private final Machine machine;
  private final Async async;
  private final String usualServer;
  private final Stage stage = new Stage();
  private final Surroundings surroundings;
  private Optional<Rectangle2D> bounds = Optional.empty();
  private volatile AppGraph graph;
  private Subscription dress;

  /// @param usualServer what stands in the field for the server's address on a new machine
  /// @param width of what is in the window, in pixels, on a machine where none stood yet
  /// @param height likewise
  public AppWindow(
      Desk desk, Machine machine, Async async, String usualServer, double width, double height) {
    this(desk, machine, async, usualServer, width, height, AroundWindow::new);
  }

  /// @param surroundings what the operating system does for the program, with windows above this
  ///   one
  public AppWindow(
      Desk desk,
      Machine machine,
      Async async,
      String usualServer,
      double width,
      double height,
      Function<Stage, Surroundings> surroundings) {
    this.desk = desk;
    this.machine = machine;
    this.async = async;
    this.usualServer = usualServer;
    this.surroundings = surroundings.apply(stage);
    graph = assembled();
    dress = filled(width, height);
    stage.setTitle("Sales Copilot");
    Farewell farewell =
        new Farewell(desk, async, this::graph, () -> new Texts(language()), stage::close);
    stage.setOnCloseRequest(
        wish -> {
          wish.consume();
          farewell.begin();
        });
    machine.window().ifPresent(this::stand);
    machine.onLanguage(this::speak);
  }

  /// Shows it.
  ///
  /// @param closed is called when it was closed
  public void show(Runnable closed) {
    stage.setOnHidden(
        _ -> {
          bounds.ifPresent(at -> machine.keep(new WindowPlace(at, stage.isMaximized())));
          dress.close();
          graph.close();
          closed.run();
        });
    graph.shell().start();
    stage.show();
    Subscriptions.onChange(stage.xProperty(), this::moved);
    Subscriptions.onChange(stage.yProperty(), this::moved);
    Subscriptions.onChange(stage.widthProperty(), this::moved);
    Subscriptions.onChange(stage.heightProperty(), this::moved);
    moved();
  }

  /// Brings it before all others.
  public void raise() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// Says quietly that something went wrong that nobody expected, and by which name to report it.
  public void unexpected(ErrorCode code) {
    report("crash.text", "crash.copy", code.text(), code.text());
  }

  /// Says that the whole program broke down the last time, and offers what is known of it.
  ///
  /// @param report what was written then
  public void brokeDown(Path report) {
    report("crash.vm", "crash.copyPlace", String.valueOf(report.getFileName()), report.toString());
  }

  private void report(String key, String action, String shown, String copied) {
    Texts texts = new Texts(language());
    Clipboard clipboard = Clipboard.getSystemClipboard();
    Toasts.Action copy =
        new Toasts.Action(
            texts.get(getClass(), action),
            () -> clipboard.setContent(Map.of(DataFormat.PLAIN_TEXT, copied)));
    graph
        .toasts()
        .say(
            new Toasts.Toast(
                Toasts.Kind.PROBLEM,
                texts.get(getClass(), key, shown),
                Optional.of(copy),
                Toasts.STAYS.multipliedBy(2)));
  }

  /// Opens what a link leads to, once somebody has signed in here.
  public void open(DeepLink link) {
    if (desk.lastAccount().isEmpty()) {
      return; // the door stays shut
    }
    switch (link) {
      case DeepLink.To(Route route) -> graph.navigator().go(route);
      case DeepLink.Letter(String address) ->
          graph.navigator().go(Route.Compose.toAddress(address));
      case DeepLink.Nowhere() -> {
        graph.navigator().go(new Route.Dashboard());
        graph.toasts().problem(new Texts(language()).get(getClass(), "link.nowhere"));
      }
    }
  }

  /// The path of what is shown, asked on any thread.
  public String place() {
    Route route = graph.navigator().routeProperty().get();
    return route == null ? "-" : route.path();
  }

  public Stage stage() {
    return stage;
  }

  /// What is in the window; another one after another language.
  public AppGraph graph() {
    return graph;
  }

  private AppGraph assembled() {
    return new AppGraph(desk, new Texts(language()), async, usualServer, machine, surroundings);
  }

  private Locale language() {
    return machine.language().orElse(Locale.getDefault());
  }

  private Subscription filled(double width, double height) {
    Scene scene = new Scene(graph.shell().view(), width, height);
    graph.commands().listen(scene);
    stage.setScene(scene);
    return graph.looks().dress(scene);
  }

  private void speak() {
    Scene before = stage.getScene();
    dress.close();
    graph.close();
    graph = assembled();
    dress = filled(before.getWidth(), before.getHeight());
    graph.shell().start();
    graph.navigator().go(new Route.Settings());
  }

  private void stand(WindowPlace last) {
    WindowPlace place =
        last.within(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    stage.setX(place.bounds().getMinX());
    stage.setY(place.bounds().getMinY());
    stage.setWidth(place.bounds().getWidth());
    stage.setHeight(place.bounds().getHeight());
    stage.setMaximized(place.maximised());
  }

  /// Where it stands while it fills the screen is no place to come back to.
  private void moved() {
    if (!stage.isMaximized() && !stage.isIconified() && stage.isShowing()) {
      bounds =
          Optional.of(
              new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }
  }
}
