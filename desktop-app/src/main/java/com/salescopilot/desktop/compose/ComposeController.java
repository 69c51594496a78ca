package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.EditorToolbar;
import com.salescopilot.desktop.editor.RichEditor;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.SyncMark;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Binds the composer.
final class ComposeController implements Screen<Route.Compose> {
  private final ComposeViewModel model;
  private final ComposeCommands commands;
  private final Tools tools;
  private final Navigator navigator;
  private final Texts texts;
  private final RichEditor editor;

  /// From the first key that is not kept yet: who types without a pause loses no more than others.
  private final PauseTransition soon = new PauseTransition(Duration.millis(400));

  @FXML private MenuButton drafts;
  @FXML private MenuButton templates;
  @FXML private MenuButton improve;
  @FXML private Button begin;
  @FXML private Label state;
  @FXML private Label waits;
  @FXML private HBox problem;
  @FXML private Label problemText;
  @FXML private FlowPane people;
  @FXML private TextField to;
  @FXML private TextField subject;
  @FXML private VBox letter;
  @FXML private PreviewPane preview;
  @FXML private ScorePane score;

  ComposeController(ComposeViewModel model, ComposeCommands commands, Tools tools) {
    this.model = model;
    this.commands = commands;
    this.tools = tools;
    this.navigator = tools.navigator();
    this.texts = tools.texts();
    this.editor = new RichEditor(texts.bundle(RichEditor.class));
  }

  @FXML
  void initialize() {
    new RecipientField(people, to, model, texts);
    editor.setId("editor");
    editor.setPromptText(texts.get(getClass(), "compose.prompt"));
    EditorToolbar toolbar = new EditorToolbar(texts.bundle(RichEditor.class));
    toolbar.setEditor(editor);
    VBox.setVgrow(editor, Priority.ALWAYS);
    letter.getChildren().addAll(toolbar, editor);
    subject.textProperty().bindBidirectional(model.subject());
    editor.plainTextProperty().bindBidirectional(model.plainText());
    editor.documentProperty().bindBidirectional(model.letter());
    state.textProperty().bind(model.state());
    problemText.textProperty().bind(model.problem());
    problem.visibleProperty().bind(model.problem().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    preview.follow(model, texts);
    score.follow(model.score(), texts);
    SuggestionPane suggestions = new SuggestionPane(model.suggestions(editor::replaceAll), texts);
    suggestions.fill(improve, model.letter().map(Document::isEmpty));
    letter.getChildren().add(suggestions);
    offer(drafts, List.of(), "subject", this::goOnWith); // a menu without an item does not open
    offer(templates, List.of(), "title", model::take);
    drafts.setOnShowing(
        _ -> model.shelf().begun(found -> offer(drafts, found, "subject", this::goOnWith)));
    templates.setOnShowing(
        _ -> model.shelf().templates(found -> offer(templates, found, "title", model::take)));
    soon.setOnFinished(_ -> model.save());
  }

  @Override
  public Subscription onShow(Route.Compose route) {
    model.shelf().fields(editor::setFields);
    boolean asLeft = model.isBegun() && route.isFresh();
    if (!asLeft) {
      model.open(route, this::focus);
    }
    ListChangeListener<Recipient> changed = _ -> model.save();
    model.people().addListener(changed);
    return Subscriptions.of(
        SyncMark.follow(
            waits, tools, () -> route.draft().map(id -> new RowKey(Entity.EMAIL_DRAFT, id))),
        commands.follow(this),
        Subscriptions.onChange(model.subject(), soon::play),
        Subscriptions.onChange(model.letter(), soon::play),
        () -> model.people().removeListener(changed),
        () -> {
          soon.stop();
          model.save();
        });
  }

  private void focus() {
    if (model.people().isEmpty()) {
      to.requestFocus();
    } else {
      subject.requestFocus();
    }
  }

  @FXML
  void send() {
    soon.stop();
    model.send(this::begin);
  }

  @FXML
  void begin() {
    model.open(Route.Compose.fresh(), this::focus);
  }

  @FXML
  void discard() {
    soon.stop();
    model.discard(this::begin);
  }

  @Override
  public Optional<ButtonBase> newButton() {
    return Optional.of(begin);
  }

  void pickTemplate() {
    templates.show();
  }

  void pickDraft() {
    drafts.show();
  }

  /// Shows what the next of the people will read, or the one before.
  void step(int by) {
    model.step(by);
  }

  private void goOnWith(Doc draft) {
    navigator.go(Route.Compose.on(draft.id()));
  }

  private void offer(MenuButton menu, List<Doc> found, String named, Consumer<Doc> onChoice) {
    menu.getItems().setAll(found.stream().map(row -> item(row, named, onChoice)).toList());
    if (found.isEmpty()) {
      MenuItem none = new MenuItem(texts.get(getClass(), "compose.none"));
      none.setDisable(true);
      menu.getItems().add(none);
    }
  }

  private static MenuItem item(Doc row, String named, Consumer<Doc> onChoice) {
    String title = row.text(named).filter(text -> !text.isBlank()).orElse("—");
    MenuItem item = new MenuItem(title);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> onChoice.accept(row));
    return item;
  }
}
