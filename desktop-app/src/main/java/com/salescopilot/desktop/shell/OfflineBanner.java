package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A strip above every screen while the server cannot be reached, or takes nothing from this person
/// any more: one works on, and knows it.
final class OfflineBanner extends HBox {
  private final Texts texts;
  private final Label words = new Label();
  private final Button again = new Button();

  OfflineBanner(Commands commands, Texts texts) {
    this.texts = texts;
    setId("offline-banner");
    getStyleClass().addAll("banner", "mild", "offline-banner");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    setHgrow(words, Priority.ALWAYS);
    again.setId("offline-again");
    again.setMinWidth(USE_PREF_SIZE);
    again.getStyleClass().add("row-button");
    again.setOnAction(_ -> commands.run(String.valueOf(again.getUserData())));
    managedProperty().bind(visibleProperty());
    setVisible(false);
    getChildren().addAll(words, again);
  }

  /// Takes up how machine and server stand.
  void show(SyncState state) {
    switch (state) {
      case SyncState.Offline(var since, long waiting, String _) ->
          say(
              texts.get(
                  getClass(),
                  "banner.offline",
                  DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                      .withLocale(texts.locale())
                      .format(since.atZone(ZoneId.systemDefault())),
                  waiting),
              "banner.again",
              "sync.now");
      case SyncState.OfflineByChoice(long waiting) ->
          say(texts.get(getClass(), "banner.byChoice", waiting), "banner.online", "sync.online");
      case SyncState.Stopped(SyncState.Reason reason, long waiting) -> {
        setVisible(false);
        if (reason == SyncState.Reason.MEMBER_REMOVED) {
          say(
              texts.get(getClass(), "banner.removed", waiting),
              "banner.removed.what",
              "go.account");
        }
      }
      case SyncState.SignedOut _, SyncState.Syncing _, SyncState.UpToDate _ -> setVisible(false);
    }
  }

  private void say(String what, String offer, String command) {
    words.setText(what);
    again.setText(texts.get(getClass(), offer));
    again.setUserData(command);
    setVisible(true);
  }
}
