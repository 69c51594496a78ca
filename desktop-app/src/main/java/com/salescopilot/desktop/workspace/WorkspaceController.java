package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.SettingsPages;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Subscriptions;
import javafx.fxml.FXML;

/// Binds the page of who works together.
final class WorkspaceController implements Screen<Route.Workspace> {
  private final TeamViewModel team;
  private final InvitesViewModel invites;
  private final PlacesViewModel places;
  private final WeightsViewModel weights;
  private final Tools tools;

  @FXML private SettingsPages pages;
  @FXML private TeamPane teamPane;
  @FXML private InvitesPane invitesPane;
  @FXML private PlacesPane placesPane;
  @FXML private WholePane wholePane;
  @FXML private AiPane aiPane;
  @FXML private ColleaguesPane colleaguesPane;
  @FXML private WeightsPane weightsPane;

  WorkspaceController(
      TeamViewModel team,
      InvitesViewModel invites,
      PlacesViewModel places,
      WeightsViewModel weights,
      Tools tools) {
    this.team = team;
    this.invites = invites;
    this.places = places;
    this.weights = weights;
    this.tools = tools;
  }

  @FXML
  void initialize() {
    pages.show(new Route.Workspace(), tools.navigator(), tools.texts());
    teamPane.follow(team, tools.texts());
    invitesPane.follow(invites, tools.texts());
    placesPane.follow(places, tools.texts());
    wholePane.follow(team, tools.texts());
    aiPane.follow(team, tools.texts());
    colleaguesPane.follow(team, tools.texts());
    weightsPane.follow(weights, team, tools.texts());
    aiPane.visibleProperty().bind(invitesPane.visibleProperty());
    wholePane.visibleProperty().bind(invitesPane.visibleProperty());
    team.workspace().state().addListener((_, _, _) -> admit());
    invitesPane.setVisible(false);
  }

  /// Who is no administrator is not shown what they may not do.
  private void admit() {
    boolean admin = team.isAdmin();
    if (admin && !invitesPane.isVisible()) {
      invites.invitations().fetch();
    }
    invitesPane.setVisible(admin);
  }

  @Override
  public Subscription onShow(Route.Workspace route) {
    team.open();
    weights.open();
    if (invitesPane.isVisible()) {
      invites.invitations().fetch();
    }
    return Subscriptions.of(places.start(), invites::forget);
  }
}
