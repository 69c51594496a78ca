package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.NumberCard;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.stats.DayCounts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Binds the dashboard.
final class DashboardController implements Screen<Route.Dashboard> {
  private static final double LINES = 1.35;
  private static final double EDGES = 4;

  private final DashboardViewModel model;
  private final Navigator navigator;
  private final Looks looks;
  private final Texts texts;
  private final FeedWords words;
  private final MoverWords moving;

  @FXML private Label asOf;
  @FXML private ChoiceBox<Whose> whose;
  @FXML private ToggleGroup spans;
  @FXML private FailureBar failure;
  @FXML private Node body;
  @FXML private NumberCard sent;
  @FXML private NumberCard opened;
  @FXML private NumberCard replied;
  @FXML private NumberCard bounced;
  @FXML private NumberCard campaigns;
  @FXML private LineChart<Number, Number> chart;
  @FXML private NumberAxis dates;
  @FXML private NumberAxis counts;
  @FXML private TableView<DayCounts> table;
  @FXML private ToggleButton asTable;
  @FXML private ListView<FeedLine> feed;
  @FXML private HBox damaged;
  @FXML private Label damagedText;
  @FXML private Label motionSum;
  @FXML private Button dueTasks;
  @FXML private ListView<Mover> movers;
  @FXML private TableView<RunningRow> running;
  @FXML private EmptyState empty;
  @FXML private Node firstSync;

  DashboardController(
      DashboardViewModel model, Navigator navigator, Looks looks, Texts texts, FeedWords words) {
    this.model = model;
    this.navigator = navigator;
    this.looks = looks;
    this.texts = texts;
    this.words = words;
    this.moving = new MoverWords(texts, words.clock(), words.zone());
  }

  @FXML
  void initialize() {
    TimelineChart lines = new TimelineChart(chart, dates, counts, texts);
    TimelineTable.build(table, texts);
    table.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    table.visibleProperty().bind(asTable.selectedProperty());
    chart.visibleProperty().bind(asTable.selectedProperty().not());
    feed.fixedCellSizeProperty().bind(looks.rowHeightProperty().multiply(LINES));
    feed.setCellFactory(_ -> new FeedCell(words, this::open));
    feed.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            Optional.ofNullable(feed.getSelectionModel().getSelectedItem()).ifPresent(this::open);
          }
        });
    buildMotion();
    damaged.managedProperty().bind(damaged.visibleProperty());
    Choices.whose(whose, model, texts);
    Choices.spans(spans, model.days());
    empty.setOnAction(_ -> navigator.go(Route.Compose.fresh()));
    model.overview().addListener((_, _, now) -> now.ifPresent(shown -> show(shown, lines)));
    model.load().addListener((_, _, now) -> show(now));
    model.standing().addListener((_, _, _) -> show(model.load().get()));
    show(model.load().get());
  }

  @Override
  public Subscription onShow(Route.Dashboard route) {
    if (spans.getSelectedToggle() instanceof ToggleButton span) {
      span.requestFocus();
    }
    return model.start();
  }

  @FXML
  void retry() {
    model.refresh();
  }

  @FXML
  void tasks() {
    navigator.go(Route.Tasks.all());
  }

  private void buildMotion() {
    movers.fixedCellSizeProperty().bind(looks.rowHeightProperty().multiply(LINES));
    fit(movers, movers.getItems(), movers.fixedCellSizeProperty(), 0);
    movers.setCellFactory(_ -> new MoverCell(moving, this::act, this::open));
    movers.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            Optional.ofNullable(movers.getSelectionModel().getSelectedItem()).ifPresent(this::act);
          }
        });
    running.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    fit(running, running.getItems(), running.fixedCellSizeProperty(), 1);
    new RunningTable(texts, words.clock(), words.zone())
        .build(running, row -> navigator.go(new Route.CampaignDetail(row.id())));
  }

  /// As high as its rows: the whole page is what one scrolls.
  private static void fit(Control list, ObservableList<?> rows, DoubleProperty height, int header) {
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> (Math.max(2, rows.size()) + header) * height.get() + EDGES, rows, height));
    list.setMinHeight(Region.USE_PREF_SIZE);
  }

  /// Does what is next, or shows who it is while nothing is.
  private void act(Mover mover) {
    switch (mover.next()) {
      case REPLY_OWED, FOLLOW_UP_DUE -> navigator.go(Route.Compose.to(mover.prospect()));
      case WAIT -> open(mover);
    }
  }

  private void open(Mover mover) {
    navigator.go(new Route.ProspectDetail(mover.prospect()));
  }

  private void open(FeedLine line) {
    line.opens().ifPresent(navigator::go);
  }

  private void show(Overview shown, TimelineChart lines) {
    Cards cards = Cards.of(shown, texts);
    cards.sent().on(sent);
    cards.opened().on(opened);
    cards.replied().on(replied);
    cards.bounced().on(bounced);
    cards.campaigns().on(campaigns);
    chart.setAccessibleText(cards.summary());
    lines.show(shown.days());
    table.getItems().setAll(shown.days().reversed());
    feed.getItems().setAll(shown.feed());
    movers.getItems().setAll(shown.motion().movers());
    motionSum.setText(moving.summary(shown.motion()));
    running.getItems().setAll(shown.running());
    dueTasks.setText(text("dashboard.dueTasks", shown.dueTasks()));
    damaged.setVisible(shown.unreadable() > 0);
    damagedText.setText(text("dashboard.damaged", shown.unreadable()));
  }

  private void show(Load now) {
    Standing standing = model.standing().get();
    boolean nothing = now instanceof Load.Empty;
    asOf.setText(standing.words());
    firstSync.setVisible(standing.firstSync());
    empty.setVisible(nothing && !standing.firstSync());
    body.setVisible(!nothing && !standing.firstSync());
    failure
        .textProperty()
        .set(now instanceof Load.Failed(String why) ? text("dashboard.unread", why) : "");
  }

  private String text(String key, Object... values) {
    return texts.get(DashboardController.class, key, values);
  }
}
