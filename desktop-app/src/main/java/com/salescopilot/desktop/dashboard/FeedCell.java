package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.SignLine;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A line of the feed: a sign, what happened, what about, when.
final class FeedCell extends ListCell<FeedLine> {
  private final FeedWords words;
  private final SignLine line = new SignLine();

  FeedCell(FeedWords words, Consumer<FeedLine> open) {
    this.words = words;
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
    line.say(words.sentence(item), words.subject(item), words.time(item));
    switch (item.event().kind()) {
      case SENT -> line.sign("fth-send", "sign-sent");
      case OPENED -> line.sign("fth-eye", "sign-opened");
      case REPLIED -> line.sign("fth-corner-up-left", "sign-replied");
    }
    setAccessibleText(line.spoken());
    setGraphic(line);
  }
}
