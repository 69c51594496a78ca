package com.salescopilot.desktop.shell;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Which screen shows which route. Each feature adds its own.
public final class ScreenBook {
  private final Map<Class<? extends Route>, Page<?, ?>> pages = new HashMap<>();

  /// A route, the controller that shows it, and how one is made.
  public record Page<R extends Route, C extends Screen<? super R>>(
      Class<R> route, Class<C> controller, Supplier<C> maker) {}

  /// Adds a screen.
  public <R extends Route, C extends Screen<? super R>> void add(
      Class<R> route, Class<C> controller, Supplier<C> maker) {
    if (pages.putIfAbsent(route, new Page<>(route, controller, maker)) != null) {
      throw new IllegalStateException("two screens show " + route);
    }
  }

  /// All screens.
  public Collection<Page<?, ?>> pages() {
    return pages.values();
  }

  Page<?, ?> page(Route route) {
    Page<?, ?> page = pages.get(route.getClass());
    if (page == null) {
      throw new IllegalStateException("no screen shows " + route);
    }
    return page;
  }
}
