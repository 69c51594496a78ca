package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sections of the program, one button each.
final class Sidebar extends VBox {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double LEAST_EMS = 60; // of a window, for words beside the signs
  private static final double NAME_EMS = 1.15;

  private final Label name;
  private double window = Double.MAX_VALUE;

  /// A section: the command that goes there, and the places that belong to it.
  record Section(String command, List<Class<? extends Route>> places) {
    boolean holds(Route route) {
      return places.stream().anyMatch(place -> place.isInstance(route));
    }
  }

  Sidebar(
      String product,
      Commands commands,
      List<Section> top,
      List<Section> bottom,
      Navigator navigator) {
    getStyleClass().add("sidebar");
    name = new Label(product);
    name.getStyleClass().add("product");
    name.managedProperty().bind(name.visibleProperty());
    name.fontProperty().addListener((_, _, _) -> fit(window));
    Region space = new Region();
    setVgrow(space, Priority.ALWAYS);
    getChildren().add(name);
    top.forEach(section -> getChildren().add(button(section, commands)));
    getChildren().add(space);
    bottom.forEach(section -> getChildren().add(button(section, commands)));
    navigator.routeProperty().addListener((_, _, now) -> mark(now));
  }

  private static Button button(Section section, Commands commands) {
    Command command = commands.get(section.command());
    Button button = new Button();
    button.setId(section.command().replace('.', '-'));
    commands.attach(command.id(), button);
    button.setContentDisplay(ContentDisplay.LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().addAll("flat", "section");
    button.setUserData(section);
    return button;
  }

  /// Leaves the words away where the window has no room for them.
  void fit(double width) {
    window = width;
    boolean narrow = width < LEAST_EMS * name.getFont().getSize() / NAME_EMS;
    pseudoClassStateChanged(NARROW, narrow);
    name.setVisible(!narrow);
    for (Node node : getChildren()) {
      if (node instanceof Button button) {
        button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
      }
    }
  }

  private void mark(@Nullable Route route) {
    getChildren()
        .forEach(
            node -> {
              if (node.getUserData() instanceof Section section) {
                boolean here = route != null && section.holds(route);
                node.pseudoClassStateChanged(HERE, here);
              }
            });
  }
}
