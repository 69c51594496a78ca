package com.salescopilot.desktop.ui;

import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/// Holds a part of the window whose failures stay inside: where it cannot be laid out, another node
/// takes its place.
///
/// Without it, a failure in the middle of a layout leaves every node above as being laid out, and
/// the whole window stands still from then on.
public final class Guarded extends StackPane {
  private final Function<RuntimeException, Node> instead;
  private final FxExecutor screen = new FxExecutor();
  private boolean broken;

  /// A place that holds nothing yet.
  ///
  /// @param instead told what happened, makes what is shown instead
  public Guarded(Function<RuntimeException, Node> instead) {
    this.instead = instead;
  }

  /// Holds something else.
  public void hold(Node content) {
    broken = false;
    getChildren().setAll(content);
  }

  @Override
  protected double computeMinWidth(double height) {
    return measured(() -> super.computeMinWidth(height));
  }

  @Override
  protected double computeMinHeight(double width) {
    return measured(() -> super.computeMinHeight(width));
  }

  @Override
  protected double computePrefWidth(double height) {
    return measured(() -> super.computePrefWidth(height));
  }

  @Override
  protected double computePrefHeight(double width) {
    return measured(() -> super.computePrefHeight(width));
  }

  @Override
  protected void layoutChildren() {
    double _ =
        measured(
            () -> {
              super.layoutChildren();
              for (Node child : getManagedChildren()) {
                if (child instanceof Parent parent) {
                  parent.layout(); // here, where a failure of it can be met
                }
              }
              return 0;
            });
  }

  private double measured(DoubleSupplier work) {
    if (broken) {
      return 0;
    }
    try {
      return work.getAsDouble();
    } catch (RuntimeException e) {
      broken = true;
      screen.later(() -> hold(instead.apply(e)));
      return 0;
    }
  }
}
