package com.salescopilot.desktop.account;

import com.salescopilot.desktop.remote.WaysIn;
import com.salescopilot.desktop.ui.FetchedBox;
import com.salescopilot.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who else one can sign in by, and the wait for the browser.
public final class LinksPane extends VBox {
  private final FetchedBox box = new FetchedBox();
  private final Label waiting = new Label();
  private final Button copy = new Button();
  private final Button cancel = new Button();
  private final FlowPane meanwhile = new FlowPane(copy, cancel);

  public LinksPane() {
    getStyleClass().addAll("card", "settings-card");
    box.setId("links");
    waiting.setId("linking");
    waiting.setWrapText(true);
    copy.setId("copyLinking");
    cancel.setId("cancelLinking");
    meanwhile.getStyleClass().add("offers");
  }

  void follow(LinksViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "links.title"));
    title.getStyleClass().add("card-title");
    waiting.setText(texts.get(getClass(), "links.waiting"));
    copy.setText(texts.get(getClass(), "links.copy"));
    copy.setOnAction(
        _ ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.link().get())));
    cancel.setText(texts.get(getClass(), "common.cancel"));
    cancel.setOnAction(_ -> model.cancel());
    getChildren().setAll(title, box, waiting, meanwhile);
    for (Node each : List.of(waiting, meanwhile)) {
      each.visibleProperty().bind(model.link().isNotEmpty());
      each.managedProperty().bind(each.visibleProperty());
    }
    box.disableProperty().bind(model.link().isNotEmpty());
    box.follow(model.ways(), texts, ways -> rows(ways, model, texts));
  }

  private static List<Node> rows(WaysIn ways, LinksViewModel model, Texts texts) {
    List<Node> rows = new ArrayList<>();
    ways.providers().forEach(way -> rows.add(row(ways, way, model, texts)));
    if (ways.providers().isEmpty()) {
      rows.add(muted(texts.get(LinksPane.class, "links.none")));
    }
    if (!ways.password()) {
      rows.add(
          muted(
              texts.get(
                  LinksPane.class,
                  ways.forgotten() ? "links.password.forgotten" : "links.password.none")));
    }
    return rows;
  }

  private static Label muted(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("muted", "small", "waiting-state");
    label.setWrapText(true);
    return label;
  }

  private static HBox row(WaysIn ways, WaysIn.Way way, LinksViewModel model, Texts texts) {
    String called = texts.get(LinksPane.class, "links.provider." + way.provider());
    Label name = new Label(called);
    Label state = muted(state(ways, way, texts));
    VBox words = new VBox(name, state);
    words.getStyleClass().add("waiting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words, button(ways, way, called, model, texts));
    row.getStyleClass().add("waiting");
    return row;
  }

  private static String state(WaysIn ways, WaysIn.Way way, Texts texts) {
    if (!way.linked()) {
      return texts.get(LinksPane.class, "links.state.none");
    }
    if (ways.isOnlyWay(way)) {
      return texts.get(LinksPane.class, "links.state.only");
    }
    return way.address()
        .filter(address -> !address.isEmpty())
        .map(address -> texts.get(LinksPane.class, "links.state.as", address))
        .orElseGet(() -> texts.get(LinksPane.class, "links.state.linked"));
  }

  private static Button button(
      WaysIn ways, WaysIn.Way way, String called, LinksViewModel model, Texts texts) {
    Button button =
        new Button(texts.get(LinksPane.class, way.linked() ? "links.unlink" : "links.link"));
    button.setId((way.linked() ? "unlink-" : "link-") + way.provider());
    button.getStyleClass().add("row-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(button.getText() + ": " + called);
    button.setDisable(ways.isOnlyWay(way));
    button.setOnAction(
        _ -> {
          if (way.linked()) {
            model.unlink(way);
          } else {
            model.link(way);
          }
        });
    return button;
  }
}
