package com.salescopilot.desktop.ui;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;

/// Where one thing stands that has to be read first. What was read stays when it cannot be read
/// again, with the reason above it; what never could be read is not shown as if it were empty.
public final class ReadPlace {
  private final Texts texts;
  private final FailureBar failure;
  private final EmptyState instead;
  private final List<Node> content;
  private final Words gone;
  private boolean known;

  /// @param instead says, as it is written, that the thing is not here
  /// @param content all that is shown of it
  public ReadPlace(Texts texts, FailureBar failure, EmptyState instead, Node... content) {
    this.texts = texts;
    this.failure = failure;
    this.instead = instead;
    this.content = List.of(content);
    this.gone =
        new Words(
            instead.getTitle(), instead.getText(), instead.getAction(), instead.getOnAction());
  }

  private record Words(
      String title, String text, String action, EventHandler<ActionEvent> onAction) {
    void stand(EmptyState at) {
      at.setTitle(title);
      at.setText(text);
      at.setAction(action);
      at.setOnAction(onAction);
    }
  }

  /// Shows how far it is with being read, from now on.
  public void follow(ObservableValue<Load> load) {
    failure.follow(load);
    load.addListener((_, _, now) -> show(now));
    show(load.getValue());
  }

  private void show(Load now) {
    switch (now) {
      case Load.Reading _, Load.Empty _ -> known = false;
      case Load.Ready _ -> known = true;
      case Load.Failed _ -> {}
    }
    content.forEach(each -> each.setVisible(known));
    instead.setVisible(!known && !(now instanceof Load.Reading));
    if (now instanceof Load.Failed(String why)) {
      unread(instead, why, failure, texts);
    } else {
      gone.stand(instead);
    }
  }

  /// Says instead of something that it could not be read.
  static void unread(EmptyState instead, String why, FailureBar failure, Texts texts) {
    failure.textProperty().set(""); // once is enough
    new Words(
            texts.get(ReadPlace.class, "common.unread"),
            why,
            failure.getRetry(),
            failure.getOnRetry())
        .stand(instead);
  }
}
