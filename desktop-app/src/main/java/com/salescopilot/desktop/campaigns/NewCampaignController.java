package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/// Binds the page that makes a campaign.
final class NewCampaignController implements Screen<Route.NewCampaign> {
  private final NewCampaignViewModel model;
  private final Navigator navigator;
  private final Looks looks;
  private final Texts texts;

  @FXML private FormField nameField;
  @FXML private TextField name;
  @FXML private TextField description;
  @FXML private Label count;
  @FXML private TextField search;
  @FXML private Button markFound;
  @FXML private Button unmarkAll;
  @FXML private MenuButton files;
  @FXML private MenuButton leaveOut;
  @FXML private TableView<Slot<Doc>> table;
  @FXML private EmptyState empty;
  @FXML private FailureBar failure;

  NewCampaignController(NewCampaignViewModel model, Tools tools) {
    this.model = model;
    this.navigator = tools.navigator();
    this.looks = tools.looks();
    this.texts = tools.texts();
  }

  @FXML
  void initialize() {
    name.textProperty().bindBidirectional(model.name());
    nameField.errorProperty().bind(model.nameError());
    description.textProperty().bindBidirectional(model.description());
    new AudienceNodes(count, search, markFound, unmarkAll, files, leaveOut, table, empty, failure)
        .bind(model.audience(), navigator, looks, texts);
  }

  @Override
  public Subscription onShow(Route.NewCampaign route) {
    name.requestFocus();
    return model.start();
  }

  @Override
  public Optional<TextField> searchField() {
    return Optional.of(search);
  }

  @FXML
  void create() {
    model.create(id -> navigator.replace(new Route.CampaignDetail(id)), name::requestFocus);
  }

  @FXML
  void discard() {
    model.discard(name::requestFocus);
  }

  @FXML
  void retry() {
    model.audience().refresh();
  }
}
