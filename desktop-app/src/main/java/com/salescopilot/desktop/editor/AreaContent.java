package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.fxmisc.richtext.model.NodeSegmentOpsBase;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.StyledSegment;
import org.fxmisc.richtext.model.TextOps;
import org.reactfx.util.Either;

/// Between documents and what the text area holds. There a blank is a blank: which ones HTML would
/// fold is the document's business.
final class AreaContent {
  static final TextOps<Either<String, MergeField>, TextStyle> SEGMENTS =
      SegmentOps.<TextStyle>styledTextOps()._or(new FieldOps(), (_, _) -> Optional.empty());

  private static final char NBSP = '\u00A0';

  /// Lines of paragraphs that were read before; those are immutable, and few change at a time.
  private IdentityHashMap<Paragraph<Shape, Either<String, MergeField>, TextStyle>, Line> known =
      new IdentityHashMap<>();

  /// A field to the area: one character that is shown as a node.
  private static final class FieldOps extends NodeSegmentOpsBase<MergeField, TextStyle> {
    FieldOps() {
      // no catalogue has such a name
      super(MergeField.named("∅"));
    }

    @Override
    public int length(MergeField field) {
      return field.equals(createEmptySeg()) ? 0 : 1;
    }
  }

  /// What the area holds.
  Document read(List<Paragraph<Shape, Either<String, MergeField>, TextStyle>> paragraphs) {
    IdentityHashMap<Paragraph<Shape, Either<String, MergeField>, TextStyle>, Line> read =
        new IdentityHashMap<>();
    List<Line> lines = new ArrayList<>(paragraphs.size());
    for (var paragraph : paragraphs) {
      Line line = known.containsKey(paragraph) ? known.get(paragraph) : line(paragraph);
      read.put(paragraph, line);
      lines.add(line);
    }
    known = read;
    return new Document(lines);
  }

  /// A piece of the area, such as its selection.
  static Document of(StyledDocument<Shape, Either<String, MergeField>, TextStyle> piece) {
    return new Document(piece.getParagraphs().stream().map(AreaContent::line).toList());
  }

  /// Lines as the area takes them.
  static StyledDocument<Shape, Either<String, MergeField>, TextStyle> of(List<Line> lines) {
    var builder =
        new ReadOnlyStyledDocumentBuilder<Shape, Either<String, MergeField>, TextStyle>(
            SEGMENTS, Shape.TEXT);
    for (Line line : lines) {
      List<StyledSegment<Either<String, MergeField>, TextStyle>> segments =
          unfolded(line).stream().map(AreaContent::segment).toList();
      builder.addParagraph(
          segments.isEmpty()
              ? List.of(new StyledSegment<>(SEGMENTS.createEmptySeg(), TextStyle.PLAIN))
              : segments,
          line.shape());
    }
    return builder.build();
  }

  private static Line line(Paragraph<Shape, Either<String, MergeField>, TextStyle> paragraph) {
    List<Inline> content = new ArrayList<>();
    for (var segment : paragraph.getStyledSegments()) {
      if (SEGMENTS.length(segment.getSegment()) > 0) {
        content.add(
            segment
                .getSegment()
                .unify(
                    text -> new Inline.Text(text, segment.getStyle()),
                    field -> new Inline.Field(field, segment.getStyle())));
      }
    }
    return new Line(paragraph.getParagraphStyle(), content);
  }

  private static StyledSegment<Either<String, MergeField>, TextStyle> segment(Inline inline) {
    return switch (inline) {
      case Inline.Text(String text, TextStyle style) ->
          new StyledSegment<>(Either.left(text), style);
      case Inline.Field(MergeField field, TextStyle style) ->
          new StyledSegment<>(Either.right(field), style);
    };
  }

  /// The content with blanks for those no-break spaces that only keep a blank from being folded.
  private static List<Inline> unfolded(Line line) {
    List<Inline> blanks = new ArrayList<>(line.content());
    blanks.replaceAll(
        inline ->
            inline instanceof Inline.Text(String text, TextStyle style)
                ? new Inline.Text(text.replace(NBSP, ' '), style)
                : inline);
    return new Line(line.shape(), blanks).equals(line) ? blanks : line.content();
  }
}
