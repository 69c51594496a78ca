package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.ListPlace;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Binds the list of templates.
final class TemplatesController implements Screen<Route.Templates> {
  private final TemplatesViewModel model;
  private final Navigator navigator;
  private final Commands commands;
  private final Looks looks;
  private final Texts texts;

  @FXML private TextField search;
  @FXML private Button create;
  @FXML private FailureBar failure;
  @FXML private HBox begun;
  @FXML private Label begunText;
  @FXML private TableView<TemplateRow> table;
  @FXML private VBox nothing;
  @FXML private EmptyState empty;
  @FXML private HBox starters;

  TemplatesController(TemplatesViewModel model, Tools tools) {
    this.model = model;
    this.navigator = tools.navigator();
    this.commands = tools.commands();
    this.looks = tools.looks();
    this.texts = tools.texts();
  }

  @FXML
  void initialize() {
    commands.attach("template.new", create);
    search.textProperty().bindBidirectional(model.query());
    SortedList<TemplateRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    new TemplateColumns(texts).build(table, model::toggleFavourite, this::menu);
    table.setRowFactory(_ -> new TemplateTableRow(this::open));
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    begunText
        .textProperty()
        .bind(model.begun().map(title -> texts.get(getClass(), "templates.begun", title)));
    begun.visibleProperty().bind(model.begun().isNotEmpty());
    begun.managedProperty().bind(begun.visibleProperty());
    starters
        .visibleProperty()
        .bind(model.load().map(now -> now instanceof Load.Empty(boolean searched) && !searched));
    starters.managedProperty().bind(starters.visibleProperty());
    starters.getChildren().setAll(Starters.cards(texts, text -> model.begin(text, this::writeNew)));
    new ListPlace(
            texts,
            getClass(),
            new ListPlace.Nodes(table, nothing, empty, failure),
            new ListPlace.Offer("templates.empty", "templates.new", this::writeNew),
            new ListPlace.Offer("templates.noHit", "common.clearSearch", search::clear))
        .follow(model.load());
  }

  @Override
  public Subscription onShow(Route.Templates route) {
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
    writeNew();
  }

  @FXML
  void discardBegun() {
    model.discardBegun();
  }

  @FXML
  void retry() {
    model.refresh();
  }

  private void writeNew() {
    navigator.go(new Route.NewTemplate());
  }

  private void open(TemplateRow row) {
    navigator.go(new Route.EditTemplate(row.id()));
  }

  private List<MenuItem> menu(TemplateRow row) {
    return List.of(
        item("templates.open", () -> open(row)),
        item("templates.copy", () -> model.copy(row, this::writeNew)),
        item("common.delete", () -> model.delete(row)));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(getClass(), key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void pressed(KeyEvent event) {
    Optional<TemplateRow> row = Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    if (event.getCode() == KeyCode.DELETE) {
      row.ifPresent(model::delete);
    } else if (event.getCode() == KeyCode.ENTER) {
      row.ifPresent(this::open);
    }
  }
}
