package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.KeptField;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WrapBar;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Binds one prospect.
final class ProspectDetailController implements Screen<Route.ProspectDetail> {
  private final ProspectDetailViewModel model;
  private final Navigator navigator;
  private final Texts texts;
  private Map<String, KeptField> fields = Map.of();

  private boolean entering;

  @FXML private Label name;
  @FXML private Button write;
  @FXML private Button tasks;
  @FXML private Label waits;
  @FXML private WrapBar actions;
  @FXML private HBox content;
  @FXML private EmptyState gone;
  @FXML private TextField email;
  @FXML private TextField firstName;
  @FXML private TextField lastName;
  @FXML private TextField company;
  @FXML private TextField jobTitle;
  @FXML private Label problem;
  @FXML private VBox known;
  @FXML private Label knownOf;
  @FXML private Label knownWords;
  @FXML private Label knownSource;
  @FXML private Button takeCompany;
  @FXML private ListView<Happening> happenings;
  @FXML private Label nothing;
  @FXML private HBox twin;
  @FXML private Button erase;
  @FXML private VBox erasing;
  @FXML private Label erasingText;
  @FXML private Button eraseCancel;
  @FXML private Label twinText;

  ProspectDetailController(ProspectDetailViewModel model, Navigator navigator, Texts texts) {
    this.model = model;
    this.navigator = navigator;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    fields =
        Map.of(
            "email", kept("email", email),
            "firstName", kept("firstName", firstName),
            "lastName", kept("lastName", lastName),
            "company", kept("company", company),
            "jobTitle", kept("jobTitle", jobTitle));
    tasks
        .textProperty()
        .bind(model.openTasks().map(open -> texts.get(getClass(), "prospect.tasks", open)));
    problem.textProperty().bind(model.problem());
    problem.visibleProperty().bind(model.problem().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    known.managedProperty().bind(known.visibleProperty());
    takeCompany.managedProperty().bind(takeCompany.visibleProperty());
    model.company().addListener((_, _, now) -> showCompany(now));
    showCompany(model.company().get());
    happenings.setItems(model.happenings());
    happenings.setCellFactory(_ -> new HappeningCell(texts));
    nothing.visibleProperty().bind(Bindings.isEmpty(model.happenings()));
    twin.managedProperty().bind(twin.visibleProperty());
    erase.setVisible(model.mayErase());
    erase.managedProperty().bind(erase.visibleProperty());
    erasing.managedProperty().bind(erasing.visibleProperty());
    model.twin().addListener((_, _, now) -> showTwin(now));
    showTwin(model.twin().get());
    model.prospect().addListener((_, _, now) -> show(now));
    show(model.prospect().get());
  }

  @Override
  public Subscription onShow(Route.ProspectDetail route) {
    entering = true;
    erasing.setVisible(false);
    return model.start(route.id());
  }

  @FXML
  void write() {
    model.prospect().get().ifPresent(row -> navigator.go(Route.Compose.to(row.doc().id())));
  }

  @FXML
  void tasks() {
    model.prospect().get().ifPresent(row -> navigator.go(Route.Tasks.about(row.doc().id())));
  }

  @FXML
  void delete() {
    model.delete(navigator::back);
  }

  /// What cannot be taken back asks first, with what it does spelt out.
  @FXML
  void startErasing() {
    erasing.setVisible(true);
    eraseCancel.requestFocus();
  }

  @FXML
  void stopErasing() {
    erasing.setVisible(false);
    erase.requestFocus();
  }

  @FXML
  void eraseNow() {
    model.erase(navigator::back);
  }

  @FXML
  void merge() {
    model.merge();
  }

  @FXML
  void takeCompany() {
    model.takeCompany();
  }

  private void showCompany(Optional<KnownCompany> company) {
    known.setVisible(company.filter(each -> !each.words().isEmpty()).isPresent());
    company.ifPresent(
        each -> {
          knownOf.setText(texts.get(getClass(), "known.of", each.domain()));
          knownWords.setText(each.words());
          knownSource.setText(each.source(texts));
          takeCompany.setText(texts.get(getClass(), "known.take", each.name().orElse("")));
          takeCompany.setVisible(model.offersCompany());
        });
  }

  private void showTwin(Optional<ProspectRow> other) {
    twin.setVisible(other.isPresent());
    twinText.setText(
        other.map(row -> texts.get(getClass(), "prospect.twin", row.name())).orElse(""));
  }

  private KeptField kept(String name, TextField input) {
    return new KeptField(input, value -> model.change(name, value));
  }

  private void show(Optional<ProspectRow> prospect) {
    boolean there = prospect.isPresent();
    actions.setVisible(there);
    content.setVisible(there);
    gone.setVisible(!there);
    if (there && entering) {
      entering = false;
      write.requestFocus();
    }
    erasing.setVisible(erasing.isVisible() && there);
    erasingText.setText(
        prospect.map(row -> texts.get(getClass(), "prospect.erase.ask", row.name())).orElse(""));
    name.setText(prospect.map(ProspectRow::name).orElse(""));
    showCompany(model.company().get());
    waits.setVisible(prospect.filter(ProspectRow::waits).isPresent());
    prospect.ifPresent(row -> fields.forEach((field, kept) -> kept.show(row.text(field))));
  }
}
