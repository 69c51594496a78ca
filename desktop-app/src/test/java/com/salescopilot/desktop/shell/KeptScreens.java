package com.salescopilot.desktop.shell;

import java.util.List;

/// What a navigator keeps of the screens that were shown.
public final class KeptScreens {
  private KeptScreens() {}

  /// Their controllers.
  public static List<Object> controllers(Navigator navigator) {
    return navigator.kept().stream().<Object>map(screen -> screen.controller()).toList();
  }

  /// Their nodes.
  public static List<Object> views(Navigator navigator) {
    return navigator.kept().stream().<Object>map(screen -> screen.view()).toList();
  }
}
