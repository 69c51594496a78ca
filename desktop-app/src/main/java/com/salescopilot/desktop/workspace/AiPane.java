package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.remote.Team.AiPolicy;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What engines elsewhere may learn of the workspace's letters. Only administrators see it.
public final class AiPane extends VBox {
  private static final int LINES = 3;
  private static final List<String> DLP = List.of("redact", "block", "off");

  private final CheckBox external = new CheckBox();
  private final ChoiceBox<String> dlp = new ChoiceBox<>();
  private final TextArea notes = new TextArea();
  private final Button save = new Button();

  public AiPane() {
    getStyleClass().addAll("card", "settings-card");
    managedProperty().bind(visibleProperty());
    external.setId("aiExternal");
    dlp.setId("aiDlp");
    notes.setId("aiNotes");
    save.setId("saveAi");
  }

  void follow(TeamViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "ai.title"));
    title.getStyleClass().add("card-title");
    Label about = new Label(texts.get(getClass(), "ai.about"));
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    external.setText(texts.get(getClass(), "ai.external"));
    external.setWrapText(true);
    dlp.setConverter(words(texts));
    dlp.getItems().setAll(DLP);
    dlp.disableProperty().bind(external.selectedProperty().not());
    notes.setPrefRowCount(LINES);
    notes.setWrapText(true);
    notes.disableProperty().bind(external.selectedProperty().not());
    save.setText(texts.get(getClass(), "ai.save"));
    save.setOnAction(
        _ ->
            model.allow(
                new AiPolicy(external.isSelected(), dlp.getValue(), notes.getText().strip())));
    FormField kept = new FormField();
    kept.setName(texts.get(getClass(), "ai.dlp"));
    kept.setControl(dlp);
    FormField known = new FormField();
    known.setName(texts.get(getClass(), "ai.notes"));
    known.setControl(notes);
    getChildren().setAll(title, about, external, kept, known, save);
    model
        .workspace()
        .state()
        .addListener((_, _, now) -> show(now.known().map(w -> w.policy()).map(AiPolicy::of)));
    show(Optional.empty());
  }

  private void show(Optional<AiPolicy> policy) {
    save.setDisable(policy.isEmpty());
    policy.ifPresent(
        now -> {
          external.setSelected(now.external());
          dlp.setValue(now.dlp());
          notes.setText(now.notes());
        });
  }

  private static StringConverter<String> words(Texts texts) {
    return new StringConverter<>() {
      @Override
      public String toString(String value) {
        return value == null ? "" : texts.get(AiPane.class, "ai.dlp." + value);
      }

      @Override
      public String fromString(String words) {
        throw new UnsupportedOperationException("one chooses, and does not type");
      }
    };
  }
}
