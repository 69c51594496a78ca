package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.ui.Texts;
import java.util.ResourceBundle;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A card with a letter as real people would read it, one after the other.
public final class LetterPreviewCard extends VBox {
  private final Label title = label("card-title");
  private final Button previous = step("previous", "fth-chevron-left");
  private final Button next = step("next", "fth-chevron-right");
  private final Label place = label("muted", "small");
  private final Label reader = label("muted");
  private final Label subject = label("card-title");
  private final ScrollPane scroll = new ScrollPane();
  private final Label lacking = label();
  private final HBox banner = new HBox(lacking);

  public LetterPreviewCard() {
    getStyleClass().addAll("card", "preview");
    place.setId("place");
    reader.setId("reader");
    subject.setId("previewSubject");
    lacking.setId("lackingText");
    banner.setId("lacking");
    scroll.setId("previewScroll");
    for (Label words : new Label[] {reader, subject, lacking}) {
      words.setWrapText(true);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, previous, place, next);
    head.getStyleClass().add("screen-bar");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("form-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox.setHgrow(lacking, Priority.ALWAYS);
    banner.getStyleClass().addAll("banner", "mild");
    getChildren()
        .setAll(head, reader, new Separator(Orientation.HORIZONTAL), subject, scroll, banner);
  }

  /// Shows what a preview shows from now on.
  public void follow(LetterPreview preview, Texts texts) {
    ResourceBundle words = texts.bundle(LetterPreviewCard.class);
    title.setText(words.getString("preview.title"));
    previous.setAccessibleText(words.getString("preview.previous"));
    next.setAccessibleText(words.getString("preview.next"));
    previous.setOnAction(_ -> preview.previous());
    next.setOnAction(_ -> preview.next());
    for (Button step : new Button[] {previous, next}) {
      step.visibleProperty().bind(preview.many());
    }
    place.textProperty().bind(preview.place());
    reader.textProperty().bind(preview.reader());
    subject.textProperty().bind(preview.subject());
    DocumentView body = new DocumentView(words);
    body.setId("previewBody");
    body.documentProperty().bind(preview.body());
    scroll.setContent(body);
    lacking.textProperty().bind(preview.problems());
    banner.visibleProperty().bind(preview.problems().isNotEmpty());
    banner.managedProperty().bind(banner.visibleProperty());
  }

  private static Button step(String id, String icon) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon");
    return button;
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }
}
