package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.score.Band;
import com.salescopilot.model.score.Blocker;
import com.salescopilot.model.score.Check;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The score of the letter: its number and what that means in words, what stands in the way, and on
/// demand each check with its points, why, what to do, and whose measure it is.
public final class ScorePane extends VBox {
  private final Label title = new Label();
  private final Label band = new Label();
  private final ToggleButton why = new ToggleButton();
  private final Button tell = new Button();
  private final Label told = words("", "");
  private final Label teller = words("", "muted");
  private final VBox blockers = new VBox();
  private final VBox checks = new VBox();
  private final ScrollPane scroll = new ScrollPane(checks);

  public ScorePane() {
    getStyleClass().addAll("card", "score");
    title.getStyleClass().add("card-title");
    title.setId("score");
    band.setId("scoreBand");
    band.getStyleClass().add("badge");
    why.setId("scoreWhy");
    why.getStyleClass().add("small");
    tell.setId("scoreTell");
    tell.getStyleClass().add("small");
    tell.managedProperty().bind(tell.visibleProperty());
    told.setId("scoreTold");
    teller.setId("scoreTeller");
    for (Label label : List.of(told, teller)) {
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
    }
    blockers.getStyleClass().add("score-list");
    checks.getStyleClass().add("score-list");
    checks.setId("scoreChecks");
    FlowPane head =
        new FlowPane(title, band, why, tell); // with large letters they are wider than the pane
    head.getStyleClass().add("score-head");
    head.setAlignment(Pos.CENTER_LEFT);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.visibleProperty().bind(why.selectedProperty());
    scroll.managedProperty().bind(scroll.visibleProperty());
    blockers.managedProperty().bind(blockers.visibleProperty());
    getChildren().addAll(head, told, teller, blockers, scroll);
  }

  void follow(ScoreViewModel model, Texts texts) {
    why.setText(texts.get(getClass(), "score.why"));
    scroll.setAccessibleText(texts.get(getClass(), "score.why"));
    tell.setText(texts.get(getClass(), "score.tell"));
    tell.setOnAction(_ -> model.tell());
    tell.visibleProperty().bind(model.narrated().and(band.visibleProperty()));
    model.told().addListener((_, _, now) -> show(now, texts));
    show(model.told().get(), texts);
    model.score().addListener((_, _, now) -> show(now, texts));
    show(model.score().get(), texts);
  }

  private void show(Optional<Score> now, Texts texts) {
    band.setVisible(now.isPresent());
    why.setDisable(now.isEmpty());
    blockers.setVisible(now.isPresent() && !now.get().blockers().isEmpty());
    if (now.isEmpty()) {
      title.setText(texts.get(getClass(), "score.title"));
      checks.getChildren().clear();
      return;
    }
    Score score = now.get();
    title.setText(texts.get(getClass(), "score.of", score.score()));
    band.setText(texts.get(getClass(), "score.band." + score.band().name()));
    band.getStyleClass().setAll("label", "badge", style(score.band()));
    blockers
        .getChildren()
        .setAll(
            score.blockers().stream()
                .map(Blocker::code)
                .distinct()
                .map(
                    code ->
                        words(texts.get(getClass(), "score.blocker." + code.name()), "field-error"))
                .toList());
    checks.getChildren().setAll(score.checks().stream().map(check -> row(check, texts)).toList());
  }

  private void show(ScoreViewModel.Told now, Texts texts) {
    tell.setDisable(now instanceof ScoreViewModel.Told.Asked);
    told.setText(
        switch (now) {
          case ScoreViewModel.Told.Nothing _ -> "";
          case ScoreViewModel.Told.Asked _ -> texts.get(getClass(), "score.asking");
          case ScoreViewModel.Told.Said(Narrator.Words words) -> words.words();
          case ScoreViewModel.Told.None _ -> texts.get(getClass(), "score.untold");
        });
    teller.setText(
        now instanceof ScoreViewModel.Told.Said(Narrator.Words words)
            ? texts.get(getClass(), "score.teller", words.engine())
            : "");
  }

  private Node row(Check check, Texts texts) {
    Label name = new Label(texts.get(getClass(), "score.check." + check.id().id()));
    name.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label points = new Label(texts.get(getClass(), "score.points", check.points(), check.max()));
    points.getStyleClass().addAll("badge", check.points() == check.max() ? "good" : "warn");
    HBox head = new HBox(name, space, points);
    head.setAlignment(Pos.CENTER_LEFT);
    List<Node> lines = new ArrayList<>(List.of(head));
    lines.add(words(texts.get(getClass(), "score.why." + check.reason().name(), value(check)), ""));
    if (!check.fix().isEmpty()) {
      lines.add(words(texts.get(getClass(), "score.fix." + check.reason().name()), "score-fix"));
    }
    check
        .own()
        .ifPresent(
            own ->
                lines.add(
                    words(
                        texts.get(
                            getClass(),
                            "score.own",
                            own.inside().num(),
                            own.inside().den(),
                            own.outside().num(),
                            own.outside().den()),
                        "muted")));
    lines.add(words(texts.get(getClass(), "score.source." + check.id().id()), "muted"));
    VBox row = new VBox(lines.toArray(Node[]::new));
    row.getStyleClass().add("score-check");
    return row;
  }

  /// A number as itself, which is written as the language does.
  private static Object value(Check check) {
    return switch (check.value()) {
      case Value.Whole(long number) -> number;
      case Value.Decimal(double number) -> number;
      case Value.Text _, Value.Flag _, Value.Items _, Value.Fields _ -> check.shown();
    };
  }

  private static String style(Band band) {
    return switch (band) {
      case READY -> "good";
      case FINE -> "busy";
      case WORK -> "warn";
    };
  }

  private static Label words(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    return label;
  }
}
