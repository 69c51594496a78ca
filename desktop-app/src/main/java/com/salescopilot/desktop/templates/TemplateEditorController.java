package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.editor.EditorToolbar;
import com.salescopilot.desktop.editor.FieldChoice;
import com.salescopilot.desktop.editor.LetterField;
import com.salescopilot.desktop.editor.LetterPreviewCard;
import com.salescopilot.desktop.editor.RichEditor;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.SyncMark;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WrapBar;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Binds the form of a template, new or published, and its preview.
final class TemplateEditorController implements Screen<Route> {
  private final TemplateEditorViewModel model;
  private final Navigator navigator;
  private final Texts texts;
  private boolean isNew = true;

  @FXML private Label heading;
  @FXML private Label state;
  @FXML private Label waits;
  @FXML private Button discard;
  @FXML private Button save;
  @FXML private FailureBar failure;
  @FXML private HBox form;
  @FXML private FormField titleField;
  @FXML private FormField descriptionField;
  @FXML private FormField categoryField;
  @FXML private FormField toneField;
  @FXML private FormField subjectField;
  @FXML private FormField contentField;
  @FXML private TextField title;
  @FXML private TextField description;
  @FXML private ComboBox<String> category;
  @FXML private ComboBox<String> tone;
  @FXML private MenuButton insert;
  @FXML private TextField subject;
  @FXML private VBox letter;
  @FXML private LetterPreviewCard previewCard;
  @FXML private RevisionsCard revisions;
  @FXML private EmptyState gone;
  private final Tools tools;
  private final RichEditor content;
  private final MenuButton insertLetter = new MenuButton();

  TemplateEditorController(TemplateEditorViewModel model, Tools tools) {
    this.tools = tools;
    this.model = model;
    this.navigator = tools.navigator();
    this.texts = tools.texts();
    this.content = new RichEditor(texts.bundle(RichEditor.class));
  }

  @FXML
  void initialize() {
    bind(title, titleField, "title");
    bind(description, descriptionField, "description");
    bind(category.getEditor(), categoryField, "category");
    bind(tone.getEditor(), toneField, "tone");
    bind(subject, subjectField, "subject");
    category.getItems().setAll(text("editor.categories").split("\\|"));
    tone.getItems().setAll(text("editor.tones").split("\\|"));
    SubjectCaret caret = new SubjectCaret(subject);
    writeLetter();
    model.offered().addListener(_ -> offer(caret));
    model.changed().addListener(_ -> showState());
    previewCard.follow(model.preview(), texts);
    model
        .revisions()
        .addListener(
            (ListChangeListener<RevisionRow>) _ -> revisions.show(model.revisions(), texts));
    failure.follow(model.load());
    model.load().addListener((_, _, now) -> show(now));
  }

  @Override
  public Subscription onShow(Route route) {
    Subscription open;
    if (route instanceof Route.EditTemplate(var id)) {
      isNew = false;
      open = model.open(Optional.of(id));
    } else {
      open = model.open(Optional.empty());
    }
    heading.setText(text(isNew ? "editor.newHeading" : "editor.editHeading"));
    save.setText(text(isNew ? "editor.create" : "editor.save"));
    discard.setText(text(isNew ? "editor.discard" : "editor.discardChanges"));
    showState();
    show(model.load().get());
    title.requestFocus();
    return Subscriptions.of(open, SyncMark.follow(waits, tools, () -> shown(route)));
  }

  private static Optional<RowKey> shown(Route route) {
    return route instanceof Route.EditTemplate(var id)
        ? Optional.of(new RowKey(Entity.TEMPLATE, id))
        : Optional.empty();
  }

  @FXML
  void save() {
    Map<String, Node> controls =
        Map.of(
            "title", title,
            "description", description,
            "category", category.getEditor(),
            "tone", tone.getEditor(),
            "subject", subject,
            "content", content);
    model.save(
        this::back,
        wrong -> Optional.ofNullable(controls.get(wrong)).ifPresent(Node::requestFocus));
  }

  @FXML
  void discard() {
    model.discard(title::requestFocus);
  }

  @FXML
  void back() {
    navigator.go(new Route.Templates());
  }

  @FXML
  void retry() {
    model.read();
  }

  private void bind(TextInputControl control, FormField field, String name) {
    control.textProperty().bindBidirectional(model.field(name));
    field.errorProperty().bind(model.error(name));
  }

  private void writeLetter() {
    content.setId("content");
    EditorToolbar toolbar = new EditorToolbar(texts.bundle(RichEditor.class));
    toolbar.setEditor(content);
    VBox.setVgrow(content, Priority.ALWAYS);
    insertLetter.setId("insertLetter");
    insertLetter.setText(text("editor.insert"));
    insertLetter.setMinWidth(Region.USE_PREF_SIZE);
    insertLetter.getStyleClass().addAll("flat", "small");
    WrapBar bar = new WrapBar(); // with large letters there is no room for both in a line
    bar.getChildren().addAll(toolbar, insertLetter);
    letter.getChildren().addAll(bar, content);
    contentField.errorProperty().bind(model.error("content"));
    new LetterField(content, model.field("content")).bind();
  }

  private void offer(SubjectCaret caret) {
    FieldTitles titles = new FieldTitles(texts);
    List<String> names = model.offered().get();
    InsertMenu menu = new InsertMenu(texts);
    menu.fill(insert, names, caret);
    menu.fill(insertLetter, names, InsertMenu.of(content));
    content.setFields(
        names.stream()
            .map(name -> new FieldChoice(name, titles.of(name), Optional.empty()))
            .toList());
  }

  private void showState() {
    boolean changed = model.changed().get();
    state.setText(text(isNew ? "editor.private" : "editor.unpublished"));
    state.setVisible(isNew || changed);
    discard.setDisable(!changed);
  }

  private void show(Load now) {
    boolean nothing = now instanceof Load.Empty;
    gone.setVisible(nothing);
    form.setVisible(!nothing);
    save.setDisable(nothing);
  }

  private String text(String key) {
    return texts.get(TemplateEditorController.class, key);
  }
}
