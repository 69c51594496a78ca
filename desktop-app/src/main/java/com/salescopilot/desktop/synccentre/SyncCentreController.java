package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.SyncWords;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the Sync centre.
final class SyncCentreController implements Screen<Route.SyncCentre> {
  private final SyncCentreViewModel model;
  private final Tools tools;
  private final Texts texts;

  @FXML private Button syncNow;
  @FXML private Button offline;
  @FXML private Button online;
  @FXML private Button signIn;
  @FXML private HBox state;
  @FXML private FontIcon stateIcon;
  @FXML private Label headline;
  @FXML private Label sentence;
  @FXML private HBox failure;
  @FXML private Label failureText;
  @FXML private VBox problemsSection;
  @FXML private Label problemsTitle;
  @FXML private VBox problems;
  @FXML private VBox waitingSection;
  @FXML private Label waitingTitle;
  @FXML private VBox waiting;
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
    for (var each :
        new Node[] {offline, online, signIn, failure, problemsSection, waitingSection}) {
      each.managedProperty().bind(each.visibleProperty());
    }
    Subscriptions.onChange(model.totals(), this::showTotals);
    Subscriptions.onChange(model.load(), this::showLoad);
    model.cards().addListener((ListChangeListener<Card>) _ -> showCards());
    model.waiting().addListener((ListChangeListener<WaitingChange>) _ -> showWaiting());
    showTotals();
  }

  @Override
  public Subscription onShow(Route.SyncCentre route) {
    syncNow.requestFocus();
    showState();
    // only while it is shown: the state outlives the screen
    return Subscriptions.of(model.start(), Subscriptions.onChange(model.state(), this::showState));
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
    problemsTitle.setText(texts.get(getClass(), "centre.problems", totals.problems()));
    waitingTitle.setText(texts.get(getClass(), "centre.waiting", totals.waiting()));
  }

  private void showLoad() {
    Load now = model.load().get();
    failure.setVisible(now instanceof Load.Failed);
    if (now instanceof Load.Failed(String why)) {
      failureText.setText(why);
    }
    empty.setVisible(now instanceof Load.Empty);
    boolean synced = model.state().get() instanceof SyncState.UpToDate;
    empty.setTitle(texts.get(getClass(), synced ? "centre.synced.title" : "centre.empty.title"));
    empty.setText(texts.get(getClass(), synced ? "centre.synced.text" : "centre.empty.text"));
    problemsSection.setVisible(!model.cards().isEmpty());
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

  private void showWaiting() {
    Navigator navigator = tools.navigator();
    waiting
        .getChildren()
        .setAll(
            model.waiting().stream()
                .map(
                    change ->
                        new WaitingView(change, texts, row -> row.place().ifPresent(navigator::go)))
                .toList());
    showLoad();
  }

  private void open(Card card) {
    card.place().ifPresent(tools.navigator()::go);
  }
}
