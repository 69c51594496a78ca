package com.salescopilot.desktop.campaigns;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;

/// A setting that is chosen among names.
final class Named {
  private final ComboBox<String> box;
  private final TimesViewModel model;
  private final String setting;
  private final Supplier<Map<String, String>> choices;
  private boolean showing;

  private Named(
      ComboBox<String> box,
      TimesViewModel model,
      String setting,
      Supplier<Map<String, String>> choices) {
    this.box = box;
    this.model = model;
    this.setting = setting;
    this.choices = choices;
  }

  /// @param choices what can be chosen, with its words
  static void choices(
      ComboBox<String> box,
      TimesViewModel model,
      String setting,
      Supplier<Map<String, String>> choices) {
    Named named = new Named(box, model, setting, choices);
    model.value(setting).addListener(_ -> named.show());
    model.mailboxes().addListener(_ -> named.show());
    box.setOnAction(_ -> named.chosen());
    named.show();
  }

  private void show() {
    showing = true;
    Map<String, String> all = choices.get();
    box.getItems().setAll(all.values());
    box.setValue(all.getOrDefault(model.value(setting).get(), ""));
    showing = false;
  }

  private void chosen() {
    if (!showing) {
      String words = box.getValue();
      choices.get().entrySet().stream()
          .filter(choice -> choice.getValue().equals(words))
          .findFirst()
          .ifPresent(choice -> model.keep(setting, choice.getKey()));
    }
  }
}
