package com.salescopilot.desktop.account;

import com.salescopilot.desktop.account.PersonViewModel.Person;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.SettingsPages;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Subscriptions;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// Binds the page of who one is at the server.
final class AccountController implements Screen<Route.Account> {
  private final PersonViewModel person;
  private final SessionsViewModel sessions;
  private final LinksViewModel links;
  private final PasswordViewModel password;
  private final LeavingViewModel leaving;
  private final DataViewModel data;
  private final Tools tools;

  @FXML private SettingsPages pages;
  @FXML private RemovedPane removedPane;
  @FXML private Label name;
  @FXML private Label email;
  @FXML private Label server;
  @FXML private Label staying;
  @FXML private SessionsPane sessionsPane;
  @FXML private LinksPane linksPane;
  @FXML private PasswordPane passwordPane;
  @FXML private LeavingPane leavingPane;
  @FXML private DataPane dataPane;

  AccountController(
      PersonViewModel person,
      SessionsViewModel sessions,
      LinksViewModel links,
      PasswordViewModel password,
      LeavingViewModel leaving,
      DataViewModel data,
      Tools tools) {
    this.person = person;
    this.sessions = sessions;
    this.links = links;
    this.password = password;
    this.leaving = leaving;
    this.data = data;
    this.tools = tools;
  }

  @FXML
  void initialize() {
    pages.show(new Route.Account(), tools.navigator(), tools.texts());
    removedPane.follow(leaving, tools.texts());
    sessionsPane.follow(sessions, tools.texts());
    linksPane.follow(links, tools.texts());
    passwordPane.follow(password, tools.texts());
    leavingPane.follow(leaving, tools.texts());
    dataPane.follow(data, tools.texts());
    person.person().addListener((_, _, now) -> show(now));
  }

  private void show(Person now) {
    name.setText(now.name());
    email.setText(now.email());
    server.setText(now.server());
    staying.setText(now.staying());
  }

  @Override
  public Subscription onShow(Route.Account route) {
    sessions.sessions().fetch();
    links.ways().fetch();
    return Subscriptions.of(
        person.start(), leaving.start(), links::cancel, password::forget, data::forget);
  }
}
