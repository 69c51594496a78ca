package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.ScreenLoader;
import com.salescopilot.desktop.ui.ScreenLoader.Loaded;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Where one is, where one was, and how one gets elsewhere. Screens are loaded when they are first
/// shown, and kept.
public final class Navigator {
  private static final int REMEMBERED = 50;

  private final ScreenLoader loader;
  private final ScreenBook book;
  private final Map<ScreenBook.Page<?, ?>, Loaded<?>> loaded = new HashMap<>();
  private final ReadOnlyObjectWrapper<Parent> view =
      new ReadOnlyObjectWrapper<>(this, "view", new Region());
  private final ReadOnlyObjectWrapper<@Nullable Route> route =
      new ReadOnlyObjectWrapper<>(this, "route");
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
  private final ReadOnlyBooleanWrapper canGoForward =
      new ReadOnlyBooleanWrapper(this, "canGoForward");
  private final Deque<Route> behind = new ArrayDeque<>();
  private final Deque<Route> ahead = new ArrayDeque<>();
  private Subscription shown = () -> {};
  private Optional<Screen<?>> screen = Optional.empty();

  /// @param book which screen shows which route
  public Navigator(ScreenLoader loader, ScreenBook book) {
    this.loader = loader;
    this.book = book;
  }

  public ReadOnlyObjectProperty<Parent> viewProperty() {
    return view.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Route> routeProperty() {
    return route.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canGoForwardProperty() {
    return canGoForward.getReadOnlyProperty();
  }

  /// The screen that is shown.
  public Optional<Screen<?>> screen() {
    return screen;
  }

  /// Goes there.
  public void go(Route to) {
    Route from = route.get();
    if (from != null && !from.equals(to)) {
      behind.push(from);
      if (behind.size() > REMEMBERED) {
        behind.removeLast();
      }
      ahead.clear();
    }
    show(to);
  }

  /// Goes there as if one had never been where one is: after a sign-in, or when a row is gone.
  public void replace(Route to) {
    show(to);
  }

  /// Goes to where one was before.
  public void back() {
    step(behind, ahead);
  }

  /// Goes to where one came back from.
  public void forward() {
    step(ahead, behind);
  }

  /// Lets go of the screen that is shown, which is broken: the next time it is made anew.
  public void abandon() {
    Route here = route.get();
    if (here != null) {
      leave();
      loaded.remove(book.page(here));
    }
  }

  /// Nothing is shown any more.
  public void leave() {
    shown.close();
    shown = () -> {};
  }

  /// Forgets all screens and places: somebody else works here now.
  public void reset(Route to) {
    shown.close();
    shown = () -> {};
    loaded.clear();
    behind.clear();
    ahead.clear();
    show(to);
  }

  /// The screens that are kept.
  Collection<Loaded<?>> kept() {
    return List.copyOf(loaded.values());
  }

  private void step(Deque<Route> from, Deque<Route> to) {
    Route next = from.poll();
    Route here = route.get();
    if (next != null && here != null) {
      to.push(here);
      show(next);
    }
  }

  private void show(Route to) {
    shown.close();
    shown = () -> {};
    shown = open(book.page(to), to);
    route.set(to);
    canGoBack.set(!behind.isEmpty());
    canGoForward.set(!ahead.isEmpty());
  }

  private <R extends Route, C extends Screen<? super R>> Subscription open(
      ScreenBook.Page<R, C> page, Route to) {
    Loaded<?> found =
        loaded.computeIfAbsent(page, _ -> loader.load(page.controller(), page.maker()));
    view.set(found.view());
    C controller = page.controller().cast(found.controller());
    screen = Optional.of(controller);
    return controller.onShow(page.route().cast(to));
  }
}
