package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.util.StringConverter;

/// What one can choose above the numbers: whose they are, and of how many days.
final class Choices {
  private Choices() {}

  /// Offers the workspace's numbers to those who may see them.
  static void whose(ChoiceBox<Whose> box, DashboardViewModel model, Texts texts) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Whose whose) {
            return texts.get(
                Choices.class,
                switch (whose) {
                  case ME -> "dashboard.me";
                  case WORKSPACE -> "dashboard.workspace";
                });
          }

          @Override
          public Whose fromString(String words) {
            throw new UnsupportedOperationException("one chooses, and does not type");
          }
        });
    box.getItems().setAll(List.of(Whose.values()));
    box.valueProperty().bindBidirectional(model.whose());
    box.setVisible(model.seesWorkspace());
    box.setManaged(model.seesWorkspace());
  }

  /// Each toggle's user data is its number of days. One of them is always on.
  static void spans(ToggleGroup group, IntegerProperty days) {
    for (Toggle toggle : group.getToggles()) {
      toggle.setSelected(of(toggle) == days.get());
    }
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now != null) {
                days.set(of(now));
              } else if (before != null) {
                before.setSelected(true);
              }
            });
  }

  private static int of(Toggle toggle) {
    return Integer.parseInt(String.valueOf(toggle.getUserData()));
  }
}
