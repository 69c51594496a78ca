package com.salescopilot.desktop.tasks;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.ListPlace;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Texts;
import java.time.LocalTime;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Binds what one has to do.
final class TasksController implements Screen<Route.Tasks> {
  private static final double LINES = 1.35;

  private final TasksViewModel model;
  private final Navigator navigator;
  private final Looks looks;
  private final Texts texts;
  private final TaskWords words;

  @FXML private HBox aboutBar;
  @FXML private Label about;
  @FXML private CheckBox withDone;
  @FXML private TextField title;
  @FXML private DatePicker day;
  @FXML private ChoiceBox<LocalTime> time;
  @FXML private CheckBox onlyIfSilent;
  @FXML private Button add;
  @FXML private Label problem;
  @FXML private FailureBar failure;
  @FXML private ListView<TaskRow> list;
  @FXML private EmptyState empty;

  TasksController(TasksViewModel model, Tools tools, TaskWords words) {
    this.model = model;
    this.navigator = tools.navigator();
    this.looks = tools.looks();
    this.texts = tools.texts();
    this.words = words;
  }

  @FXML
  void initialize() {
    due().build(texts);
    withDone.selectedProperty().bindBidirectional(model.withDone());
    about.textProperty().bind(model.about());
    aboutBar.visibleProperty().bind(model.about().isNotEmpty());
    aboutBar.managedProperty().bind(aboutBar.visibleProperty());
    onlyIfSilent.visibleProperty().bind(model.awaited());
    onlyIfSilent.managedProperty().bind(onlyIfSilent.visibleProperty());
    problem.textProperty().bind(model.problem());
    problem.visibleProperty().bind(model.problem().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    list.setItems(model.rows());
    list.fixedCellSizeProperty().bind(looks.rowHeightProperty().multiply(LINES));
    list.setCellFactory(_ -> new TaskCell(words, texts, model::toggle, this::open));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    new ListPlace(
            texts,
            getClass(),
            new ListPlace.Nodes(list, empty, empty, failure),
            new ListPlace.Offer("tasks.empty", "tasks.first", title::requestFocus),
            new ListPlace.Offer("tasks.noneHere", "tasks.all", this::all))
        .follow(model.load());
  }

  @Override
  public Subscription onShow(Route.Tasks route) {
    title.requestFocus();
    return model.start(route.prospect());
  }

  @Override
  public Optional<ButtonBase> newButton() {
    return Optional.of(add);
  }

  @FXML
  void add() {
    model.add(title.getText(), due().value(), onlyIfSilent.isSelected(), this::added);
    title.requestFocus();
  }

  @FXML
  void all() {
    navigator.go(Route.Tasks.all());
  }

  @FXML
  void retry() {
    model.refresh();
  }

  private void added() {
    title.clear();
    onlyIfSilent.setSelected(false);
    due().reset();
  }

  private DueField due() {
    return new DueField(day, time, words.clock(), words.zone());
  }

  private void open(TaskRow row) {
    row.prospect().ifPresent(id -> navigator.go(new Route.ProspectDetail(id)));
  }

  private void pressed(KeyEvent event) {
    Optional<TaskRow> row = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    switch (event.getCode()) {
      case SPACE -> row.ifPresent(model::toggle);
      case DELETE -> row.ifPresent(model::delete);
      case ENTER -> row.ifPresent(this::open);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
