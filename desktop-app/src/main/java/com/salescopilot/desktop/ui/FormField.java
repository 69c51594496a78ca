package com.salescopilot.desktop.ui;

import java.util.Optional;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A control with its name above and, where something is wrong, the reason below it.
@DefaultProperty("control")
public final class FormField extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Label name = new Label();
  private final Label reason = new Label();
  private final StringProperty error = new SimpleStringProperty(this, "error", "");
  private final ObjectProperty<@Nullable Region> control =
      new SimpleObjectProperty<>(this, "control");

  public FormField() {
    getStyleClass().add("form-field");
    name.getStyleClass().add("field-name");
    reason.getStyleClass().add("field-error");
    reason.setWrapText(true);
    reason.textProperty().bind(error);
    reason.visibleProperty().bind(error.isNotEmpty());
    reason.managedProperty().bind(reason.visibleProperty());
    error.addListener((_, _, now) -> pseudoClassStateChanged(WRONG, !now.isEmpty()));
    getChildren().addAll(name, reason);
  }

  public String getName() {
    return name.getText();
  }

  public void setName(String words) {
    name.setText(words);
  }

  public @Nullable Region getControl() {
    return control.get();
  }

  public void setControl(Region next) {
    Optional.ofNullable(control.get()).ifPresent(getChildren()::remove);
    control.set(next);
    getChildren().add(1, next);
    name.setLabelFor(next);
    next.setMaxWidth(Double.MAX_VALUE);
    error.addListener((_, _, now) -> next.setAccessibleHelp(now));
  }

  public ObjectProperty<@Nullable Region> controlProperty() {
    return control;
  }

  /// Why the value cannot stay; empty if it can.
  public StringProperty errorProperty() {
    return error;
  }

  public String getError() {
    return error.get();
  }

  public void setError(String words) {
    error.set(words);
  }
}
