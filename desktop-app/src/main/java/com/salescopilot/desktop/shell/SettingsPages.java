package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The pages of the settings, at the top of each.
public final class SettingsPages extends HBox {
  private record Page(String name, Route route) {}

  private static final List<Page> PAGES =
      List.of(
          new Page("machine", new Route.Settings()),
          new Page("account", new Route.Account()),
          new Page("workspace", new Route.Workspace()));

  public SettingsPages() {
    getStyleClass().add("settings-pages");
  }

  /// Shows which page this is, and leads to the others.
  public void show(Route here, Navigator navigator, Texts texts) {
    ToggleGroup group = new ToggleGroup();
    getChildren().clear();
    for (Page page : PAGES) {
      ToggleButton button = new ToggleButton(texts.get(getClass(), "settings." + page.name()));
      button.setId("page-" + page.name());
      button.setToggleGroup(group);
      button.getStyleClass().add(pill(page));
      button.setMinWidth(USE_PREF_SIZE);
      boolean isHere = page.route().equals(here);
      button.setSelected(isHere);
      button.setOnAction(
          _ -> {
            button.setSelected(isHere); // the page that comes shows its own
            if (!isHere) {
              navigator.go(page.route());
            }
          });
      getChildren().add(button);
    }
  }

  private static String pill(Page page) {
    return page.equals(PAGES.getFirst())
        ? "left-pill"
        : page.equals(PAGES.getLast()) ? "right-pill" : "center-pill";
  }
}
