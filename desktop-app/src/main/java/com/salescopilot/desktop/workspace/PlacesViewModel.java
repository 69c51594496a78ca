package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Membership;
import com.salescopilot.desktop.store.Subscription;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The workspaces of whoever works here, and going from one into another.
final class PlacesViewModel {
  private final Asking asking;
  private final Desk desk;
  private final Runnable elsewhere;
  private final ObservableList<Membership> places = FXCollections.observableArrayList();
  private final StringProperty code = new SimpleStringProperty(this, "code", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

  /// @param elsewhere is told when another workspace is open
  PlacesViewModel(Tools tools, Runnable elsewhere) {
    asking = Asking.with(tools);
    desk = tools.desk();
    this.elsewhere = elsewhere;
  }

  ObservableList<Membership> places() {
    return places;
  }

  /// The code of an invitation into another one.
  StringProperty code() {
    return code;
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  boolean isHere(Membership place) {
    return desk.lastAccount().filter(me -> me.workspace().equals(place.workspace())).isPresent();
  }

  Subscription start() {
    look();
    return desk.onAccount(() -> asking.async().onScreen(this::look));
  }

  private void look() {
    asking.async().latest(this, desk::workspaces, places::setAll, _ -> {});
  }

  /// Goes on there. What waits here goes on waiting here.
  void go(Membership place) {
    change(
        () -> {
          desk.switchTo(place);
          return place;
        });
  }

  /// Goes into another workspace by an invitation.
  void join() {
    String typed = code.get().strip();
    if (!typed.isEmpty()) {
      change(
          () -> {
            Membership place = desk.ask(server -> server.team().join(typed));
            desk.switchTo(place);
            return place;
          });
    }
  }

  private void change(Supplier<Membership> work) {
    busy.set(true);
    asking
        .async()
        .run(
            work,
            place -> {
              busy.set(false);
              code.set("");
              elsewhere.run();
              asking.toasts().done(asking.text("places.gone", place.name()));
            },
            e -> {
              busy.set(false);
              asking.toasts().problem(Refusal.words(asking.texts(), e));
            });
  }
}
