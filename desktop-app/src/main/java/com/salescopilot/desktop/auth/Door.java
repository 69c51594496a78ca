package com.salescopilot.desktop.auth;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// What both screens at the door share.
final class Door {
  private Door() {}

  static void bind(DoorViewModel model, Label problem, Button enter, Button cancel) {
    problem.textProperty().bind(model.problem());
    problem.visibleProperty().bind(model.problem().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    enter.disableProperty().bind(model.busy());
    cancel.visibleProperty().bind(model.busy());
    cancel.managedProperty().bind(cancel.visibleProperty());
  }
}
