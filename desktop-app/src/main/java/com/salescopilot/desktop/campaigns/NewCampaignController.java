package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.ListPlace;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Binds the page that makes a campaign.
final class NewCampaignController implements Screen<Route.NewCampaign> {
  private final NewCampaignViewModel model;
  private final Navigator navigator;
  private final Looks looks;
  private final Texts texts;

  @FXML private FormField nameField;
  @FXML private TextField name;
  @FXML private TextField description;
  @FXML private Label count;
  @FXML private TextField search;
  @FXML private Button markFound;
  @FXML private Button unmarkAll;
  @FXML private TableView<Slot<Doc>> table;
  @FXML private EmptyState empty;
  @FXML private HBox failure;
  @FXML private Label failureText;

  NewCampaignController(NewCampaignViewModel model, Tools tools) {
    this.model = model;
    this.navigator = tools.navigator();
    this.looks = tools.looks();
    this.texts = tools.texts();
  }

  @FXML
  void initialize() {
    name.textProperty().bindBidirectional(model.name());
    nameField.errorProperty().bind(model.nameError());
    description.textProperty().bindBidirectional(model.description());
    search.textProperty().bindBidirectional(model.query());
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(getClass(), "new.marked", model.marked().get()), model.marked()));
    markFound
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(getClass(), "new.markFound", model.found().get()), model.found()));
    markFound.disableProperty().bind(model.found().isEqualTo(0));
    unmarkAll.disableProperty().bind(model.marked().isEqualTo(0));
    table.setItems(model.rows());
    table.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    AudienceColumns.build(table, texts, model::isMarked, model::toggle);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    model.marked().addListener(_ -> table.refresh());
    new ListPlace(
            texts,
            getClass(),
            new ListPlace.Nodes(table, empty, empty, failure, failureText),
            new ListPlace.Offer(
                "new.nobody", "new.toProspects", () -> navigator.go(new Route.Prospects())),
            new ListPlace.Offer("new.noHit", "common.clearSearch", search::clear))
        .follow(model.load());
  }

  @Override
  public Subscription onShow(Route.NewCampaign route) {
    name.requestFocus();
    return model.start();
  }

  @Override
  public Optional<TextField> searchField() {
    return Optional.of(search);
  }

  @FXML
  void create() {
    model.create(id -> navigator.replace(new Route.CampaignDetail(id)), name::requestFocus);
  }

  @FXML
  void discard() {
    model.discard(name::requestFocus);
  }

  @FXML
  void markFound() {
    model.markFound();
  }

  @FXML
  void unmarkAll() {
    model.unmarkAll();
  }

  @FXML
  void retry() {
    model.refresh();
  }

  /// The space bar marks, as in every list with marks.
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      event.consume();
      Optional.ofNullable(table.getSelectionModel().getSelectedItem())
          .flatMap(Slot::row)
          .ifPresent(row -> model.toggle(row.id()));
    }
  }
}
