package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.ui.FetchedBox;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.score.CheckId;
import com.salescopilot.model.score.Own;
import com.salescopilot.model.score.OwnMails;
import com.salescopilot.model.score.Weights;
import com.salescopilot.model.score.Yardstick;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What each check of a letter's score is worth here. Everybody reads it, administrators change it.
public final class WeightsPane extends VBox {
  private final FetchedBox asked = new FetchedBox();
  private final VBox rows = new VBox();
  private final Label model = new Label();
  private final Label whoMay = new Label();
  private final Label few = new Label();
  private final Button save = new Button();
  private final Button propose = new Button();
  private final Button standard = new Button();
  private final FlowPane buttons = new FlowPane();

  public WeightsPane() {
    getStyleClass().addAll("card", "settings-card");
    rows.setId("weights");
    rows.getStyleClass().add("stacked");
    model.setId("scoreModel");
    save.setId("saveWeights");
    propose.setId("proposedWeights");
    standard.setId("standardWeights");
    for (Label each : List.of(whoMay, few, model)) {
      each.getStyleClass().addAll("muted", "small");
      each.setWrapText(true);
    }
    for (Node each : List.of(asked, whoMay, few, propose, buttons)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    buttons.getStyleClass().add("weight-buttons");
    buttons.getChildren().setAll(save, propose, standard);
  }

  void follow(WeightsViewModel weights, TeamViewModel team, Texts texts) {
    Label title = new Label(words(texts, "weights.title"));
    title.getStyleClass().add("card-title");
    Label about = new Label(words(texts, "weights.about"));
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    whoMay.setText(words(texts, "colleagues.whoMay"));
    few.setText(words(texts, "weights.few", OwnMails.LEAST_SENT, OwnMails.LEAST_ANSWERED));
    save.setText(words(texts, "common.save"));
    save.setOnAction(_ -> weights.save());
    propose.setText(words(texts, "weights.propose"));
    propose.setOnAction(_ -> weights.type(weights.known().proposed()));
    standard.setText(words(texts, "weights.standard"));
    standard.setOnAction(_ -> weights.type(Weights.STANDARD));
    asked.follow(weights.said(), texts, _ -> List.of());
    asked
        .visibleProperty()
        .bind(weights.said().state().map(now -> !(now.load() instanceof Load.Ready)));
    getChildren().setAll(title, about, asked, few, rows, model, buttons, whoMay);
    weights.knownProperty().addListener((_, _, _) -> show(weights, team, texts));
    weights.wanted().addListener((_, _, _) -> judge(weights, texts));
    team.workspace().state().addListener((_, _, _) -> show(weights, team, texts));
    show(weights, team, texts);
  }

  private void show(WeightsViewModel weights, TeamViewModel team, Texts texts) {
    Yardstick known = weights.known();
    if (team.isAdmin() != buttons.isVisible() || !isTypedIn()) {
      rows.getChildren().setAll(rows(weights, team, texts));
    }
    few.setVisible(known.own().isEmpty());
    propose.setVisible(!known.proposed().equals(known.weights()));
    buttons.setVisible(team.isAdmin());
    whoMay.setVisible(!team.isAdmin());
    judge(weights, texts);
  }

  /// Then the fields stay.
  private boolean isTypedIn() {
    return rows.lookupAll(".text-field").stream().anyMatch(Node::isFocused);
  }

  private void judge(WeightsViewModel weights, Texts texts) {
    Optional<Weights> wanted = weights.wanted().get();
    boolean same = wanted.equals(Optional.of(weights.known().weights()));
    save.setDisable(wanted.isEmpty() || same);
    model.setText(
        words(
            texts,
            same ? "weights.model" : "weights.modelThen",
            wanted.orElse(weights.known().weights()).model()));
  }

  private static List<? extends Node> rows(
      WeightsViewModel weights, TeamViewModel team, Texts texts) {
    return List.of(CheckId.values()).stream()
        .map(check -> row(check, weights, team, texts))
        .toList();
  }

  private static Node row(
      CheckId check, WeightsViewModel weights, TeamViewModel team, Texts texts) {
    Label name = new Label(words(texts, "score.check." + check.id()));
    VBox what = new VBox(name);
    what.getStyleClass().add("weight-words");
    HBox.setHgrow(what, Priority.ALWAYS);
    Optional.ofNullable(weights.known().own().get(check))
        .map(own -> evidence(own, check, weights.known(), texts))
        .ifPresent(what.getChildren()::add);
    Node points =
        team.isAdmin()
            ? field(check, name.getText(), weights, texts, what)
            : new Label(weights.points(check).get());
    HBox row = new HBox(what, points);
    row.getStyleClass().add("weight");
    return row;
  }

  private static Node evidence(Own own, CheckId check, Yardstick known, Texts texts) {
    String none = words(texts, "weights.none");
    String said =
        words(
            texts,
            "weights.own",
            RateWords.of(own.inside(), texts, none),
            RateWords.of(own.outside(), texts, none));
    String proposed =
        own.verdict() == 0
            ? ""
            : " " + words(texts, "weights.proposed", known.proposed().of(check));
    Label words = new Label(said + proposed);
    words.getStyleClass().addAll("muted", "small");
    words.setWrapText(true);
    return words;
  }

  private static Node field(
      CheckId check, String name, WeightsViewModel weights, Texts texts, VBox below) {
    TextField field = new TextField();
    field.setId("weight-" + check.id());
    field.setAccessibleText(name);
    field.textProperty().bindBidirectional(weights.points(check));
    field.setOnAction(_ -> weights.save());
    Label wrong = new Label(words(texts, "weights.wrong"));
    wrong.getStyleClass().add("field-error");
    wrong.setWrapText(true);
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.setVisible(weights.isWrong(check));
    field
        .textProperty()
        .addListener(
            (_, _, _) -> {
              wrong.setVisible(weights.isWrong(check));
              field.setAccessibleHelp(wrong.isVisible() ? wrong.getText() : "");
            });
    below.getChildren().add(wrong);
    return field;
  }

  private static String words(Texts texts, String key, Object... values) {
    return texts.get(WeightsPane.class, key, values);
  }
}
