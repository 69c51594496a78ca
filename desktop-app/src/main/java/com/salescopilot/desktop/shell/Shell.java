package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Sidebar.Section;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.Guarded;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window's frame: sections at the left, the screen, the status below, toasts above all.
public final class Shell {
  private final Desk desk;
  private final Navigator navigator;
  private final Toasts toasts;
  private final Texts texts;
  private final StatusBar status;
  private final Sidebar sidebar;
  private final BorderPane frame = new BorderPane();
  private final Overlay overlay = new Overlay();
  private final StackPane root;

  public Shell(
      Desk desk, Navigator navigator, Commands commands, Toasts toasts, Async async, Texts texts) {
    this.desk = desk;
    this.navigator = navigator;
    this.toasts = toasts;
    this.texts = texts;
    registerSections(commands, texts);
    Palette palette =
        new Palette(
            new PaletteViewModel(commands, desk, async, texts, navigator::go), texts, overlay);
    ShortcutSheet sheet = new ShortcutSheet(commands, texts, overlay);
    registerOverlays(commands, texts, palette, sheet);
    ToastHost toastHost = new ToastHost(toasts);
    Regions regions = new Regions(() -> parts(toastHost));
    new HereCommands(commands, texts, navigator, overlay).register(regions, toasts);
    OfflineBanner banner = new OfflineBanner(commands, texts);
    status = new StatusBar(desk, async, texts, navigator::go, banner::show);
    sidebar =
        new Sidebar(
            texts.get(Shell.class, "shell.product"),
            commands,
            List.of(
                new Section("go.dashboard", List.of(Route.Dashboard.class)),
                new Section("go.compose", List.of(Route.Compose.class)),
                new Section(
                    "go.campaigns",
                    List.of(
                        Route.Campaigns.class,
                        Route.NewCampaign.class,
                        Route.CampaignDetail.class,
                        Route.CampaignAudience.class,
                        Route.CampaignSteps.class,
                        Route.CampaignTimes.class,
                        Route.CampaignOutlook.class)),
                new Section(
                    "go.prospects",
                    List.of(
                        Route.Prospects.class,
                        Route.ImportProspects.class,
                        Route.ProspectDetail.class)),
                new Section(
                    "go.templates",
                    List.of(
                        Route.Templates.class, Route.NewTemplate.class, Route.EditTemplate.class)),
                new Section("go.tasks", List.of(Route.Tasks.class))),
            List.of(
                new Section(
                    "go.sync",
                    List.of(Route.SyncCentre.class, Route.Conflicts.class, Route.Trash.class)),
                new Section(
                    "go.settings",
                    List.of(Route.Settings.class, Route.Account.class, Route.Workspace.class))),
            navigator);
    frame.getStyleClass().add("frame");
    frame.widthProperty().addListener((_, _, width) -> sidebar.fit(width.doubleValue()));
    // in this order Tab leads through them
    for (Node side : new Node[] {sidebar, status}) {
      side.managedProperty().bind(side.visibleProperty());
      side.setVisible(false);
    }
    frame.setLeft(sidebar);
    frame.setTop(banner);
    frame.setCenter(place(navigator, texts));
    frame.setBottom(status);
    navigator.routeProperty().addListener((_, _, now) -> around(now));
    root = new StackPane(frame, toastHost, overlay);
    root.getStyleClass().add("shell");
  }

  /// Where screens stand. One that needs more room than there is can be moved about.
  private static ScrollPane place(Navigator navigator, Texts texts) {
    Guarded screen = new Guarded(failure -> broken(failure, navigator, texts));
    navigator.viewProperty().subscribe(screen::hold);
    // the skin holds on to the first content for ever, so that is never a screen
    ScrollPane place = new ScrollPane(screen);
    place.setFitToWidth(true);
    place.setFitToHeight(true);
    place.setFocusTraversable(false);
    place.getStyleClass().addAll("place", "edge-to-edge");
    // its skin would draw the whole screen anew into a picture whenever a letter changes
    place.skinProperty().addListener(_ -> place.lookup(".viewport").setCache(false));
    return place;
  }

  /// What stands where a screen failed to.
  private static Node broken(RuntimeException failure, Navigator navigator, Texts texts) {
    Thread here = Thread.currentThread();
    here.getUncaughtExceptionHandler().uncaughtException(here, failure);
    Optional<Route> route = Optional.ofNullable(navigator.routeProperty().get());
    navigator.abandon();
    EmptyState instead = new EmptyState();
    instead.setId("broken");
    instead.setIcon("fth-alert-triangle");
    instead.setTitle(texts.get(Shell.class, "shell.broken.title"));
    instead.setText(texts.get(Shell.class, "shell.broken.text"));
    instead.setAction(texts.get(Shell.class, "shell.broken.again"));
    instead.setOnAction(_ -> route.ifPresent(navigator::replace));
    return instead;
  }

