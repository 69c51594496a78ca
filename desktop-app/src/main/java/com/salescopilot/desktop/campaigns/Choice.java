package com.salescopilot.desktop.campaigns;

import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Keeps a choice among the names of an enum and a field alike.
final class Choice {
  private Choice() {}

  static <E extends Enum<E>> void bind(
      ComboBox<E> box, Class<E> kind, StringProperty field, Function<E, String> words) {
    box.getItems().setAll(kind.getEnumConstants());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable E value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public @Nullable E fromString(String text) {
            return null; // nobody types here
          }
        });
    box.valueProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null && !now.name().equals(field.get())) {
                field.set(now.name());
              }
            });
    field.addListener((_, _, now) -> show(box, kind, now));
    show(box, kind, field.get());
  }

  private static <E extends Enum<E>> void show(ComboBox<E> box, Class<E> kind, String name) {
    for (E value : kind.getEnumConstants()) {
      if (value.name().equals(name)) {
        box.setValue(value);
      }
    }
  }
}
