package com.salescopilot.desktop.synccentre;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A conflict in the list.
final class ReviewCell extends ListCell<Review> {
  /// Of the list, with room for its scroll bar.
  private static final double FRAME = 18;

  private final FontIcon icon = new FontIcon();
  private final Label title = new Label();
  private final Label when = new Label();
  private final HBox line;

  ReviewCell() {
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    when.getStyleClass().addAll("muted", "small");
    VBox words = new VBox(title, when);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(icon, words);
    line.getStyleClass().add("review-cell");
    setPrefWidth(0); // as wide as the list
  }

  /// As high as its words need in the width of the list.
  @Override
  protected double computePrefHeight(double width) {
    return isEmpty() || getListView() == null
        ? super.computePrefHeight(width)
        : line.prefHeight(
                getListView().getWidth() - FRAME - snappedLeftInset() - snappedRightInset())
            + snappedTopInset()
            + snappedBottomInset();
  }

  @Override
  protected void updateItem(@Nullable Review review, boolean empty) {
    super.updateItem(review, empty);
    if (review == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    icon.setIconLiteral(review.card().icon());
    title.setText(review.card().title());
    when.setText(review.when());
    setAccessibleText(review.card().title() + ", " + review.when());
    setGraphic(line);
  }
}