  /// What goes into the scene.
  public Parent view() {
    return root;
  }

  /// Begins where an account left off, or at the door.
  public void start() {
    if (desk.lastAccount().isPresent()) {
      entered();
    } else {
      navigator.reset(new Route.Login());
    }
  }

  /// Somebody signed in: the screens are theirs from now on.
  public void entered() {
    toasts.forget();
    status.follow();
    navigator.reset(new Route.Dashboard());
  }

  /// Nobody works here any more: back to the door.
  public void left() {
    status.leave();
    toasts.forget();
    navigator.reset(new Route.Login());
  }

  /// Asks whether to quit, while mails wait.
  ///
  /// @param mails how many
  /// @param quit is called if that is to be so
  public void askToQuit(int mails, Runnable quit) {
    questions()
        .ask(
            "quit",
            Questions.Question.of(
                texts.get(Shell.class, "quit.title", mails),
                texts.get(Shell.class, "quit.why", mails),
                texts.get(Shell.class, "quit.quit"),
                texts.get(Shell.class, "quit.stay")),
            quit);
  }

  /// What asks before things that cannot be undone.
  public Questions questions() {
    return new Questions(texts, overlay);
  }

  /// Stops listening.
  public void stop() {
    status.stop();
  }

  private List<Node> parts(Node toasts) {
    return List.of(sidebar, frame.getCenter(), status, toasts);
  }

  private void around(@Nullable Route route) {
    overlay.hide();
    boolean inside = route != null && route.needsWorkspace();
    sidebar.setVisible(inside);
    status.setVisible(inside);
    Node view = navigator.viewProperty().get();
    if (!Regions.holdsFocus(view)) {
      Regions.first(view).ifPresent(Node::requestFocus);
    }
  }

  private void registerSections(Commands commands, Texts texts) {
    go(commands, texts, "go.dashboard", "fth-bar-chart-2", "Shortcut+1", new Route.Dashboard());
    go(commands, texts, "go.compose", "fth-edit-3", "Shortcut+2", Route.Compose.fresh());
    go(commands, texts, "go.campaigns", "fth-send", "Shortcut+3", new Route.Campaigns());
    go(commands, texts, "go.prospects", "fth-users", "Shortcut+4", new Route.Prospects());
    go(commands, texts, "go.templates", "fth-file-text", "Shortcut+5", new Route.Templates());
    go(commands, texts, "go.tasks", "fth-check-square", "Shortcut+7", Route.Tasks.all());
    go(commands, texts, "go.sync", "fth-refresh-cw", "Shortcut+6", new Route.SyncCentre());
    go(commands, texts, "go.settings", "fth-settings", "Shortcut+Comma", new Route.Settings());
    go(commands, texts, "go.account", "fth-user", "", new Route.Account());
    go(commands, texts, "go.workspace", "fth-briefcase", "", new Route.Workspace());
    step(
        commands,
        texts,
        "go.back",
        "fth-arrow-left",
        "Alt+Left",
        navigator.canGoBackProperty(),
        navigator::back);
    step(
        commands,
        texts,
        "go.forward",
        "fth-arrow-right",
        "Alt+Right",
        navigator.canGoForwardProperty(),
        navigator::forward);
  }

  private static void step(
      Commands commands,
      Texts texts,
      String id,
      String icon,
      String keys,
      ReadOnlyBooleanProperty possible,
      Runnable action) {
    String nowhere = texts.get(Shell.class, "shell.nowhere");
    commands.register(
        new Command(
            id,
            texts.get(Shell.class, id),
            texts.get(Shell.class, "shell.group.go"),
            icon,
            Optional.of(keys),
            Bindings.createStringBinding(() -> possible.get() ? "" : nowhere, possible),
            action));
  }

  private void go(Commands commands, Texts texts, String id, String icon, String keys, Route to) {
    String first = texts.get(Shell.class, "shell.signInFirst");
    commands.register(
        new Command(
            id,
            texts.get(Shell.class, id),
            texts.get(Shell.class, "shell.group.go"),
            icon,
            Optional.of(keys).filter(some -> !some.isEmpty()),
            Bindings.createStringBinding(
                () -> desk.lastAccount().isPresent() ? "" : first, navigator.routeProperty()),
            () -> navigator.go(to)));
  }

  private static void registerOverlays(
      Commands commands, Texts texts, Palette palette, ShortcutSheet sheet) {
    String group = texts.get(Shell.class, "shell.group.app");
    commands.register(
        "app.palette",
        texts.get(Shell.class, "app.palette"),
        group,
        "fth-search",
        // in an editor, the first ones make a link
        Optional.of("Shortcut+K, Shortcut+Shift+K"),
        palette::toggle);
    commands.register(
        "app.shortcuts",
        texts.get(Shell.class, "app.shortcuts"),
        group,
        "fth-command",
        Optional.of("F1"),
        sheet::toggle);
  }
}
