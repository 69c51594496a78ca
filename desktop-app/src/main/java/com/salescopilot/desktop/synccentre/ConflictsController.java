package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Binds the review of conflicts.
final class ConflictsController implements Screen<Route.Conflicts> {
  private final ConflictsViewModel model;
  private final Tools tools;
  private final Texts texts;
  private final HistoryView history;
  private boolean showing;
  private boolean entering;

  @FXML private Label count;
  @FXML private FailureBar failure;
  @FXML private HBox content;
  @FXML private ListView<Review> list;
  @FXML private ScrollPane scroll;
  @FXML private VBox detail;
  @FXML private EmptyState empty;

  ConflictsController(ConflictsViewModel model, Tools tools) {
    this.model = model;
    this.tools = tools;
    this.texts = tools.texts();
    this.history = new HistoryView(model.history(), texts);
  }

  @FXML
  void initialize() {
    list.setItems(model.reviews());
    list.setCellFactory(_ -> new ReviewCell());
    list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> picked(now));
    empty.setOnAction(_ -> tools.navigator().go(new Route.SyncCentre()));
    Subscriptions.onChange(model.chosen(), this::showChosen);
    failure.follow(model.load());
    Subscriptions.onChange(model.load(), this::showLoad);
    model.all().addListener((_, _, _) -> showLoad());
    showLoad();
  }

  @Override
  public Subscription onShow(Route.Conflicts route) {
    entering = true;
    return model.start(route.conflict());
  }

  @FXML
  void retry() {
    model.refresh();
  }

  private void picked(Review review) {
    if (review != null && !showing) {
      model.choose(review);
    }
  }

  private void showChosen() {
    Optional<Review> chosen = model.chosen().get();
    showing = true;
    chosen.ifPresent(list.getSelectionModel()::select);
    showing = false;
    detail.getChildren().clear();
    chosen.ifPresent(
        review ->
            detail
                .getChildren()
                .addAll(
                    new ReviewView(
                        review,
                        texts,
                        new ReviewView.Deeds(this::decide, this::open, model::openHistory)),
                    history));
    scroll.setVvalue(0);
  }

  private void decide(Card.Decision decision, Optional<String> value) {
    Optional<Review> chosen = model.chosen().get();
    list.requestFocus();
    if (decision == Card.Decision.EDIT && value.isEmpty()) {
      // a letter is edited where letters are, beginning with the own version
      model.decide(Card.Decision.USE_MINE, value);
      chosen.ifPresent(review -> open(review.card()));
      return;
    }
    model.decide(decision, value);
  }

  private void open(Card card) {
    card.place().ifPresent(tools.navigator()::go);
  }

  private void showLoad() {
    Load now = model.load().get();
    empty.setVisible(now instanceof Load.Empty);
    content.setVisible(!model.reviews().isEmpty());
    if (entering && content.isVisible()) {
      entering = false;
      list.requestFocus();
    }
    count.setText(
        model.reviews().isEmpty()
            ? ""
            : texts.get(getClass(), "conflicts.count", model.all().get()));
  }
}
