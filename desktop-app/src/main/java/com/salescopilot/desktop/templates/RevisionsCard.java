package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.stats.MailCounts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What each revision of a template brought, the newest first. Not there while none was used.
public final class RevisionsCard extends VBox {
  private final Label title = new Label();
  private final VBox rows = new VBox();

  public RevisionsCard() {
    getStyleClass().addAll("card", "revisions");
    title.getStyleClass().add("card-title");
    rows.getStyleClass().add("section-box");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    getChildren().setAll(title, scroll);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(List<RevisionRow> revisions, Texts texts) {
    title.setText(texts.get(RevisionsCard.class, "revisions.title"));
    rows.getChildren().setAll(revisions.stream().map(row -> line(row, texts)).toList());
    setVisible(!revisions.isEmpty());
  }

  private static VBox line(RevisionRow row, Texts texts) {
    VBox line = new VBox(label(name(row, texts), "field-name"));
    brought(row.mails(), texts)
        .forEach(words -> line.getChildren().add(label(words, "muted", "small")));
    line.getStyleClass().add("revision");
    return line;
  }

  private static Label label(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private static String name(RevisionRow row, Texts texts) {
    if (row.revision() == 0) {
      return texts.get(RevisionsCard.class, "revisions.unknown");
    }
    return texts.get(
        RevisionsCard.class, row.current() ? "revisions.now" : "revisions.past", row.revision());
  }

  private static List<String> brought(MailCounts mails, Texts texts) {
    if (mails.sent() == 0) {
      return List.of(texts.get(RevisionsCard.class, "revisions.unused"));
    }
    String untracked = texts.get(RevisionsCard.class, "templates.untracked");
    return List.of(
        texts.get(RevisionsCard.class, "revisions.sent", mails.sent()),
        texts.get(
            RevisionsCard.class,
            "revisions.opened",
            RateWords.of(mails.openRate(), texts, untracked)),
        texts.get(
            RevisionsCard.class, "revisions.replied", RateWords.of(mails.replyRate(), texts, "–")));
  }
}
