package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.editor.Shape.Kind;
import com.salescopilot.model.template.MergeField;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// Where a letter is written: text with bold, italic, lists, links and quotes, and merge fields
/// that are one character to the caret. `{{` offers the fields.
public final class RichEditor extends VBox {
  private static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");

  private final ObjectProperty<Document> document =
      new SimpleObjectProperty<>(this, "document", Document.EMPTY);
  private final ObjectProperty<List<FieldChoice>> fields =
      new SimpleObjectProperty<>(this, "fields", List.of());
  private final BooleanProperty plainText = new SimpleBooleanProperty(this, "plainText", false);
  private final ReadOnlyObjectWrapper<CaretLook> look =
      new ReadOnlyObjectWrapper<>(this, "look", CaretLook.INITIAL);
  private final ResourceBundle texts;
  private final LetterArea area;
  private final Writing writing;
  private final Questions questions;
  private final FieldCompletion completion;
  private final Label prompt = new Label();
  private final Label notice = new Label();

  private final PlainMode plainMode = new PlainMode();

  /// An editor in the language of the machine.
  public RichEditor() {
    this(ResourceBundle.getBundle("com.salescopilot.desktop.editor.messages"));
  }

  /// An editor with the given words.
  public RichEditor(ResourceBundle texts) {
    this.texts = texts;
    area = new LetterArea(this::chip, field -> FieldChip.title(field, getFields()), this::paste);
    setAccessibleText(texts.getString("editor.letter"));
    writing = new Writing(area, this::written);
    questions = new Questions(area, texts);
    getStyleClass().add("rich-editor");
    // the surface asks for its style before the scene's root has any, where no colour is known
    sceneProperty().subscribe(scene -> wear(scene != null));
    notice.getStyleClass().add("editor-notice");
    notice.setWrapText(true);
    say("");
    prompt.getStyleClass().add("editor-prompt");
    area.setPlaceholder(prompt, Pos.TOP_LEFT); // where the first letter will stand
    area.accessibleTextProperty().bind(accessibleTextProperty());
    VirtualizedScrollPane<LetterArea> scroll = new VirtualizedScrollPane<>(area);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, notice);
    document.addListener((_, _, letter) -> open(letter));
    plainText.addListener((_, _, is) -> switchMode(is));
    area.selectionProperty().addListener(_ -> caretMoved());
    completion = new FieldCompletion(area, fields, writing, texts);
    EditorKeys.install(area, this, completion);
  }

  /// The letter. Changes once an edit; setting another one starts over with it.
  public ObjectProperty<Document> documentProperty() {
    return document;
  }

  public Document getDocument() {
    return document.get();
  }

  public void setDocument(Document letter) {
    document.set(letter);
  }

  /// The fields that are offered; another one in the letter is marked as unknown.
  public ObjectProperty<List<FieldChoice>> fieldsProperty() {
    return fields;
  }

  public List<FieldChoice> getFields() {
    return fields.get();
  }

  public void setFields(List<FieldChoice> choices) {
    fields.set(List.copyOf(choices));
  }

  /// Whether the letter can be changed.
  public BooleanProperty editableProperty() {
    return area.editableProperty();
  }

  public boolean isEditable() {
    return area.isEditable();
  }

  public void setEditable(boolean editable) {
    area.setEditable(editable);
  }

  /// Whether the letter is lines of text and fields only. Formatting that this takes away comes
  /// back with it, unless the letter was changed meanwhile.
  public BooleanProperty plainTextProperty() {
    return plainText;
  }

  public boolean isPlainText() {
    return plainText.get();
  }

  public void setPlainText(boolean plainText) {
    this.plainText.set(plainText);
  }

  /// What an empty letter shows.
  public StringProperty promptTextProperty() {
    return prompt.textProperty();
  }

  public String getPromptText() {
    return prompt.getText();
  }

  public void setPromptText(String text) {
    prompt.setText(text);
  }

  /// What a toolbar shows as pressed.
  public ReadOnlyObjectProperty<CaretLook> lookProperty() {
    return look.getReadOnlyProperty();
  }

  public CaretLook getLook() {
    return look.get();
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  public void toggleBold() {
    restyle(getLook().style().bold() ? TextStyle::notBold : TextStyle::asBold);
  }

  public void toggleItalic() {
    restyle(getLook().style().italic() ? TextStyle::notItalic : TextStyle::asItalic);
  }

  public void toggleBullets() {
    reshape(lines -> Shapes.toggle(Kind.BULLET, lines));
  }

  public void toggleNumbers() {
    reshape(lines -> Shapes.toggle(Kind.NUMBER, lines));
  }

  public void toggleQuote() {
    reshape(Shapes::toggleQuote);
  }

  public void indent() {
    reshape(lines -> Shapes.indent(1, lines));
  }

  public void outdent() {
    reshape(lines -> Shapes.indent(-1, lines));
  }

  /// One step towards plain text for the caret's line: less deep, no item, no quote.
  public void plainer() {
    reshape(lines -> lines.stream().map(Shapes::plainer).toList());
  }

  /// Asks where the selection, or the link at the caret, should lead.
  public void editLink() {
    if (canFormat()) {
      questions.link(look.get().link(), this::link);
    }
  }

  /// Makes the selection, or the link at the caret, lead somewhere; else inserts the address.
  public void link(Link link) {
    IndexRange range = linkRange();
    if (!canFormat()) {
      return;
    }
    if (range.getLength() > 0) {
      writing.restyle(range.getStart(), range.getEnd(), style -> style.linkedTo(link));
    } else {
      TextStyle style = look.get().style().linkedTo(link);
      Inline shown = new Inline.Text(link.host(), style);
      writing.insert(new Document(List.of(new Line(Shape.TEXT, List.of(shown)))));
    }
  }

  /// Takes the link of the selection or at the caret away.
  public void unlink() {
    IndexRange range = linkRange();
    if (canFormat() && range.getLength() > 0) {
      writing.restyle(range.getStart(), range.getEnd(), TextStyle::unlinked);
    }
  }

  /// Begins a field at the caret, and with it the list of fields.
  public void chooseField() {
    if (isEditable()) {
      requestFocus();
      area.replaceSelection("{{");
    }
  }

  /// Puts a field in the place of the selection.
  public void insertField(MergeField field) {
    IndexRange selection = area.getSelection();
    writing.insert(field, selection.getStart(), selection.getEnd());
  }

  /// Puts words around the selection, such as a condition; without one, around what stands between.
  public void surround(String before, String between, String after) {
    requestFocus();
    writing.surround(before, between, after);
  }

  /// Asks for the words that stand in when the field at the caret is empty.
  public void editField() {
    if (isEditable()) {
      area.fieldAtCaret().ifPresent(this::askFallback);
    }
  }

  /// Puts a piece of a letter in the place of the selection, such as a template's content.
  public void insert(Document piece) {
    writing.insert(isPlainText() ? PlainMode.of(piece) : piece);
  }

  /// Makes the letter another one in one step that undo takes back.
  public void replaceAll(Document letter) {
    writing.become(isPlainText() ? PlainMode.of(letter) : letter);
  }

  public void undo() {
    if (isEditable()) {
      writing.undo();
    }
  }

  public void redo() {
    if (isEditable()) {
      writing.redo();
    }
  }

  /// Takes what the clipboard holds: formatted text cleaned, or plain text. An address makes the
  /// selection a link.
  public void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    String text = Objects.requireNonNullElse(clipboard.getString(), "");
    if (!isEditable()) {
      return;
    }
    if (canFormat() && area.getSelection().getLength() > 0 && Link.of(text).isPresent()) {
      Link.of(text).ifPresent(this::link);
    } else if (clipboard.hasHtml() && !isPlainText()) {
      take(HtmlCodec.read(clipboard.getHtml()));
    } else {
      take(Reading.ofText(text));
    }
  }

  private void take(Reading reading) {
    Reading fitting = reading.forLetter();
    writing.insert(fitting.document());
    say(fitting.cut() ? texts.getString("editor.cut") : "");
  }

  FieldCompletion completion() {
    return completion;
  }

  Questions questions() {
    return questions;
  }

  private FieldChip chip(MergeField field) {
    FieldChip chip = new FieldChip(field, fields);
    chip.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            editField();
          }
        });
    return chip;
  }

  private void askFallback(int position) {
    MergeField field = area.field(position);
    questions.fallback(
        field,
        FieldChip.title(field, getFields()),
        changed -> writing.insert(changed, position, position + 1));
  }

  private boolean canFormat() {
    return isEditable() && !isPlainText();
  }

  private void restyle(UnaryOperator<TextStyle> style) {
    if (!canFormat()) {
      return;
    }
    if (area.getSelection().getLength() > 0) {
      writing.restyle(style);
    } else {
      area.setTextInsertionStyle(style.apply(getLook().style()));
    }
    look();
  }

  private void reshape(UnaryOperator<List<Shape>> shapes) {
    if (canFormat()) {
      writing.reshape(shapes);
    }
  }

  private IndexRange linkRange() {
    IndexRange selection = area.getSelection();
    return selection.getLength() > 0 || look.get().link().isEmpty()
        ? selection
        : area.linkAround(area.getCaretPosition());
  }

  private void open(Document letter) {
    if (!letter.equals(writing.document())) {
      writing.begin(isPlainText() ? PlainMode.of(letter) : letter);
      document.set(writing.document());
    }
    look();
  }

  private void written(Document letter) {
    say("");
    area.setTextInsertionStyle(null);
    document.set(letter);
    caretMoved();
  }

  private void caretMoved() {
    area.setTextInsertionStyle(area.styleBeyondLink().orElse(null));
    look();
  }

  private void look() {
    IndexRange selection = area.getSelection();
    TextStyle style =
        selection.getLength() > 0
            ? area.getStyleOfChar(selection.getStart())
            : area.getTextStyleForInsertionAt(selection.getStart());
    Shape shape = area.getParagraph(area.getCurrentParagraph()).getParagraphStyle();
    History history = writing.history();
    look.set(new CaretLook(style, shape, history.canUndo(), history.canRedo()));
  }

  private void switchMode(boolean toPlain) {
    pseudoClassStateChanged(PLAIN, toPlain);
    setDocument(toPlain ? plainMode.enter(getDocument()) : plainMode.leave(getDocument()));
  }

  private void wear(boolean shown) {
    String sheet =
        Objects.requireNonNull(RichEditor.class.getResource("editor.css")).toExternalForm();
    if (shown && !getStylesheets().contains(sheet)) {
      getStylesheets().add(sheet);
    }
  }

  private void say(String words) {
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    notice.setManaged(!words.isEmpty());
  }
}
