package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import java.text.Bidi;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Shows a letter: a preview for one person, or a mail as it was sent. Native nodes only, nothing
/// is loaded, and behind a link stands its host.
public final class DocumentView extends VBox {
  private final ObjectProperty<Document> document =
      new SimpleObjectProperty<>(this, "document", Document.EMPTY);
  private final ObjectProperty<Optional<Function<MergeField, FieldShown>>> values =
      new SimpleObjectProperty<>(this, "values", Optional.empty());
  private final ObjectProperty<Consumer<Link>> onLink =
      new SimpleObjectProperty<>(this, "onLink", _ -> {});
  private final ResourceBundle texts;

  /// A view in the language of the machine.
  public DocumentView() {
    this(ResourceBundle.getBundle("com.salescopilot.desktop.editor.messages"));
  }

  /// A view with the given words.
  public DocumentView(ResourceBundle texts) {
    this.texts = texts;
    getStyleClass().add("document-view");
    getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("editor.css")).toExternalForm());
    setAccessibleRole(AccessibleRole.PARENT);
    document.addListener(_ -> draw());
    values.addListener(_ -> draw());
  }

  /// The letter.
  public ObjectProperty<Document> documentProperty() {
    return document;
  }

  public Document getDocument() {
    return document.get();
  }

  public void setDocument(Document letter) {
    document.set(letter);
  }

  /// What the fields become. Without it the text is shown as it is, as that of a sent mail, in
  /// which braces are braces.
  public ObjectProperty<Optional<Function<MergeField, FieldShown>>> valuesProperty() {
    return values;
  }

  public void setValues(Function<MergeField, FieldShown> shown) {
    values.set(Optional.of(shown));
  }

  /// Who opens a link; nobody unless set.
  public ObjectProperty<Consumer<Link>> onLinkProperty() {
    return onLink;
  }

  public void setOnLink(Consumer<Link> opens) {
    onLink.set(opens);
  }

  private void draw() {
    List<Integer> numbers = getDocument().numbers();
    List<Node> lines = new ArrayList<>(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      Line line = getDocument().lines().get(i);
      lines.add(draw(line, new LineMark(line.shape(), numbers.get(i))));
    }
    getChildren().setAll(lines);
  }

  private Node draw(Line line, LineMark mark) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("text-flow");
    if (line.shape().quote() > 0) {
      flow.getStyleClass().add("quoted");
    }
    Optional<Link> link = Optional.empty();
    StringBuilder shown = new StringBuilder();
    for (Inline inline : line.content()) {
      if (!inline.style().link().equals(link)) {
        link.ifPresent(ended -> host(ended, shown.toString(), flow));
        shown.setLength(0);
        link = inline.style().link();
      }
      List<Text> texts = draw(inline);
      texts.forEach(text -> shown.append(text.getText()));
      flow.getChildren().addAll(texts);
    }
    link.ifPresent(ended -> host(ended, shown.toString(), flow));
    if (line.isEmpty()) {
      // as high as a line with text
      flow.getChildren().add(new Text(" "));
    }
    if (mark.isBlank()) {
      return flow;
    }
    HBox.setHgrow(flow, Priority.ALWAYS);
    return new HBox(mark.draw(), flow);
  }

  private List<Text> draw(Inline inline) {
    List<Text> texts =
        switch (inline) {
          case Inline.Text(String words, TextStyle _) ->
              plain(values.get().isPresent() ? words.replace("\\{{", "{{") : words);
          case Inline.Field(MergeField field, TextStyle _) ->
              values
                  .get()
                  .map(shown -> draw(field, shown.apply(field)))
                  .orElseGet(() -> plain(field.source()));
        };
    texts.forEach(text -> dress(text, inline.style()));
    return texts;
  }

  private void dress(Text text, TextStyle style) {
    text.getStyleClass().add("text");
    if (style.bold()) {
      text.getStyleClass().add("bold");
    }
    if (style.italic()) {
      text.getStyleClass().add("italic");
    }
    style
        .link()
        .ifPresent(
            link -> {
              text.getStyleClass().add("link");
              text.setOnMouseClicked(_ -> onLink.get().accept(link));
            });
  }

  private List<Text> draw(MergeField field, FieldShown shown) {
    return switch (shown) {
      case FieldShown.Value(String value) -> plain(value);
      case FieldShown.Fallback(String words) ->
          List.of(
              marked(
                  words,
                  "fallback",
                  MessageFormat.format(
                      texts.getString("editor.field.fallback.used"), field.name())));
      case FieldShown.Missing(String reason) ->
          List.of(marked("⟦" + field.name() + "⟧", "missing", reason));
    };
  }

  /// Words that run to the left are drawn one by one: JavaFX 25 fails on a line of them that it has
  /// to break inside a text (`PrismTextLayout.computeTrailingSpaceWidth`), not between two.
  private static List<Text> plain(String words) {
    return Bidi.requiresBidi(words.toCharArray(), 0, words.length())
        ? Stream.of(words.splitWithDelimiters("\\s+", -1)).map(Text::new).toList()
        : List.of(new Text(words));
  }

  private static Text marked(String words, String mark, String reason) {
    Text text = new Text(words);
    text.getStyleClass().add(mark);
    Tooltip.install(text, new Tooltip(reason));
    text.setAccessibleHelp(reason);
    return text;
  }

  /// Words can pretend to be another address, so the host is left out only if it stands there.
  private static void host(Link link, String shown, TextFlow flow) {
    String host = link.host();
    if (!shown.strip().equals(link.target()) && !shown.strip().equals(host)) {
      Text text = new Text(" (" + host + ")");
      text.getStyleClass().addAll("text", "host");
      flow.getChildren().add(text);
    }
  }
}
