package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.LetterPreviewCard;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.ReadPlace;
import com.salescopilot.desktop.ui.Subscriptions;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Binds the steps of a campaign: their list, the form of one of them, and its preview.
final class CampaignStepsController implements Screen<Route.CampaignSteps> {
  private final StepsViewModel model;
  private final StepMoves stepMoves;
  private final HeadViewModel head;
  private final Moves moves;
  private final Tools tools;

  @FXML private CampaignBar bar;
  @FXML private FailureBar failure;
  @FXML private HBox body;
  @FXML private VBox steps;
  @FXML private ScrollPane scroll;
  @FXML private ListView<StepRow> list;
  @FXML private StepCard card;
  @FXML private LetterPreviewCard preview;
  @FXML private EmptyState none;
  @FXML private EmptyState gone;

  CampaignStepsController(
      StepsViewModel model, StepMoves stepMoves, HeadViewModel head, Moves moves, Tools tools) {
    this.model = model;
    this.stepMoves = stepMoves;
    this.head = head;
    this.moves = moves;
    this.tools = tools;
  }

  @FXML
  void initialize() {
    bar.show(CampaignBar.Page.STEPS, head.campaign(), moves, tools);
    card.follow(model, stepMoves, tools.texts());
    preview.follow(model.preview(), tools.texts());
    new StepList(list, model, tools.texts())
        .follow(by -> stepMoves.move(model, by), () -> stepMoves.remove(model));
    none.visibleProperty().bind(model.selected().map(Optional::isEmpty));
    scroll.visibleProperty().bind(none.visibleProperty().not());
    steps.visibleProperty().bind(scroll.visibleProperty());
    steps.managedProperty().bind(steps.visibleProperty());
    new ReadPlace(tools.texts(), failure, gone, body).follow(model.load());
    bar.visibleProperty().bind(gone.visibleProperty().not());
  }

  @Override
  public Subscription onShow(Route.CampaignSteps route) {
    Subscription shown =
        Subscriptions.of(
            head.open(route.id()),
            model.open(route.id(), route.step()),
            bar.mark(route.id(), tools));
    list.requestFocus();
    return shown;
  }

  @FXML
  void add() {
    model.add();
    card.write();
  }

  @FXML
  void retry() {
    model.read();
  }

  @FXML
  void back() {
    tools.navigator().go(new Route.Campaigns());
  }
}
