package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.template.MergeField;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the form of a template, new or published, and its preview.
final class TemplateEditorController implements Screen<Route> {
  private final TemplateEditorViewModel model;
  private final Navigator navigator;
  private final Texts texts;
  private boolean isNew = true;

  @FXML private Label heading;
  @FXML private Label state;
  @FXML private Button discard;
  @FXML private Button save;
  @FXML private HBox failure;
  @FXML private Label failureText;
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
  @FXML private TextArea content;
  @FXML private Button previous;
  @FXML private Button next;
  @FXML private Label place;
  @FXML private Label reader;
  @FXML private Label previewSubject;
  @FXML private Label previewBody;
  @FXML private HBox lacking;
  @FXML private Label lackingText;
  @FXML private EmptyState gone;
  private TextInputControl letterPart = new TextField();
  private int caret;

  TemplateEditorController(TemplateEditorViewModel model, Navigator navigator, Texts texts) {
    this.model = model;
    this.navigator = navigator;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    bind(title, titleField, "title");
    bind(description, descriptionField, "description");
    bind(category.getEditor(), categoryField, "category");
    bind(tone.getEditor(), toneField, "tone");
    bind(subject, subjectField, "subject");
    bind(content, contentField, "content");
    category.getItems().setAll(text("editor.categories").split("\\|"));
    tone.getItems().setAll(text("editor.tones").split("\\|"));
    VBox.setVgrow(content, Priority.ALWAYS);
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveWithTab);
    letterPart = content;
    follow(subject);
    follow(content);
    model.offered().addListener(_ -> offer());
    model.changed().addListener(_ -> showState());
    preview(model.preview());
    failure.managedProperty().bind(failure.visibleProperty());
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
    return open;
  }

  @FXML
  void save() {
    Map<String, TextInputControl> controls =
        Map.of(
            "title", title,
            "description", description,
            "category", category.getEditor(),
            "tone", tone.getEditor(),
            "subject", subject,
            "content", content);
    model.save(
        this::back,
        wrong ->
            Optional.ofNullable(controls.get(wrong)).ifPresent(TextInputControl::requestFocus));
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

  @FXML
  void previous() {
    model.preview().previous();
  }

  @FXML
  void next() {
    model.preview().next();
  }

  private void bind(TextInputControl control, FormField field, String name) {
    control.textProperty().bindBidirectional(model.field(name));
    field.errorProperty().bind(model.error(name));
  }

  private void preview(PreviewViewModel preview) {
    previous.setGraphic(new FontIcon("fth-chevron-left"));
    next.setGraphic(new FontIcon("fth-chevron-right"));
    for (Button step : new Button[] {previous, next}) {
      step.visibleProperty().bind(preview.many());
    }
    place.textProperty().bind(preview.place());
    reader.textProperty().bind(preview.reader());
    previewSubject.textProperty().bind(preview.subject());
    previewBody.textProperty().bind(preview.body());
    lackingText.textProperty().bind(preview.problems());
    lacking.visibleProperty().bind(preview.problems().isNotEmpty());
    lacking.managedProperty().bind(lacking.visibleProperty());
  }

  private void offer() {
    FieldTitles titles = new FieldTitles(texts);
    insert
        .getItems()
        .setAll(
            model.offered().get().stream()
                .map(
                    name -> {
                      MenuItem item = new MenuItem(titles.of(name));
                      item.setOnAction(_ -> insert(name));
                      return item;
                    })
                .toList());
  }

  private void insert(String field) {
    int at = Math.min(caret, letterPart.getLength());
    String source = MergeField.named(field).source();
    letterPart.insertText(at, source);
    letterPart.requestFocus();
    letterPart.selectRange(at + source.length(), at + source.length());
  }

  /// Remembers where one was writing: a field of the window forgets it when the focus leaves.
  private void follow(TextInputControl part) {
    part.caretPositionProperty()
        .addListener(
            (_, _, now) -> {
              if (part.isFocused()) {
                letterPart = part;
                caret = now.intValue();
              }
            });
    part.focusedProperty()
        .addListener(
            (_, _, in) -> {
              if (in) {
                letterPart = part;
                caret = part.getCaretPosition();
              }
            });
  }

  /// The key leads on, as everywhere; a letter has no use for a tab.
  private void leaveWithTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
      event.consume();
      content.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  private void showState() {
    boolean changed = model.changed().get();
    state.setText(text(isNew ? "editor.private" : "editor.unpublished"));
    state.setVisible(isNew || changed);
    discard.setDisable(!changed);
  }

  private void show(Load now) {
    failure.setVisible(now instanceof Load.Failed);
    if (now instanceof Load.Failed(String why)) {
      failureText.setText(why);
    }
    boolean nothing = now instanceof Load.Empty;
    gone.setVisible(nothing);
    form.setVisible(!nothing);
    save.setDisable(nothing);
  }

  private String text(String key) {
    return texts.get(TemplateEditorController.class, key);
  }
}
