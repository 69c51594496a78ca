package com.salescopilot.desktop.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Lays cards side by side in columns of one width, as many as fit; the rest goes below. A column
/// is never narrower than the widest `-fx-min-width` of a card, so style sheets say how narrow
/// cards may get. Rows share the height that is left over.
public final class CardGrid extends Pane {
  private static final double GAP = 12;

  public CardGrid() {
    getStyleClass().add("card-grid");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0; // a single column takes what there is
  }

  @Override
  protected double computePrefWidth(double height) {
    double all = cards().size() * (narrowest() + GAP) - GAP;
    return getInsets().getLeft() + all + getInsets().getRight();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = inner(width < 0 ? prefWidth(-1) : width);
    int columns = columns(room);
    double height = 0;
    for (int first = 0; first < cards().size(); first += columns) {
      height += rowHeight(first, columns, columnWidth(room, columns)) + (first > 0 ? GAP : 0);
    }
    return getInsets().getTop() + height + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    List<Node> cards = cards();
    double room = inner(getWidth());
    int columns = columns(room);
    double width = columnWidth(room, columns);
    int rows = Math.max(1, (cards.size() + columns - 1) / columns);
    double extra = Math.max(0, getHeight() - prefHeight(getWidth())) / rows;
    double y = getInsets().getTop();
    for (int first = 0; first < cards.size(); first += columns) {
      double height = rowHeight(first, columns, width) + extra;
      for (int i = first; i < Math.min(first + columns, cards.size()); i++) {
        double x = getInsets().getLeft() + (i - first) * (width + GAP);
        cards.get(i).resizeRelocate(x, y, width, height);
      }
      y += height + GAP;
    }
  }

  private List<Node> cards() {
    return getManagedChildren();
  }

  private double inner(double width) {
    return width - getInsets().getLeft() - getInsets().getRight();
  }

  private double narrowest() {
    return cards().stream().mapToDouble(card -> card.minWidth(-1)).max().orElse(0);
  }

  private int columns(double room) {
    int cards = Math.max(1, cards().size());
    int fit = Math.clamp((int) ((room + GAP) / (Math.max(1, narrowest()) + GAP)), 1, cards);
    int rows = (cards + fit - 1) / fit;
    return (cards + rows - 1) / rows; // two and two rather than three and one
  }

  private static double columnWidth(double room, int columns) {
    return Math.max(0, (room - (columns - 1) * GAP) / columns);
  }

  private double rowHeight(int first, int columns, double width) {
    List<Node> cards = cards();
    return cards.subList(first, Math.min(first + columns, cards.size())).stream()
        .mapToDouble(card -> Math.max(card.prefHeight(width), card.minHeight(width)))
        .max()
        .orElse(0);
  }
}
