package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.synccentre.Card.Decision;
import com.salescopilot.desktop.ui.Texts;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One conflict in full: what happened, the values, and what can be decided.
final class ReviewView extends VBox {
  private final Review review;
  private final Texts texts;
  private final VBox editing = new VBox();

  /// What its buttons do.
  record Deeds(
      BiConsumer<Decision, Optional<String>> decide, Consumer<Card> show, Runnable history) {}

  ReviewView(Review review, Texts texts, Deeds deeds) {
    this.review = review;
    this.texts = texts;
    getStyleClass().addAll("card", "review");
    Card card = review.card();
    Label title = wrapped(card.title());
    title.getStyleClass().add("section-title");
    Label sentence = wrapped(card.sentence());
    sentence.getStyleClass().add("muted");
    getChildren().addAll(title, sentence);
    if (!card.facts().isEmpty()) {
      getChildren().add(CardView.facts(card));
    }
    if (review.isLong()) {
      getChildren().add(difference());
    } else if (review.mine().isPresent() || review.theirs().isPresent()) {
      getChildren().add(sides());
    }
    FlowPane offers =
        CardView.offers(card, texts, (_, decision) -> decided(decision, deeds), deeds.show());
    offers.getChildren().getFirst().getStyleClass().add("accent");
    editing.setVisible(false);
    editing.managedProperty().bind(editing.visibleProperty());
    editing.getStyleClass().add("section-box");
    offers.getChildren().add(history(deeds.history()));
    getChildren().addAll(editing, offers);
  }

  private void decided(Decision decision, Deeds deeds) {
    if (decision == Decision.EDIT && review.editable().isPresent()) {
      edit(review.editable().get(), deeds);
    } else {
      deeds.decide().accept(decision, Optional.empty());
    }
  }

  private Button history(Runnable open) {
    Button button = new Button(texts.get(getClass(), "review.history"));
    button.setId("open-history");
    button.getStyleClass().add("flat");
    button.setVisible(About.row(review.card().source()).isPresent());
    button.managedProperty().bind(button.visibleProperty());
    button.setOnAction(_ -> open.run());
    return button;
  }

  /// Another value in place of both.
  private void edit(String begin, Deeds deeds) {
    TextArea area = new TextArea(begin);
    area.setId("other-value");
    area.setWrapText(true);
    area.setPrefRowCount(begin.length() > 80 ? 6 : 2);
    area.setAccessibleText(texts.get(getClass(), "review.other"));
    Button keep = new Button(texts.get(getClass(), "review.keep"));
    keep.setId("keep-other");
    keep.getStyleClass().add("accent");
    keep.setOnAction(
        _ -> deeds.decide().accept(Decision.EDIT, Optional.of(area.getText().strip())));
    Button cancel = new Button(texts.get(getClass(), "common.cancel"));
    cancel.setId("cancel-other");
    cancel.setOnAction(_ -> editing.setVisible(false));
    HBox buttons = new HBox(keep, cancel);
    buttons.getStyleClass().add("screen-bar");
    editing.getChildren().setAll(area, buttons);
    editing.setVisible(true);
    area.requestFocus();
    area.end();
  }

  /// Beside each other, all of one width.
  private GridPane sides() {
    GridPane sides = new GridPane();
    sides.getStyleClass().add("sides");
    review.was().ifPresent(side -> add(sides, side(side, "side-was")));
    review.mine().ifPresent(side -> add(sides, side(side, "side-mine")));
    review.theirs().ifPresent(side -> add(sides, side(side, "side-theirs")));
    for (ColumnConstraints column : sides.getColumnConstraints()) {
      column.setPercentWidth(100.0 / sides.getColumnConstraints().size());
    }
    return sides;
  }

  private static void add(GridPane sides, VBox side) {
    sides.add(side, sides.getColumnConstraints().size(), 0);
    sides.getColumnConstraints().add(new ColumnConstraints());
  }

  private static VBox side(Review.Side side, String style) {
    Label name = new Label(side.name());
    name.getStyleClass().addAll("small", "muted");
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    Label text = wrapped(side.text());
    text.getStyleClass().add("side-value");
    VBox box = new VBox(name, text);
    box.getStyleClass().addAll("side", style);
    box.setMinWidth(0);
    return box;
  }

  /// Both texts in one: what only one of them has is marked.
  private VBox difference() {
    TextFlow flow = new TextFlow();
    flow.setId("difference");
    flow.getStyleClass().add("difference");
    StringBuilder spoken = new StringBuilder();
    for (TextDiff.Piece piece :
        TextDiff.of(review.theirs().orElseThrow().text(), review.mine().orElseThrow().text())) {
      flow.getChildren().add(marked(piece, spoken));
    }
    flow.setAccessibleText(spoken.toString());
    Label mine = new Label(texts.get(getClass(), "diff.mine", review.mine().orElseThrow().name()));
    mine.getStyleClass().addAll("badge", "good");
    Label theirs =
        new Label(texts.get(getClass(), "diff.theirs", review.theirs().orElseThrow().name()));
    theirs.getStyleClass().addAll("badge", "bad");
    HBox legend = new HBox(mine, theirs);
    legend.getStyleClass().add("screen-bar");
    VBox box = new VBox(legend, flow);
    box.getStyleClass().add("section-box");
    return box;
  }

  private Text marked(TextDiff.Piece piece, StringBuilder spoken) {
    Text text = new Text(piece.text());
    text.getStyleClass()
        .add(
            switch (piece.whose()) {
              case BOTH -> "diff-both";
              case THEIRS -> "diff-theirs";
              case MINE -> "diff-mine";
            });
    spoken.append(
        switch (piece.whose()) {
          case BOTH -> piece.text();
          case THEIRS -> " [" + review.theirs().orElseThrow().name() + ": " + piece.text() + "] ";
          case MINE -> " [" + review.mine().orElseThrow().name() + ": " + piece.text() + "] ";
        });
    return text;
  }

  private static Label wrapped(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
