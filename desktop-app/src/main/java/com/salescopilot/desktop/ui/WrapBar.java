package com.salescopilot.desktop.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The bar above a screen: what comes first stands at the left, what follows at the right, and each
/// below the other where they do not fit side by side. A hidden part takes no room.
public final class WrapBar extends Pane {
  private static final double GAP = 8;

  public WrapBar() {
    getStyleClass().add("wrap-bar");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return sides()
        + getManagedChildren().stream().mapToDouble(part -> part.minWidth(-1)).max().orElse(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return sides() + sum();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double ends = snappedTopInset() + snappedBottomInset();
    double room = width - sides();
    if (width < 0 || room >= sum()) {
      return ends + highest();
    }
    return ends
        + getManagedChildren().stream().mapToDouble(part -> part.prefHeight(room) + GAP).sum()
        - GAP;
  }

  @Override
  protected void layoutChildren() {
    List<Node> parts = getManagedChildren();
    double left = snappedLeftInset();
    double room = getWidth() - sides();
    boolean side = room >= sum();
    double y = snappedTopInset();
    double x = left;
    for (int i = 0; i < parts.size(); i++) {
      Node part = parts.get(i);
      double width = Math.min(part.prefWidth(-1), room);
      double height = side ? getHeight() - y - snappedBottomInset() : part.prefHeight(width);
      part.resizeRelocate(x, y, width, height);
      if (side) {
        x += width + GAP + (i == 0 ? room - sum() : 0);
      }
      y += side ? 0 : height + GAP;
    }
  }

  private double sides() {
    return snappedLeftInset() + snappedRightInset();
  }

  private double sum() {
    return getManagedChildren().stream().mapToDouble(part -> part.prefWidth(-1) + GAP).sum() - GAP;
  }

  private double highest() {
    return getManagedChildren().stream().mapToDouble(part -> part.prefHeight(-1)).max().orElse(0);
  }
}
