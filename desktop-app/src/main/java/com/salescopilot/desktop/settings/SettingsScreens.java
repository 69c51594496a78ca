package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import java.time.ZoneId;
import java.util.Optional;

/// The screen of settings, and the keys for the size of everything.
public final class SettingsScreens {
  private SettingsScreens() {}

  /// Adds them.
  public static void add(ScreenBook book, Tools tools, Machine machine) {
    LookViewModel look = new LookViewModel(machine, tools.looks().lookProperty());
    key(
        tools,
        "look.larger",
        "fth-zoom-in",
        "Shortcut+Plus, Shortcut+Equals, Shortcut+Shift+Equals, Shortcut+Add",
        look::larger);
    key(tools, "look.smaller", "fth-zoom-out", "Shortcut+Minus, Shortcut+Subtract", look::smaller);
    key(tools, "look.usualSize", "fth-maximize", "Shortcut+0, Shortcut+Numpad 0", look::usualSize);
    book.add(
        Route.Settings.class,
        SettingsController.class,
        () ->
            new SettingsController(
                new LookViewModel(machine, tools.looks().lookProperty()),
                new SendingViewModel(machine),
                new ServerViewModel(
                    tools.desk(),
                    tools.async(),
                    tools.toasts(),
                    tools.texts(),
                    ZoneId.systemDefault()),
                new KeysViewModel(tools.commands(), machine, tools.texts()),
                tools.navigator(),
                tools.looks(),
                tools.texts()));
  }

  private static void key(Tools tools, String id, String icon, String keys, Runnable action) {
    tools
        .commands()
        .register(
            id,
            tools.texts().get(SettingsScreens.class, id),
            tools.texts().get(SettingsScreens.class, "settings.look"),
            icon,
            Optional.of(keys),
            action);
  }
}
