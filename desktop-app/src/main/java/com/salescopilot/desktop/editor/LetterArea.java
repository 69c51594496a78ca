package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.TextExt;
import org.fxmisc.richtext.model.StyledSegment;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;
import org.reactfx.util.Either;

/// The surface of the editor: paragraphs with a [Shape], of text and fields with a [TextStyle].
/// What it copies and takes from the clipboard is HTML and plain text.
final class LetterArea extends GenericStyledArea<Shape, Either<String, MergeField>, TextStyle> {
  private final Function<MergeField, String> spoken;
  private final Runnable paste;

  /// @param chip draws a field
  /// @param spoken names a field
  /// @param paste takes what the clipboard holds
  LetterArea(Function<MergeField, Node> chip, Function<MergeField, String> spoken, Runnable paste) {
    super(
        Shape.TEXT,
        LetterArea::dress,
        TextStyle.PLAIN,
        AreaContent.SEGMENTS,
        segment -> node(segment, chip));
    this.spoken = spoken;
    this.paste = paste;
    setWrapText(true);
    // ours goes by documents, not by changes of the surface
    setUndoManager(UndoUtils.noOpUndoManager());
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    // a screen reader asks again; the library tells it nothing
    textProperty().addListener(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    selectionProperty()
        .addListener(
            _ -> {
              notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
              notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
              notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET);
            });
  }

  private static void dress(TextFlow flow, Shape shape) {
    flow.getStyleClass().remove("quoted");
    if (shape.quote() > 0) {
      flow.getStyleClass().add("quoted");
    }
  }

  private static Node node(
      StyledSegment<Either<String, MergeField>, TextStyle> segment,
      Function<MergeField, Node> chip) {
    Node node = segment.getSegment().unify(LetterArea::text, chip);
    TextStyle style = segment.getStyle();
    if (style.bold()) {
      node.getStyleClass().add("bold");
    }
    if (style.italic()) {
      node.getStyleClass().add("italic");
    }
    style.link().ifPresent(_ -> node.getStyleClass().add("link"));
    return node;
  }

  private static Node text(String words) {
    Node text = new TextExt(words);
    text.getStyleClass().add("text");
    return text;
  }

  @Override
  public void copy() {
    IndexRange selection = getSelection();
    if (selection.getLength() > 0) {
      Document piece = AreaContent.of(subDocument(selection));
      Clipboard.getSystemClipboard()
          .setContent(
              Map.of(
                  DataFormat.HTML, HtmlCodec.write(piece),
                  DataFormat.PLAIN_TEXT, TextCodec.write(piece)));
    }
  }

  @Override
  public void cut() {
    copy();
    replaceSelection("");
  }

  @Override
  public void paste() {
    paste.run();
  }

  /// Where the line of the caret begins in the whole text.
  int lineStart() {
    // not by the column, which is told later than the position
    int line = offsetToPosition(getCaretPosition(), Bias.Forward).getMajor();
    return getAbsolutePosition(line, 0);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> spokenTo(getLength());
      case EDITABLE -> isEditable();
      case SELECTION_START -> spokenTo(getSelection().getStart()).length();
      case SELECTION_END -> spokenTo(getSelection().getEnd()).length();
      case CARET_OFFSET -> spokenTo(getCaretPosition()).length();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  /// The text up to a place, with the names of its fields.
  private String spokenTo(int end) {
    StringBuilder text = new StringBuilder();
    var paragraphs = subDocument(0, end).getParagraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      text.append(i > 0 ? "\n" : "");
      for (var segment : paragraphs.get(i).getSegments()) {
        text.append(segment.unify(words -> words, this::named));
      }
    }
    return text.toString();
  }

  private String named(MergeField field) {
    return AreaContent.SEGMENTS.length(Either.right(field)) == 0 ? "" : spoken.apply(field);
  }

  /// The field that touches the caret, if one does.
  Optional<Integer> fieldAtCaret() {
    int caret = getCaretPosition();
    if (isField(caret - 1)) {
      return Optional.of(caret - 1);
    }
    return isField(caret) ? Optional.of(caret) : Optional.empty();
  }

  private boolean isField(int position) {
    return position >= 0
        && position < getLength()
        && getText(position, position + 1).charAt(0) == Tidy.FIELD;
  }

  /// The field at a place that [#fieldAtCaret()] named.
  MergeField field(int position) {
    return AreaContent.of(subDocument(position, position + 1)).fields().findFirst().orElseThrow();
  }

  /// How text goes on behind a link: without it. Empty elsewhere, where text goes on as it is.
  Optional<TextStyle> styleBeyondLink() {
    int caret = getCaretPosition();
    Optional<Link> before = linkAt(caret - 1);
    return before.isPresent() && !linkAt(caret).equals(before)
        ? Optional.of(getStyleOfChar(caret - 1).unlinked())
        : Optional.empty();
  }

  /// The link that touches a place, as far as it reaches.
  IndexRange linkAround(int position) {
    Optional<Link> link = linkAt(position - 1).or(() -> linkAt(position));
    int start = position;
    int end = position;
    while (link.isPresent() && linkAt(start - 1).equals(link)) {
      start--;
    }
    while (link.isPresent() && linkAt(end).equals(link)) {
      end++;
    }
    return new IndexRange(start, end);
  }

  private Optional<Link> linkAt(int position) {
    boolean isCharacter =
        position >= 0 && position < getLength() && !getText(position, position + 1).equals("\n");
    return isCharacter ? getStyleOfChar(position).link() : Optional.empty();
  }
}
