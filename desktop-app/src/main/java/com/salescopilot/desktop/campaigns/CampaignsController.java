package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.ListPlace;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.MenuCell;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WaitsColumn;
import java.util.List;
import java.util.Optional;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Binds the list of campaigns.
final class CampaignsController implements Screen<Route.Campaigns> {
  private final CampaignsViewModel model;
  private final Moves moves;
  private final Navigator navigator;
  private final Commands commands;
  private final Looks looks;
  private final Texts texts;

  @FXML private TextField search;
  @FXML private Button create;
  @FXML private FailureBar failure;
  @FXML private HBox begun;
  @FXML private Label begunText;
  @FXML private TableView<CampaignRow> table;
  @FXML private EmptyState empty;

  CampaignsController(CampaignsViewModel model, Moves moves, Tools tools) {
    this.model = model;
    this.moves = moves;
    this.navigator = tools.navigator();
    this.commands = tools.commands();
    this.looks = tools.looks();
    this.texts = tools.texts();
  }

  @FXML
  void initialize() {
    commands.attach("campaign.new", create);
    search.textProperty().bindBidirectional(model.query());
    SortedList<CampaignRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    columns(new Columns(texts), new CampaignWords(texts));
    table.setRowFactory(_ -> row());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    begunText
        .textProperty()
        .bind(model.begun().map(name -> texts.get(getClass(), "campaigns.begun", name)));
    begun.visibleProperty().bind(model.begun().isNotEmpty());
    begun.managedProperty().bind(begun.visibleProperty());
    new ListPlace(
            texts,
            getClass(),
            new ListPlace.Nodes(table, empty, empty, failure),
            new ListPlace.Offer("campaigns.empty", "campaigns.new", this::goOn),
            new ListPlace.Offer("campaigns.noHit", "common.clearSearch", search::clear))
        .follow(model.load());
  }

  @Override
  public Subscription onShow(Route.Campaigns route) {
    search.requestFocus();
    return model.start();
  }

  @Override
  public Optional<TextField> searchField() {
    return Optional.of(search);
  }

  @Override
  public Optional<ButtonBase> newButton() {
    return Optional.of(create);
  }

  @FXML
  void goOn() {
    navigator.go(new Route.NewCampaign());
  }

  @FXML
  void retry() {
    model.refresh();
  }

  private void columns(Columns columns, CampaignWords words) {
    table
        .getColumns()
        .setAll(
            List.of(
                WaitsColumn.of(texts, CampaignRow::waits),
                columns.<CampaignRow>words("name", 290, 140, CampaignRow::name),
                columns.badge(124, CampaignRow::status, words::status, Badges::manner),
                columns.<CampaignRow>number(
                    "enrolled", 92, row -> (double) row.enrolled(), words::enrolled),
                columns.<CampaignRow>number(
                    "sent", 92, row -> (double) row.mails().sent(), words::sent),
                columns.<CampaignRow>number(
                    "opened", 126, row -> row.mails().openRate().rate().orElse(-1), words::opened),
                columns.<CampaignRow>number(
                    "replied",
                    126,
                    row -> row.mails().replyRate().rate().orElse(-1),
                    words::replied),
                MenuCell.column(
                    texts.get(getClass(), "campaigns.menu"),
                    row -> MoveItems.of(moves, row, () -> open(row)))));
  }

  private TableRow<CampaignRow> row() {
    TableRow<CampaignRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            Optional.ofNullable(row.getItem()).ifPresent(this::open);
          }
        });
    return row;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(this::open);
    }
  }

  private void open(CampaignRow row) {
    navigator.go(new Route.CampaignDetail(row.id()));
  }
}
