package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.ui.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Says that mails are not on their way yet, and asks whether to quit all the same. Who presses
/// Enter or Escape without reading stays.
final class QuitQuestion {
  private final Texts texts;
  private final Overlay overlay;

  QuitQuestion(Texts texts, Overlay overlay) {
    this.texts = texts;
    this.overlay = overlay;
  }

  void ask(int mails, Runnable quit) {
    Label title = new Label(texts.get(getClass(), "quit.title", mails));
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    Label why = new Label(texts.get(getClass(), "quit.why", mails));
    why.getStyleClass().add("muted");
    why.setWrapText(true);
    Button leave = button("quit", "quit.quit", quit);
    Button stay = button("quit-stay", "quit.stay", () -> {});
    stay.getStyleClass().add("accent");
    HBox buttons = new HBox(leave, stay);
    buttons.getStyleClass().add("buttons");
    VBox sheet = new VBox(title, why, buttons);
    sheet.setId("quit-question");
    sheet.getStyleClass().addAll("sheet", "question");
    sheet.setAccessibleRole(AccessibleRole.DIALOG);
    sheet.setAccessibleText(title.getText());
    stay.setAccessibleHelp(title.getText() + ". " + why.getText());
    overlay.show(sheet, stay);
  }

  private Button button(String id, String key, Runnable action) {
    Button button = new Button(texts.get(getClass(), key));
    button.setId(id);
    button.setOnAction(
        _ -> {
          overlay.hide();
          action.run();
        });
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            button.fire();
          }
        });
    return button;
  }
}
