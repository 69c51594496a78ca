package com.salescopilot.desktop.account;

import com.salescopilot.desktop.remote.OpenSession;
import com.salescopilot.desktop.ui.FetchedBox;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The list of where one is signed in.
public final class SessionsPane extends VBox {
  private final FetchedBox box = new FetchedBox();

  public SessionsPane() {
    getStyleClass().addAll("card", "settings-card");
    box.setId("sessions");
  }

  void follow(SessionsViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "sessions.title"));
    title.getStyleClass().add("card-title");
    getChildren().setAll(title, box);
    box.follow(model.sessions(), texts, all -> rows(all, model, texts));
  }

  private static List<Node> rows(List<OpenSession> all, SessionsViewModel model, Texts texts) {
    return all.stream().<Node>map(each -> row(each, model, texts)).toList();
  }

  private static HBox row(OpenSession session, SessionsViewModel model, Texts texts) {
    String device =
        session.device().isBlank()
            ? texts.get(SessionsPane.class, "sessions.unknown")
            : session.device();
    Label name = new Label(device);
    name.setWrapText(true);
    Label used = new Label(model.used(session));
    used.getStyleClass().addAll("muted", "small");
    used.setWrapText(true);
    VBox words = new VBox(name, used);
    words.getStyleClass().add("waiting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        new HBox(words, session.current() ? here(texts) : end(session, device, model, texts));
    row.getStyleClass().add("waiting");
    return row;
  }

  private static Label here(Texts texts) {
    Label badge = new Label(texts.get(SessionsPane.class, "sessions.here"));
    badge.getStyleClass().addAll("badge", "good");
    badge.setMinWidth(USE_PREF_SIZE);
    return badge;
  }

  private static Button end(
      OpenSession session, String device, SessionsViewModel model, Texts texts) {
    Button end = new Button(texts.get(SessionsPane.class, "sessions.end"));
    end.setId("end-session");
    end.getStyleClass().add("row-button");
    end.setMinWidth(USE_PREF_SIZE);
    end.setAccessibleText(end.getText() + ": " + device + ", " + model.used(session));
    end.setOnAction(_ -> model.end(session));
    return end;
  }
}
