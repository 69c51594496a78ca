package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.editor.DocumentView;
import com.salescopilot.desktop.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What each of the people will read, one after the other.
public final class PreviewPane extends VBox {
  private final Label name = new Label();
  private final Label subject = new Label();
  private final DocumentView letter = new DocumentView();
  private final VBox content = new VBox();
  private final Button before = new Button("", new FontIcon("fth-chevron-left"));
  private final Button after = new Button("", new FontIcon("fth-chevron-right"));

  public PreviewPane() {
    getStyleClass().addAll("card", "preview");
    name.getStyleClass().add("card-title");
    subject.getStyleClass().add("preview-subject");
    subject.setWrapText(true);
    before.getStyleClass().add("flat");
    after.getStyleClass().add("flat");
    before.setId("previewBefore");
    after.setId("previewAfter");
    content.getStyleClass().add("preview-content");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(name, space, before, after);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  void follow(ComposeViewModel model, Texts texts) {
    before.setAccessibleText(texts.get(getClass(), "compose.before"));
    after.setAccessibleText(texts.get(getClass(), "compose.after"));
    before.setOnAction(_ -> model.step(-1));
    after.setOnAction(_ -> model.step(1));
    model.preview().addListener((_, _, now) -> show(now, texts));
    show(model.preview().get(), texts);
  }

  private void show(Preview now, Texts texts) {
    switch (now) {
      case Preview.Nobody _ -> {
        head(texts.get(getClass(), "compose.preview"), 0);
        content.getChildren().setAll(words(texts.get(getClass(), "compose.previewEmpty"), "muted"));
      }
      case Preview.Finished(var reader, int place, int of, String title, var text) -> {
        head(texts.get(getClass(), "compose.reads", reader, place, of), of);
        subject.setText(title);
        letter.setDocument(text);
        content.getChildren().setAll(subject, letter);
      }
      case Preview.Incomplete(var reader, int place, int of, var problems) -> {
        head(texts.get(getClass(), "compose.reads", reader, place, of), of);
        content
            .getChildren()
            .setAll(problems.stream().map(problem -> words(problem, "field-error")).toList());
      }
    }
  }

  private void head(String words, int of) {
    name.setText(words);
    before.setVisible(of > 1);
    after.setVisible(of > 1);
  }

  private static Node words(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
