package com.salescopilot.desktop.editor;

import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons for what an editor can do, showing what holds at its caret. One for each editor.
public final class EditorToolbar extends FlowPane {
  private final ResourceBundle texts;

  /// A toolbar in the language of the machine.
  public EditorToolbar() {
    this(ResourceBundle.getBundle("com.salescopilot.desktop.editor.messages"));
  }

  /// A toolbar with the given words.
  public EditorToolbar(ResourceBundle texts) {
    this.texts = texts;
    getStyleClass().add("editor-toolbar");
    setAccessibleText(texts.getString("editor.toolbar"));
    getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("editor.css")).toExternalForm());
  }

  /// Takes the editor that the buttons are for.
  public void setEditor(RichEditor editor) {
    Node numbers =
        glyph(
            "M7 4h7 M7 8h7 M7 12h7 M2.2 3.2l1-.7v3.2 M2 10.4c.3-.8 1.9-.8 1.8.2 0 .7-1.8 1.3-1.8"
                + " 2.1h2");
    Node quote = glyph("M3 3v10 M7 4.5h7 M7 8h7 M7 11.5h4");
    getChildren()
        .setAll(
            toggle(
                "bold",
                icon(Feather.BOLD),
                editor,
                editor::toggleBold,
                look -> look.style().bold()),
            toggle(
                "italic",
                icon(Feather.ITALIC),
                editor,
                editor::toggleItalic,
                look -> look.style().italic()),
            toggle(
                "link",
                icon(Feather.LINK),
                editor,
                editor::editLink,
                look -> look.link().isPresent()),
            gap(),
            toggle(
                "bullets",
                icon(Feather.LIST),
                editor,
                editor::toggleBullets,
                look -> look.shape().kind() == Shape.Kind.BULLET),
            toggle(
                "numbers",
                numbers,
                editor,
                editor::toggleNumbers,
                look -> look.shape().kind() == Shape.Kind.NUMBER),
            toggle("quote", quote, editor, editor::toggleQuote, look -> look.shape().quote() > 0),
            gap(),
            field(editor),
            gap(),
            undo(editor),
            redo(editor));
  }

  private Button field(RichEditor editor) {
    Label braces = new Label("{ }");
    Button field = button("field", braces, editor::chooseField);
    field.disableProperty().bind(editor.editableProperty().not());
    return field;
  }

  private Button undo(RichEditor editor) {
    Button undo = button("undo", icon(Feather.CORNER_UP_LEFT), editor::undo);
    undo.disableProperty().bind(editor.lookProperty().map(look -> !look.canUndo()));
    return undo;
  }

  private Button redo(RichEditor editor) {
    Button redo = button("redo", icon(Feather.CORNER_UP_RIGHT), editor::redo);
    redo.disableProperty().bind(editor.lookProperty().map(look -> !look.canRedo()));
    return redo;
  }

  private ToggleButton toggle(
      String name, Node icon, RichEditor editor, Runnable command, Predicate<CaretLook> pressed) {
    ToggleButton button = dress(new ToggleButton(), name, icon);
    editor.lookProperty().addListener((_, _, look) -> button.setSelected(pressed.test(look)));
    button.setOnAction(
        _ -> {
          // the letter says what holds, not the click
          button.setSelected(pressed.test(editor.getLook()));
          editor.requestFocus();
          command.run();
        });
    button.disableProperty().bind(editor.editableProperty().not().or(editor.plainTextProperty()));
    return button;
  }

  private Button button(String name, Node icon, Runnable command) {
    Button button = dress(new Button(), name, icon);
    button.setOnAction(_ -> command.run());
    return button;
  }

  private <B extends ButtonBase> B dress(B button, String name, Node icon) {
    String title = texts.getString("editor." + name);
    button.setId("editor-" + name);
    button.setGraphic(icon);
    button.setAccessibleText(title);
    button.setTooltip(new Tooltip(title));
    return button;
  }

  private static Node icon(Feather feather) {
    return new FontIcon(feather);
  }

  /// What the icon font lacks, drawn on its grid.
  private static Node glyph(String path) {
    SVGPath glyph = new SVGPath();
    glyph.setContent(path);
    glyph.getStyleClass().add("glyph");
    return glyph;
  }

  private static Separator gap() {
    return new Separator(Orientation.VERTICAL);
  }
}
