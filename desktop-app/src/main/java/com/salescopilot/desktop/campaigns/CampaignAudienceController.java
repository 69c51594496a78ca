package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/// Binds the page that takes more prospects into a campaign.
final class CampaignAudienceController implements Screen<Route.CampaignAudience> {
  private final AddProspectsViewModel model;
  private final HeadViewModel head;
  private final Moves moves;
  private final Tools tools;
  private final Texts texts;

  @FXML private CampaignBar bar;
  @FXML private Label count;
  @FXML private Button add;
  @FXML private TextField search;
  @FXML private MenuButton files;
  @FXML private MenuButton leaveOut;
  @FXML private Button markFound;
  @FXML private Button unmarkAll;
  @FXML private TableView<Slot<Doc>> table;
  @FXML private EmptyState empty;
  @FXML private FailureBar failure;

  CampaignAudienceController(
      AddProspectsViewModel model, HeadViewModel head, Moves moves, Tools tools) {
    this.model = model;
    this.head = head;
    this.moves = moves;
    this.tools = tools;
    this.texts = tools.texts();
  }

  @FXML
  void initialize() {
    bar.show(CampaignBar.Page.AUDIENCE, head.campaign(), moves, tools);
    new AudienceNodes(count, search, markFound, unmarkAll, files, leaveOut, table, empty, failure)
        .bind(model.audience(), tools.navigator(), tools.looks(), texts);
    model.audience().marked().addListener(_ -> judge());
    head.campaign().addListener(_ -> judge());
    judge();
  }

  @Override
  public Subscription onShow(Route.CampaignAudience route) {
    model.audience().show(List.of());
    Subscription shown =
        Subscriptions.of(
            head.open(route.id()), model.audience().follow(), bar.mark(route.id(), tools));
    search.requestFocus();
    return shown;
  }

  @Override
  public Optional<TextField> searchField() {
    return Optional.of(search);
  }

  private void judge() {
    int marked = model.audience().marked().get();
    add.setText(texts.get(getClass(), "audience.add", marked));
    String over = head.campaign().get().map(model::obstacle).orElse("");
    Hint.off(add, over.isEmpty() && marked == 0 ? texts.get(getClass(), "audience.nobody") : over);
  }

  @FXML
  void add() {
    head.campaign()
        .get()
        .ifPresent(
            row -> model.add(row, () -> tools.navigator().go(new Route.CampaignDetail(row.id()))));
  }

  @FXML
  void retry() {
    model.audience().refresh();
  }
}
