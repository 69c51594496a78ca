package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A conflict in the Sync centre: what it is about, and the way to its review.
final class ReviewLine extends HBox {
  ReviewLine(Review review, Texts texts, Consumer<Review> open) {
    getStyleClass().addAll("waiting", "review-line");
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label(review.card().title());
    title.getStyleClass().add("card-title");
    title.setMinWidth(0);
    Label when = new Label(review.when());
    when.getStyleClass().addAll("muted", "small");
    VBox words = new VBox(title, when);
    words.setMinWidth(0);
    setHgrow(words, Priority.ALWAYS);
    Button button = new Button(texts.get(getClass(), "conflicts.review"));
    button.setId("review");
    button.setAccessibleText(button.getText() + ": " + review.card().title());
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> open.accept(review));
    getChildren().addAll(new FontIcon(review.card().icon()), words, button);
  }
}
