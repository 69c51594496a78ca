package com.salescopilot.desktop.dashboard;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the feed: a sign, what happened, what about, when.
final class FeedCell extends ListCell<FeedLine> {
  private final FeedWords words;
  private final FontIcon icon = new FontIcon();
  private final Label sentence = new Label();
  private final Label subject = new Label();
  private final Label time = new Label();
  private final HBox line;

  FeedCell(FeedWords words, Consumer<FeedLine> open) {
    this.words = words;
    sentence.getStyleClass().add("feed-sentence");
    subject.getStyleClass().addAll("muted", "small");
    time.getStyleClass().addAll("muted", "small");
    time.setMinWidth(USE_PREF_SIZE);
    VBox middle = new VBox(sentence, subject);
    middle.setAlignment(Pos.CENTER_LEFT);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    line = new HBox(icon, middle, time);
    line.getStyleClass().add("feed-line");
    line.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0); // as wide as the list, so that long subjects are cut and nothing scrolls
    setOnMouseClicked(
        event -> {
          FeedLine shown = getItem();
          if (shown != null && event.isStillSincePress()) {
            open.accept(shown);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable FeedLine item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    sentence.setText(words.sentence(item));
    subject.setText(words.subject(item));
    time.setText(words.time(item));
    icon.setIconLiteral(
        switch (item.event().kind()) {
          case SENT -> "fth-send";
          case OPENED -> "fth-eye";
          case REPLIED -> "fth-corner-up-left";
        });
    icon.getStyleClass()
        .setAll(
            "ikonli-font-icon",
            switch (item.event().kind()) {
              case SENT -> "sign-sent";
              case OPENED -> "sign-opened";
              case REPLIED -> "sign-replied";
            });
    setAccessibleText(words.spoken(item));
    setGraphic(line);
  }
}
