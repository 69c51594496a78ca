package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line at the bottom: how this machine and the server stand, and who works here.
final class StatusBar extends HBox {
  private final Desk desk;
  private final Async async;
  private final Texts texts;
  private final Consumer<SyncState> told;
  private final Button chip = new Button();
  private final FontIcon icon = new FontIcon();
  private final Label account = new Label();
  private Subscription listening = () -> {};

  /// Where the chip leads: to what needs a decision, if it is about the same row on two machines.
  private Route leads = new Route.SyncCentre();

  StatusBar(Desk desk, Async async, Texts texts, Consumer<Route> go, Consumer<SyncState> told) {
    this.desk = desk;
    this.async = async;
    this.texts = texts;
    this.told = told;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    chip.setId("sync-chip");
    chip.setGraphic(icon);
    chip.getStyleClass().addAll("flat", "sync-chip");
    chip.setWrapText(true);
    chip.setMinHeight(Region.USE_PREF_SIZE);
    account.setMinWidth(0);
    chip.setOnAction(_ -> go.accept(leads));
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(chip, space, account);
  }

  /// Follows the account that is worked for now.
  void follow() {
    listening.close();
    SqliteStore store = desk.store();
    account.setText(desk.account().email());
    Runnable ended = desk.engine().onState(() -> async.onScreen(this::read));
    listening =
        Subscriptions.of(
            ended::run,
            store.changes().on(Entity.CONFLICT, () -> async.onScreen(this::read)),
            store.changes().on(Entity.EMAIL, () -> async.onScreen(this::read)));
    read();
  }

  private void read() {
    async.latest(this, this::words, this::show, _ -> {});
  }

  private record Standing(SyncWords words, Route leads, SyncState state) {}

  private Standing words() {
    SqliteStore store = desk.store();
    long conflicts = store.keys(Entity.CONFLICT, ListQuery.of("")).length;
    long problems = conflicts + store.mailsInDoubt().size() + store.mailsHeld().size();
    SyncState state = desk.engine().state();
    boolean review = conflicts == problems && conflicts > 0;
    return new Standing(
        SyncWords.of(state, problems, texts, ZoneId.systemDefault()),
        review && !(state instanceof SyncState.SignedOut)
            ? Route.Conflicts.all()
            : new Route.SyncCentre(),
        state);
  }

  private void show(Standing standing) {
    leads = standing.leads();
    told.accept(standing.state());
    SyncWords words = standing.words();
    icon.setIconLiteral(words.icon());
    chip.setText(words.text());
    chip.setAccessibleText(words.text());
    chip.getStyleClass().removeAll("calm", "busy", "offline", "attention");
    chip.getStyleClass().add(words.mood());
  }

  /// Nobody works here any more.
  void leave() {
    stop();
    told.accept(new SyncState.SignedOut(0));
  }

  void stop() {
    listening.close();
    listening = () -> {};
  }
}
