package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.SyncWords;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the Sync centre.
final class SyncCentreController implements Screen<Route.SyncCentre> {
  /// More of a kind stand elsewhere, or are not worth a look.
  private static final int FIRST = 8;

  private final SyncCentreViewModel model;
  private final Tools tools;
  private final Texts texts;
  private final WaitingView.Deeds deeds = new WaitingDeeds();

  @FXML private Button syncNow;
  @FXML private Button offline;
  @FXML private Button online;
  @FXML private Button signIn;
  @FXML private HBox state;
  @FXML private FontIcon stateIcon;
  @FXML private Label headline;
  @FXML private Label sentence;
  @FXML private ScrollPane scroll;
  @FXML private FailureBar failure;
  @FXML private VBox problemsSection;
  @FXML private Label problemsTitle;
  @FXML private VBox problems;
  @FXML private VBox waitingSection;
  @FXML private Label waitingTitle;
  @FXML private VBox waiting;
  @FXML private Button trash;
  @FXML private VBox conflictsSection;
  @FXML private Label conflictsTitle;
  @FXML private VBox conflicts;
  @FXML private VBox historyPlace;
  @FXML private VBox stepsSection;
  @FXML private VBox steps;
  @FXML private EmptyState empty;

  SyncCentreController(SyncCentreViewModel model, Tools tools) {
    this.model = model;
    this.tools = tools;
    this.texts = tools.texts();
  }

  @FXML
  void initialize() {
    tools.commands().attach(SyncCommands.NOW, syncNow);
    tools.commands().attach(SyncCommands.OFFLINE, offline);
    tools.commands().attach(SyncCommands.ONLINE, online);
    tools.commands().attach(SyncCommands.SIGN_IN, signIn);
    tools.commands().attach(SyncCommands.TRASH, trash);
    for (var each :
        new Node[] {
          offline, online, signIn, problemsSection, conflictsSection, waitingSection, stepsSection
        }) {
      each.managedProperty().bind(each.visibleProperty());
    }
    historyPlace.getChildren().setAll(new HistoryView(model.history(), texts));
    historyPlace.managedProperty().bind(historyPlace.visibleProperty());
    historyPlace.visibleProperty().bind(model.history().shown().map(Optional::isPresent));
    Subscriptions.onChange(model.totals(), this::showTotals);
    failure.follow(model.load());
    Subscriptions.onChange(model.load(), this::showLoad);
    model.cards().addListener((ListChangeListener<Card>) _ -> showCards());
    model.reviews().addListener((ListChangeListener<Review>) _ -> showConflicts());
    model.waiting().addListener((ListChangeListener<WaitingChange>) _ -> showWaiting());
    showTotals();
  }

  @Override
  public Subscription onShow(Route.SyncCentre route) {
    model.history().close();
    showState();
    (signIn.isVisible() ? signIn : syncNow).requestFocus();
    showSteps();
    // only while it is shown: the state and the steps outlive the screen
    ListChangeListener<Toasts.Toast> stepped = _ -> showSteps();
    model.steps().addListener(stepped);
    return Subscriptions.of(
        model.start(),
        Subscriptions.onChange(model.state(), this::showState),
        () -> model.steps().removeListener(stepped));
  }

  @FXML
  void retry() {
    model.refresh();
  }

  private void showState() {
    SyncState now = model.state().get();
    SyncWords words = SyncWords.of(now, 0, texts, ZoneId.systemDefault());
    stateIcon.setIconLiteral(words.icon());
    headline.setText(words.text());
    sentence.setText(model.sentence());
    state.getStyleClass().removeAll("calm", "busy", "offline", "attention");
    state.getStyleClass().add(words.mood());
    offline.setVisible(!(now instanceof SyncState.OfflineByChoice));
    online.setVisible(now instanceof SyncState.OfflineByChoice);
    signIn.setVisible(now instanceof SyncState.SignedOut);
    showLoad();
  }

  private void showTotals() {
    SyncCentreViewModel.Totals totals = model.totals().get();
    problemsTitle.setText(texts.get(getClass(), "centre.problems", totals.mails()));
    conflictsTitle.setText(texts.get(getClass(), "centre.conflicts", totals.conflicts()));
    waitingTitle.setText(texts.get(getClass(), "centre.waiting", totals.waiting()));
  }

  private void showLoad() {
    Load now = model.load().get();
    empty.setVisible(now instanceof Load.Empty);
    boolean synced = model.state().get() instanceof SyncState.UpToDate;
    empty.setTitle(texts.get(getClass(), synced ? "centre.synced.title" : "centre.empty.title"));
    empty.setText(texts.get(getClass(), synced ? "centre.synced.text" : "centre.empty.text"));
    problemsSection.setVisible(!model.cards().isEmpty());
    conflictsSection.setVisible(!model.reviews().isEmpty());
    waitingSection.setVisible(!model.waiting().isEmpty());
  }

  private void showCards() {
    problems
        .getChildren()
        .setAll(
            model.cards().stream()
                .map(card -> new CardView(card, texts, model::decide, this::open))
                .toList());
    showLoad();
  }

  private void showConflicts() {
    conflicts
        .getChildren()
        .setAll(
            model.reviews().stream()
                .limit(FIRST)
                .map(review -> new ReviewLine(review, texts, this::review))
                .toList());
    showLoad();
  }

  private void review(Review review) {
    tools.navigator().go(new Route.Conflicts(Optional.of(review.card().source().id())));
  }

  private void showWaiting() {
    waiting
        .getChildren()
        .setAll(
            model.waiting().stream().map(change -> new WaitingView(change, texts, deeds)).toList());
    showLoad();
  }

  private void showSteps() {
    steps
        .getChildren()
        .setAll(
            model.steps().stream()
                .limit(FIRST)
                .map(step -> new StepView(step, texts, model::takeBack))
                .toList());
    stepsSection.setVisible(!model.steps().isEmpty());
  }

  private void open(Card card) {
    card.place().ifPresent(tools.navigator()::go);
  }

  /// What can be done about a change that waits.
  private final class WaitingDeeds implements WaitingView.Deeds {
    @Override
    public void show(WaitingChange change) {
      change.place().ifPresent(tools.navigator()::go);
    }

    @Override
    public void discard(WaitingChange change) {
      model.discard(change);
    }

    @Override
    public void retry() {
      tools.commands().run(SyncCommands.NOW);
    }

    @Override
    public void history(WaitingChange change) {
      model.openHistory(change);
      scroll.setVvalue(0);
    }
  }
}
