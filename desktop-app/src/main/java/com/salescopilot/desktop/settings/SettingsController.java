package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.settings.ServerViewModel.Link;
import com.salescopilot.desktop.settings.ServerViewModel.Mode;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.SettingsPages;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;

/// Binds the settings.
final class SettingsController implements Screen<Route.Settings> {
  private final LookViewModel look;
  private final SendingViewModel sending;
  private final ServerViewModel server;
  private final KeysViewModel keyChoice;
  private final Navigator navigator;
  private final Looks looks;
  private final Texts texts;

  @FXML private SettingsPages pages;
  @FXML private ToggleGroup themes;
  @FXML private ToggleGroup densities;
  @FXML private Button smaller;
  @FXML private Button larger;
  @FXML private Label zoom;
  @FXML private ChoiceBox<Optional<Locale>> language;
  @FXML private ChoiceBox<Integer> undo;
  @FXML private Label address;
  @FXML private Label person;
  @FXML private Label state;
  @FXML private Button syncNow;
  @FXML private Button turn;
  @FXML private Label why;
  @FXML private KeysPane keysPane;

  SettingsController(
      LookViewModel look,
      SendingViewModel sending,
      ServerViewModel server,
      KeysViewModel keyChoice,
      Navigator navigator,
      Looks looks,
      Texts texts) {
    this.look = look;
    this.sending = sending;
    this.server = server;
    this.keyChoice = keyChoice;
    this.navigator = navigator;
    this.looks = looks;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    pages.show(new Route.Settings(), navigator, texts);
    choose(themes, name -> look.choose(Look.Theme.valueOf(name)));
    choose(densities, name -> look.choose(Look.Density.valueOf(name)));
    language.setConverter(new LanguageNames(texts));
    language.getItems().setAll(LookViewModel.LANGUAGES);
    language.setValue(look.language());
    language.valueProperty().addListener((_, _, now) -> look.speak(now));
    undo.setConverter(new UndoWords(texts));
    undo.getItems().setAll(sending.choices());
    undo.setValue(sending.undoSeconds());
    undo.valueProperty().addListener((_, _, now) -> sending.choose(now));
    keysPane.follow(keyChoice, looks, texts);
    server.link().addListener((_, _, now) -> show(now));
    server.busy().addListener((_, _, _) -> show(server.link().get()));
    why.managedProperty().bind(why.textProperty().isNotEmpty());
  }

  @Override
  public Subscription onShow(Route.Settings route) {
    address.setText(server.address());
    person.setText(server.person());
    show(look.look().get());
    // only while it is shown: the look outlives the screen
    return Subscriptions.of(
        server.start(),
        keysPane.show(keyChoice),
        Subscriptions.onChange(look.look(), () -> show(look.look().get())));
  }

  @FXML
  void smaller() {
    look.smaller();
  }

  @FXML
  void larger() {
    look.larger();
  }

  @FXML
  void signIn() {
    navigator.go(new Route.Login());
  }

  @FXML
  void syncNow() {
    server.syncNow();
  }

  @FXML
  void turn() {
    server.turn();
  }

  private void show(Look now) {
    select(themes, now.theme().name());
    select(densities, now.density().name());
    zoom.setText(texts.get(getClass(), "settings.zoom.percent", now.zoom()));
    smaller.setDisable(now.zoom() <= Look.LEAST_ZOOM);
    larger.setDisable(now.zoom() >= Look.MOST_ZOOM);
  }

  private void show(Link now) {
    boolean signedOut = now.mode() == Mode.SIGNED_OUT;
    state.setText(now.words());
    turn.setText(
        texts.get(
            getClass(), now.mode() == Mode.OFFLINE ? "settings.goOnline" : "settings.goOffline"));
    turn.setDisable(signedOut || server.busy().get());
    syncNow.setDisable(now.mode() != Mode.ONLINE || server.busy().get());
    why.setText(
        switch (now.mode()) {
          case SIGNED_OUT -> texts.get(getClass(), "settings.why.signedOut");
          case OFFLINE -> texts.get(getClass(), "settings.why.offline");
          case ONLINE -> "";
        });
  }

  private static void choose(ToggleGroup group, Consumer<String> chosen) {
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now != null) {
                chosen.accept(String.valueOf(now.getUserData()));
              } else if (before != null) {
                before.setSelected(true); // one of them always holds
              }
            });
  }

  private static void select(ToggleGroup group, String name) {
    for (Toggle toggle : group.getToggles()) {
      if (name.equals(toggle.getUserData())) {
        toggle.setSelected(true);
      }
    }
  }
}
