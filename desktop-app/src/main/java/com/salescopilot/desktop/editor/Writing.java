package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.editor.History.Cause;
import com.salescopilot.model.template.MergeField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.IndexRange;
import org.fxmisc.richtext.model.RichTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.reactfx.util.Either;

/// A letter being written: what the surface holds, the same as a document, and the way back. Every
/// edit, however many changes of the surface it takes, is told once.
final class Writing {
  private final LetterArea area;
  private final Consumer<Document> written;
  private final AreaContent content = new AreaContent();
  private final History history = new History();
  private Document document = Document.EMPTY;
  private List<LineMark> marks = List.of();
  private boolean editing;
  private boolean touched;

  /// @param written is told of every edit, not of what [#begin] loads
  Writing(LetterArea area, Consumer<Document> written) {
    this.area = area;
    this.written = written;
    area.setParagraphGraphicFactory(
        i -> i < marks.size() && !marks.get(i).isBlank() ? marks.get(i).draw() : null);
    area.multiRichChanges().subscribe(this::changed);
  }

  Document document() {
    return document;
  }

  History history() {
    return history;
  }

  /// Starts over with a letter.
  void begin(Document letter) {
    quietly(() -> load(letter));
    read();
    history.begin(document);
  }

  /// Runs what changes the surface as one edit.
  void edit(Runnable change) {
    if (editing) {
      change.run();
      return;
    }
    int before = area.getCaretPosition();
    if (quietly(change)) {
      tell(Cause.COMMAND, before, area.getCaretPosition());
    }
  }

  /// Shows another state of the letter, as one edit.
  void become(Document letter) {
    edit(() -> load(letter));
  }

  void insert(Document piece) {
    edit(() -> area.replaceSelection(AreaContent.of(piece.lines())));
  }

  void insert(MergeField field, int start, int end) {
    edit(
        () -> {
          TextStyle style = area.getTextStyleForInsertionAt(start);
          area.replace(start, end, Either.right(field), style);
          area.moveTo(start + 1);
        });
  }

  /// Puts words around the selection; without one, around words that stand in, which are selected
  /// then, to be written over.
  void surround(String before, String between, String after) {
    IndexRange range = area.getSelection();
    int start = range.getStart();
    int length = range.getLength() > 0 ? range.getLength() : between.length();
    edit(
        () -> {
          if (range.getLength() > 0) {
            area.insertText(range.getEnd(), after);
            area.insertText(start, before);
          } else {
            area.insertText(start, before + between + after);
          }
        });
    area.selectRange(start + before.length(), start + before.length() + length);
  }

  void restyle(UnaryOperator<TextStyle> style) {
    IndexRange range = area.getSelection();
    restyle(range.getStart(), range.getEnd(), style);
  }

  void restyle(int start, int end, UnaryOperator<TextStyle> style) {
    edit(() -> area.setStyleSpans(start, area.getStyleSpans(start, end).mapStyles(style)));
  }

  /// Shapes the lines that the selection touches.
  void reshape(UnaryOperator<List<Shape>> shapes) {
    IndexRange range = area.getSelection();
    int first = area.offsetToPosition(range.getStart(), Bias.Forward).getMajor();
    int last = area.offsetToPosition(range.getEnd(), Bias.Forward).getMajor();
    List<Shape> before =
        document.lines().subList(first, last + 1).stream().map(Line::shape).toList();
    List<Shape> after = shapes.apply(before);
    edit(() -> shape(first, after));
  }

  void undo() {
    history.undo(area.getCaretPosition()).ifPresent(this::show);
  }

  void redo() {
    history.redo(area.getCaretPosition()).ifPresent(this::show);
  }

  private void show(History.Moment moment) {
    quietly(() -> load(moment.document()));
    area.moveTo(Math.min(moment.caret(), area.getLength()));
    area.requestFollowCaret();
    read();
    written.accept(document);
  }

  /// Whether anything changed.
  private boolean quietly(Runnable change) {
    editing = true;
    touched = false;
    try {
      change.run();
    } finally {
      editing = false;
    }
    return touched;
  }

  private void changed(List<RichTextChange<Shape, Either<String, MergeField>, TextStyle>> changes) {
    if (editing) {
      touched = true;
      return;
    }
    var change = changes.getFirst();
    int start = change.getPosition();
    int inserted = change.getInserted().length();
    int removed = change.getRemoved().length();
    if (changes.size() == 1 && inserted == 1 && removed == 0) {
      tell(Cause.TYPING, start, start + 1);
      if (change.getInserted().getText().isBlank()) {
        history.seal();
      }
    } else if (changes.size() == 1 && inserted == 0 && removed == 1) {
      tell(Cause.DELETING, start + 1, start);
    } else {
      tell(Cause.COMMAND, start + removed, start + inserted);
    }
  }

  private void tell(Cause cause, int before, int after) {
    read();
    history.changed(document, cause, before, after);
    written.accept(document);
  }

  private void read() {
    document = content.read(area.getParagraphs());
    List<LineMark> before = marks;
    List<Integer> numbers = document.numbers();
    List<LineMark> now = new ArrayList<>(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      now.add(new LineMark(document.lines().get(i).shape(), numbers.get(i)));
    }
    marks = now;
    for (int i = 0; i < now.size(); i++) {
      if (i >= before.size() ? !now.get(i).isBlank() : !now.get(i).equals(before.get(i))) {
        area.recreateParagraphGraphic(i);
      }
    }
  }

  /// Replaces the lines that differ, so that the caret and the view stay where they are elsewhere.
  private void load(Document letter) {
    List<Line> from = content.read(area.getParagraphs()).lines();
    List<Line> to = letter.lines();
    int same = 0;
    int shorter = Math.min(from.size(), to.size());
    while (same < shorter && from.get(same).equals(to.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < shorter - same
        && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
      tail++;
    }
    if (same == from.size() && same == to.size()) {
      return;
    }
    if (same + tail >= shorter) {
      // lines were only added or only removed: one that stays is replaced with them
      int stays = same > 0 ? 0 : 1;
      same -= 1 - stays;
      tail -= stays;
    }
    int last = from.size() - tail - 1;
    area.replace(
        area.getAbsolutePosition(same, 0),
        area.getAbsolutePosition(last, area.getParagraphLength(last)),
        AreaContent.of(to.subList(same, to.size() - tail)));
    shape(same, to.subList(same, to.size() - tail).stream().map(Line::shape).toList());
  }

  private void shape(int first, List<Shape> shapes) {
    for (int i = 0; i < shapes.size(); i++) {
      if (!area.getParagraph(first + i).getParagraphStyle().equals(shapes.get(i))) {
        area.setParagraphStyle(first + i, shapes.get(i));
      }
    }
  }
}
