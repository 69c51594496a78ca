package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One change that waits: its row, what is done to it, since when, and what can be done about it.
final class WaitingView extends HBox {
  private final Texts texts;

  /// What its buttons do.
  interface Deeds {
    void show(WaitingChange change);

    void discard(WaitingChange change);

    void retry();

    void history(WaitingChange change);
  }

  WaitingView(WaitingChange change, Texts texts, Deeds deeds) {
    this.texts = texts;
    getStyleClass().add("waiting");
    setAlignment(Pos.TOP_LEFT);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(change.row() + ", " + change.what());
    getChildren().addAll(words(change), state(change), buttons(change, deeds));
  }

  private static VBox words(WaitingChange change) {
    Label row = new Label(change.row());
    row.getStyleClass().add("card-title");
    row.setMinWidth(0);
    Label what = new Label(change.what() + " · " + change.age());
    what.getStyleClass().addAll("muted", "small");
    what.setMinWidth(0);
    VBox words = new VBox(row, what);
    words.getStyleClass().add("waiting-words");
    change.lines().forEach(line -> words.getChildren().add(new LineView(line)));
    words.setMinWidth(0);
    setHgrow(words, Priority.ALWAYS);
    return words;
  }

  private HBox state(WaitingChange change) {
    Label state = new Label(text(change.onItsWay() ? "waiting.sealed" : "waiting.here"));
    state.getStyleClass().add("badge");
    if (change.onItsWay()) {
      state.getStyleClass().add("busy");
    }
    state.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(state);
    box.getStyleClass().add("waiting-state");
    return box;
  }

  private HBox buttons(WaitingChange change, Deeds deeds) {
    Button open = flat("show-waiting", text("centre.show"), change);
    open.setDisable(change.place().isEmpty());
    open.setOnAction(_ -> deeds.show(change));
    Button discard = flat("discard", text("waiting.discard"), change);
    discard.setOnAction(_ -> deeds.discard(change));
    MenuItem retry = new MenuItem(text("waiting.retry"));
    retry.setOnAction(_ -> deeds.retry());
    MenuItem history = new MenuItem(text("waiting.history"));
    history.setOnAction(_ -> deeds.history(change));
    MenuButton more = new MenuButton("", new FontIcon("fth-more-horizontal"), retry, history);
    more.setId("more-waiting");
    more.getStyleClass().addAll("flat", "no-arrow", "row-menu");
    more.setAccessibleText(text("waiting.more") + ": " + change.row());
    HBox buttons = new HBox(open, discard, more);
    buttons.getStyleClass().add("waiting-buttons");
    if (!change.obstacle().isEmpty()) {
      discard.setDisable(true);
      Tooltip.install(buttons, new Tooltip(change.obstacle()));
      discard.setAccessibleHelp(change.obstacle());
    }
    return buttons;
  }

  private static Button flat(String id, String words, WaitingChange change) {
    Button button = new Button(words);
    button.setId(id);
    button.setAccessibleText(words + ": " + change.row());
    button.getStyleClass().add("flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private String text(String key) {
    return texts.get(getClass(), key);
  }
}
