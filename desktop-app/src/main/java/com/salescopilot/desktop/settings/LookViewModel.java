package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.ui.Look;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;

/// How the program looks and speaks here. What is chosen holds at once and is kept.
final class LookViewModel {
  /// What can be chosen; empty is the language of the operating system.
  static final List<Optional<Locale>> LANGUAGES =
      List.of(Optional.empty(), Optional.of(Locale.ENGLISH), Optional.of(Locale.GERMAN));

  private static final int STEP = 10;

  private final Machine machine;
  private final ObjectProperty<Look> look;

  /// @param look what is on the window
  LookViewModel(Machine machine, ObjectProperty<Look> look) {
    this.machine = machine;
    this.look = look;
  }

  ObjectProperty<Look> look() {
    return look;
  }

  void choose(Look.Theme theme) {
    show(look.get().with(theme));
  }

  void choose(Look.Density density) {
    show(look.get().with(density));
  }

  /// Makes everything a step larger.
  void larger() {
    show(look.get().zoomed(look.get().zoom() + STEP));
  }

  /// Makes everything a step smaller.
  void smaller() {
    show(look.get().zoomed(look.get().zoom() - STEP));
  }

  void usualSize() {
    show(look.get().zoomed(Look.USUAL.zoom()));
  }

  /// The choice that comes nearest to what is spoken now.
  Optional<Locale> language() {
    return machine
        .language()
        .map(locale -> Locale.of(locale.getLanguage()))
        .filter(locale -> LANGUAGES.contains(Optional.of(locale)));
  }

  void speak(Optional<Locale> language) {
    if (!language.equals(language())) {
      machine.speak(language);
    }
  }

  private void show(Look next) {
    look.set(next);
    machine.keep(next);
  }
}
