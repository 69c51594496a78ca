package com.salescopilot.desktop.platform;

import com.salescopilot.desktop.command.KeyChoice;
import com.salescopilot.desktop.ui.Look;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How the program looks and speaks on this machine, kept in the profile. What the environment says
/// (`SC_THEME`, `SC_LANG`) wins until somebody chooses something else, and is not kept.
public final class Machine {
  private final SettingsFile file;
  private final List<Runnable> onLanguage = new ArrayList<>();
  private MachineSettings kept;
  private Optional<Look.Theme> givenTheme;
  private Optional<Locale> givenLanguage;

  /// @param directory the profile
  /// @param environment the environment variables
  public Machine(Path directory, Map<String, String> environment) {
    file = new SettingsFile(directory.resolve("machine.json"));
    kept = file.read();
    givenTheme = theme(environment.getOrDefault("SC_THEME", ""));
    givenLanguage =
        Optional.of(environment.getOrDefault("SC_LANG", ""))
            .filter(tag -> !tag.isBlank())
            .map(Locale::forLanguageTag);
  }

  public Look look() {
    return givenTheme.map(theme -> kept.look().with(theme)).orElse(kept.look());
  }

  /// The language that was chosen or given; empty: that of the operating system.
  public Optional<Locale> language() {
    return givenLanguage.or(kept::language);
  }

  public Optional<WindowPlace> window() {
    return kept.window();
  }

  /// Keeps another look.
  public void keep(Look next) {
    if (next.theme() != look().theme()) {
      givenTheme = Optional.empty();
      keep(kept.with(next));
    } else {
      keep(kept.with(next.with(givenTheme.isPresent() ? kept.look().theme() : next.theme())));
    }
  }

  /// Speaks another language from now on, at once.
  ///
  /// @param next empty: that of the operating system
  public void speak(Optional<Locale> next) {
    givenLanguage = Optional.empty();
    keep(kept.with(next));
    List.copyOf(onLanguage).forEach(Runnable::run);
  }

  /// Calls when another language is to be spoken.
  public void onLanguage(Runnable changed) {
    onLanguage.add(changed);
  }

  /// Which keys call which command.
  public KeyChoice keys() {
    return kept.keys();
  }

  /// Keeps other keys.
  public void keep(KeyChoice next) {
    keep(kept.with(next));
  }

  /// How many seconds a mail can be taken back after it was sent; 0: not at all.
  public int undoSeconds() {
    return kept.undoSeconds();
  }

  /// Keeps another time to take mails back.
  public void keepUndo(int seconds) {
    keep(kept.withUndo(seconds));
  }

  /// Keeps where the window stands.
  public void keep(WindowPlace place) {
    keep(kept.with(place));
  }

  private void keep(MachineSettings next) {
    if (!next.equals(kept)) {
      kept = next;
      file.write(next);
    }
  }

  private static Optional<Look.Theme> theme(String name) {
    for (Look.Theme theme : Look.Theme.values()) {
      if (theme.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
        return Optional.of(theme);
      }
    }
    return Optional.empty();
  }
}
