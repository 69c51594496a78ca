package com.salescopilot.desktop.imports;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.NumberCard;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.csv.Delimiter;
import com.salescopilot.model.csv.Encoding;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ImportPreview;
import com.salescopilot.model.csv.ImportPreview.Fate;
import com.salescopilot.model.csv.ImportPreview.Sample;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Binds the page that imports a file.
final class ImportController implements Screen<Route.ImportProspects> {
  private final ImportViewModel model;
  private final Navigator navigator;
  private final Texts texts;

  @FXML private VBox root;
  @FXML private VBox drop;
  @FXML private Button choose;
  @FXML private FailureBar failure;
  @FXML private HBox running;
  @FXML private Label runningText;
  @FXML private ProgressBar progress;
  @FXML private HBox finished;
  @FXML private Label finishedText;
  @FXML private Button undo;
  @FXML private VBox look;
  @FXML private Label file;
  @FXML private ComboBox<Encoding> encoding;
  @FXML private ComboBox<Delimiter> delimiter;
  @FXML private ComboBox<ImportMode> mode;
  @FXML private GridPane mapping;
  @FXML private NumberCard create;
  @FXML private NumberCard update;
  @FXML private NumberCard unchanged;
  @FXML private NumberCard duplicate;
  @FXML private NumberCard invalid;
  @FXML private TableView<Sample> table;
  @FXML private Button saveErrors;
  @FXML private Button begin;

  ImportController(ImportViewModel model, Tools tools) {
    this.model = model;
    this.navigator = tools.navigator();
    this.texts = tools.texts();
  }

  @FXML
  void initialize() {
    choices(encoding, Encoding.values(), Encoding::label);
    choices(delimiter, Delimiter.values(), each -> text("delimiter." + each.name()));
    choices(mode, ImportMode.values(), each -> text("mode." + each.name()));
    encoding.valueProperty().bindBidirectional(model.encoding());
    delimiter.valueProperty().bindBidirectional(model.delimiter());
    mode.valueProperty().bindBidirectional(model.mode());
    file.textProperty().bind(model.name());
    failure.textProperty().bind(model.problem());
    look.visibleProperty().bind(model.name().isNotEmpty());
    drop.visibleProperty().bind(model.name().isEmpty());
    for (var node : List.of(running, finished, look, drop)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    SampleColumns.build(table, texts);
    root.addEventHandler(DragEvent.DRAG_OVER, this::over);
    root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  @Override
  public Subscription onShow(Route.ImportProspects route) {
    choose.requestFocus();
    showColumns();
    showPreview();
    showState();
    InvalidationListener changed = _ -> showColumns();
    model.columns().addListener(changed);
    return Subscriptions.of(
        Subscriptions.onChange(model.preview(), this::showPreview),
        Subscriptions.onChange(model.importing().state(), this::showState),
        () -> model.columns().removeListener(changed));
  }

  private void showColumns() {
    mapping.getChildren().clear();
    for (ImportViewModel.Column column : model.columns()) {
      Label name = new Label(column.name());
      Label sample = new Label(column.sample());
      sample.getStyleClass().add("muted");
      GridPane.setHgrow(sample, Priority.ALWAYS);
      mapping.addRow(
          column.index(),
          name,
          TargetChoice.of(column, texts, target -> model.assign(column.index(), target)),
          sample);
    }
  }

  private NumberCard card(Fate fate) {
    return switch (fate) {
      case CREATE -> create;
      case UPDATE -> update;
      case UNCHANGED -> unchanged;
      case DUPLICATE -> duplicate;
      case INVALID -> invalid;
    };
  }

  private void showPreview() {
    Optional<ImportPreview> found = model.preview().get();
    for (Fate fate : Fate.values()) {
      card(fate).show(found.map(p -> text("import.count", p.count(fate))).orElse("–"), "", "");
    }
    table.getItems().setAll(found.map(ImportPreview::sample).orElse(List.of()));
    int people = found.map(p -> p.rows().rows().size()).orElse(0);
    begin.setText(text("import.begin", people));
    begin.setDisable(people == 0);
    saveErrors.setVisible(found.filter(p -> p.count(Fate.INVALID) > 0).isPresent());
  }

  private void showState() {
    Importing.State state = model.importing().state().get();
    running.setVisible(state instanceof Importing.State.Running);
    finished.setVisible(state instanceof Importing.State.Finished);
    switch (state) {
      case Importing.State.Idle _ -> {}
      case Importing.State.Running(String name, double share) -> {
        runningText.setText(text("import.running", name));
        progress.setProgress(share);
      }
      case Importing.State.Finished(Portions.Done done) -> {
        undo.setVisible(!done.undone());
        finishedText.setText(
            done.undone()
                ? text("import.undoneOf", done.file(), done.kept())
                : text("import.done", done.file(), done.created(), done.updated()));
      }
    }
  }

  @FXML
  void choose() {
    model.choose();
  }

  @FXML
  void begin() {
    model.begin();
  }

  @FXML
  void forget() {
    model.forget();
    choose.requestFocus();
  }

  @FXML
  void saveErrors() {
    model.saveErrors();
  }

  @FXML
  void undo() {
    if (model.importing().state().get() instanceof Importing.State.Finished(Portions.Done done)) {
      model.importing().undo(done);
    }
  }

  @FXML
  void export() {
    model.export();
  }

  @FXML
  void toProspects() {
    navigator.go(new Route.Prospects());
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      model.take(files.getFirst().toPath());
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private <T> void choices(ComboBox<T> box, T[] values, Function<T, String> words) {
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            return box.getValue();
          }
        });
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
