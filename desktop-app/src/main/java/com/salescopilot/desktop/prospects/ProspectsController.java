package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.prospects.ProspectsViewModel.Order;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.ListQuery.Sorting;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.ListPlace;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Binds the list of prospects.
final class ProspectsController implements Screen<Route.Prospects> {
  private final ProspectsViewModel model;
  private final Navigator navigator;
  private final Looks looks;
  private final Texts texts;
  private final Surroundings surroundings;

  @FXML private TextField search;
  @FXML private Label count;
  @FXML private Button exportFound;
  @FXML private Button add;
  @FXML private HBox merging;
  @FXML private Label mergingText;
  @FXML private Button mergeNow;
  @FXML private HBox adding;
  @FXML private TextField newEmail;
  @FXML private TextField newFirstName;
  @FXML private TextField newLastName;
  @FXML private TextField newCompany;
  @FXML private Label newError;
  @FXML private TableView<Slot<ProspectRow>> table;
  @FXML private EmptyState empty;
  @FXML private FailureBar failure;

  ProspectsController(
      ProspectsViewModel model,
      Navigator navigator,
      Looks looks,
      Texts texts,
      Surroundings surroundings) {
    this.model = model;
    this.navigator = navigator;
    this.looks = looks;
    this.texts = texts;
    this.surroundings = surroundings;
  }

  @FXML
  void initialize() {
    search.textProperty().bindBidirectional(model.query());
    table.setItems(model.rows());
    table.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    ProspectColumns.build(table, texts, model::change, this::menu);
    table.setSortPolicy(this::sorted);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    table.setRowFactory(_ -> new ProspectTableRow(this::open));
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(getClass(), "prospects.count", model.found().get()),
                model.found()));
    exportFound.disableProperty().bind(model.found().isEqualTo(0));
    merging.managedProperty().bind(merging.visibleProperty());
    merging.visibleProperty().bind(model.merging().map(Optional::isPresent));
    table.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> showMerging());
    Subscriptions.onChange(model.merging(), this::showMerging);
    adding.managedProperty().bind(adding.visibleProperty());
    new ListPlace(
            texts,
            getClass(),
            new ListPlace.Nodes(table, empty, empty, failure),
            new ListPlace.Offer("prospects.empty", "prospects.add", this::startAdding),
            new ListPlace.Offer("prospects.noHit", "common.clearSearch", search::clear))
        .follow(model.load());
  }

  @Override
  public Subscription onShow(Route.Prospects route) {
    search.requestFocus();
    return Subscriptions.of(model.start());
  }

  @Override
  public Optional<TextField> searchField() {
    return Optional.of(search);
  }

  @Override
  public Optional<ButtonBase> newButton() {
    return Optional.of(add);
  }

  @FXML
  void startAdding() {
    adding.setVisible(true);
    newEmail.setText(model.query().get().contains("@") ? model.query().get().strip() : "");
    newEmail.requestFocus();
  }

  @FXML
  void exportFound() {
    model.export(surroundings);
  }

  @FXML
  void importFile() {
    navigator.go(new Route.ImportProspects());
  }

  @FXML
  void stopAdding() {
    adding.setVisible(false);
    newError.setText("");
    add.requestFocus();
  }

  @FXML
  void saveNew() {
    Map<String, String> fields =
        Map.of(
            "email", newEmail.getText(),
            "firstName", newFirstName.getText(),
            "lastName", newLastName.getText(),
            "company", newCompany.getText());
    model.add(
        fields,
        _ -> {
          for (TextField field :
              new TextField[] {newEmail, newFirstName, newLastName, newCompany}) {
            field.clear();
          }
          stopAdding();
        },
        newError::setText);
  }

  @FXML
  void retry() {
    model.order().set(new Order("", Sorting.WORDS));
  }

  @FXML
  void mergeNow() {
    selected().ifPresent(model::merge);
    table.requestFocus();
  }

  @FXML
  void stopMerging() {
    model.stopMerging();
    table.requestFocus();
  }

  private void startMerging(ProspectRow goes) {
    model.startMerging(goes);
    table.requestFocus();
  }

  private void showMerging() {
    Optional<ProspectRow> goes = model.merging().get();
    Optional<ProspectRow> stays = selected().filter(row -> !goes.equals(Optional.of(row)));
    mergeNow.setDisable(stays.isEmpty());
    mergingText.setText(
        goes.map(
                row ->
                    stays
                        .map(
                            other ->
                                texts.get(
                                    getClass(), "prospects.mergeInto", row.name(), other.name()))
                        .orElseGet(
                            () -> texts.get(getClass(), "prospects.mergeChoose", row.name())))
            .orElse(""));
  }

  private List<MenuItem> menu(ProspectRow row) {
    return List.of(
        item("prospects.open", () -> open(row)),
        item("prospects.mergeWith", () -> startMerging(row)),
        item("common.delete", () -> model.delete(row)));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(getClass(), key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void pressed(KeyEvent event) {
    if (table.getEditingCell() != null) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE) {
      selected().ifPresent(model::delete);
    } else if (event.getCode() == KeyCode.F2) {
      EditCell.begin(table, table.getSelectionModel().getSelectedIndex());
    } else if (event.getCode() == KeyCode.ENTER) {
      selected().ifPresent(this::open);
    }
  }

  private Optional<ProspectRow> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).flatMap(Slot::row);
  }

  private void open(ProspectRow row) {
    navigator.go(new Route.ProspectDetail(row.doc().id()));
  }

  private boolean sorted(TableView<Slot<ProspectRow>> view) {
    Optional<TableColumn<Slot<ProspectRow>, ?>> by = view.getSortOrder().stream().findFirst();
    model
        .order()
        .set(
            by.map(
                    column ->
                        new Order(
                            column.getId(),
                            column.getSortType() == SortType.ASCENDING ? Sorting.UP : Sorting.DOWN))
                .orElse(new Order("", Sorting.WORDS)));
    return true;
  }
}
