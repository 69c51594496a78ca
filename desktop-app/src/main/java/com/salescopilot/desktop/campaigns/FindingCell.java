package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.model.preflight.Finding;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Something that was found, with the way to where it is mended.
final class FindingCell extends ListCell<Finding> {
  private final OutlookViewModel model;
  private final Tools tools;
  private final FindingWords words;
  private final Label badge = new Label();
  private final Label sentence = new Label();
  private final Button jump = new Button();
  private final HBox line = new HBox(badge, sentence, jump);

  FindingCell(OutlookViewModel model, Tools tools) {
    this.model = model;
    this.tools = tools;
    this.words = new FindingWords(tools.texts());
    badge.setMinWidth(Region.USE_PREF_SIZE);
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    jump.getStyleClass().addAll("row-button", "jump");
    jump.setMinWidth(Region.USE_PREF_SIZE);
    line.getStyleClass().add("finding");
    setPrefWidth(0); // as wide as the list, never wider
  }

  @Override
  protected void updateItem(@Nullable Finding finding, boolean empty) {
    super.updateItem(finding, empty);
    Optional<Review> review = model.review().get();
    if (finding == null || empty || review.isEmpty()) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Badges.wear(badge, words.severity(finding), FindingWords.manner(finding));
    sentence.setText(words.sentence(finding, review.get()));
    jump.setText(words.jump(finding));
    jump.setAccessibleText(jump.getText() + ": " + sentence.getText());
    jump.setOnAction(_ -> tools.navigator().go(FindingWords.place(finding, review.get())));
    setAccessibleText(badge.getText() + ": " + sentence.getText());
    setGraphic(line);
  }
}
