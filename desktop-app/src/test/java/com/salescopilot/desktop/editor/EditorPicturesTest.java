package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Theme;
import com.salescopilot.model.template.MergeField;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Takes pictures of the editor and of a preview in every theme, for people to look at.
final class EditorPicturesTest {
  private static final String LETTER =
      "<p>Hi {{firstName | \"there\"}},</p><p>thank you for the call about"
          + " <strong>{{company}}</strong>. As promised, our <a"
          + " href=\"https://www.example.com/plans?x=1\">price list</a> and <em>three</em> things"
          + " we could begin with at {{compny}}, in the order in which most teams take them"
          + " up:</p><ol><li>import the addresses you have, with a report of what is"
          + " doubled</li><li>write one letter<ul><li>with fields such as"
          + " {{companyData.industry}}</li><li>and a preview for everybody who gets"
          + " it</li></ul></li><li>send</li></ol><blockquote><p>Could you send me a note on"
          + " prices?<br>It should fit on one page.</p>"
          + "<blockquote><p>Sure.</p></blockquote></blockquote><p>Best<br>Ada</p>";

  @RegisterExtension final EditorStage ui = new EditorStage();

  @Test
  void the_editor_and_its_preview_in_every_theme() {
    for (Theme theme : EditorStage.themes()) {
      String name = theme.isDarkMode() ? "dark" : "light";
      EditorStage.theme(theme);
      RichEditor[] made = new RichEditor[1];
      ui.show(() -> page(made));
      ui.run(made[0]::requestFocus);
      ui.press(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.END);
      ui.type("{{");
      Path picture = ui.picture("editor-" + name);
      assertThat(picture).isNotEmptyFile();
      assertThat(ui.get(() -> made[0].completion().isShowing())).isTrue();
      ui.run(() -> pictureOfPopup("editor-fields-" + name));
      ui.press(javafx.scene.input.KeyCode.ESCAPE);
      ui.run(made[0]::editLink);
      ui.run(() -> pictureOfPopup("editor-link-" + name));
      ui.press(javafx.scene.input.KeyCode.ESCAPE);
    }
  }

  private static void pictureOfPopup(String name) {
    Window popup = Window.getWindows().getLast();
    EditorStage.write(name, popup.getScene().snapshot(null));
  }

  private Parent page(RichEditor[] made) {
    var texts = EditorStage.texts(Locale.ENGLISH);
    RichEditor editor = new RichEditor(texts);
    made[0] = editor;
    editor.setFields(EditorStage.FIELDS);
    editor.setDocument(HtmlCodec.read(LETTER).document());
    EditorToolbar toolbar = new EditorToolbar(texts);
    toolbar.setEditor(editor);
    DocumentView view = new DocumentView(texts);
    view.setValues(EditorPicturesTest::shown);
    view.documentProperty().bind(editor.documentProperty());
    VBox left = new VBox(8, toolbar, editor);
    VBox.setVgrow(editor, Priority.ALWAYS);
    HBox page = new HBox(16, left, new VBox(12, new Label("Preview"), view));
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setPrefWidth(500);
    view.setPrefWidth(380);
    page.setPadding(new Insets(16));
    page.setStyle("-fx-background-color: -color-bg-default;");
    return page;
  }

  private static FieldShown shown(MergeField field) {
    return switch (field.name()) {
      case "company" -> new FieldShown.Value("Acme & Sons");
      case "firstName" -> new FieldShown.Fallback(field.fallback().orElseThrow());
      default -> new FieldShown.Missing("There is no field " + field.name() + ".");
    };
  }
}
