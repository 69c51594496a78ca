package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.synccentre.Card.Decision;
import com.salescopilot.desktop.ui.Texts;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One problem: what happened, the facts, and a button for each decision.
final class CardView extends VBox {
  CardView(Card card, Texts texts, BiConsumer<Card, Decision> decide, Consumer<Card> show) {
    getStyleClass().addAll("card", "problem");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(card.title());
    Label title = new Label(card.title(), new FontIcon(card.icon()));
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label sentence = new Label(card.sentence());
    sentence.getStyleClass().add("muted");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(title, sentence);
    if (!card.facts().isEmpty()) {
      getChildren().add(facts(card));
    }
    getChildren().add(offers(card, texts, decide, show));
  }

  static GridPane facts(Card card) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    for (int i = 0; i < card.facts().size(); i++) {
      Label name = new Label(card.facts().get(i).name());
      name.getStyleClass().add("muted");
      Label value = new Label(card.facts().get(i).value());
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      grid.addRow(i, name, value);
    }
    return grid;
  }

  static FlowPane offers(
      Card card, Texts texts, BiConsumer<Card, Decision> decide, Consumer<Card> show) {
    FlowPane bar = new FlowPane();
    bar.getStyleClass().add("offers");
    for (Card.Offer offer : card.offers()) {
      Button button = new Button(texts.get(CardView.class, "decide." + offer.decision().name()));
      button.setId("decide-" + offer.decision().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      button.setOnAction(_ -> decide.accept(card, offer.decision()));
      bar.getChildren().add(button);
      if (!offer.obstacle().isEmpty()) {
        button.setDisable(true);
        button.setTooltip(new Tooltip(offer.obstacle()));
        Label why = new Label(offer.obstacle());
        why.getStyleClass().addAll("muted", "small");
        bar.getChildren().add(why);
      }
    }
    card.place()
        .ifPresent(
            _ -> {
              Button open = new Button(texts.get(CardView.class, "centre.show"));
              open.setId("show-problem");
              open.getStyleClass().add("flat");
              open.setOnAction(_ -> show.accept(card));
              bar.getChildren().add(open);
            });
    return bar;
  }
}
