package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.SyncMark;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WrapBar;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What stands above every page of a campaign: its name, how it stands, what can be asked of it,
/// and the way to its other pages.
public final class CampaignBar extends VBox {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Label name = label("name", "screen-title");
  private final Label status = label("status", "badge");
  private final Label waits = label("waits", "badge");
  private final MenuButton more = new MenuButton();
  private final Button primary = new Button();
  private final FlowPane pages = new FlowPane();
  private final Label stopped = new Label();
  private final HBox banner = new HBox(stopped);

  /// The pages of a campaign.
  enum Page {
    OVERVIEW,
    AUDIENCE,
    STEPS,
    TIMES,
    OUTLOOK;

    Route of(UUID campaign) {
      return switch (this) {
        case OVERVIEW -> new Route.CampaignDetail(campaign);
        case AUDIENCE -> new Route.CampaignAudience(campaign);
        case STEPS -> Route.CampaignSteps.of(campaign);
        case TIMES -> new Route.CampaignTimes(campaign);
        case OUTLOOK -> new Route.CampaignOutlook(campaign);
      };
    }
  }

  public CampaignBar() {
    getStyleClass().add("campaign-bar");
    more.setId("more");
    primary.setId("primary");
    primary.getStyleClass().add("accent");
    primary.managedProperty().bind(primary.visibleProperty());
    pages.getStyleClass().add("pages");
    for (Label badge : List.of(status, waits)) {
      badge.setMinWidth(USE_PREF_SIZE);
    }
    more.setMinWidth(USE_PREF_SIZE);
    primary.setMinWidth(USE_PREF_SIZE);
    HBox title = new HBox(name, status, waits);
    HBox moves = new HBox(more, primary);
    title.getStyleClass().add("screen-bar");
    moves.getStyleClass().add("screen-bar");
    WrapBar bar = new WrapBar();
    bar.getChildren().addAll(title, moves);
    stopped.setId("stopped");
    stopped.setWrapText(true);
    HBox.setHgrow(stopped, Priority.ALWAYS);
    banner.getStyleClass().addAll("banner", "mild");
    banner.visibleProperty().bind(stopped.textProperty().isNotEmpty());
    banner.managedProperty().bind(banner.visibleProperty());
    for (Node each : List.of(status, more)) {
      each.visibleProperty()
          .bind(primary.textProperty().isNotEmpty()); // of a campaign that is here
    }
    primary.setVisible(false);
    getChildren().addAll(bar, pages, banner);
  }

  /// Shows a campaign from now on, as the bar of one of its pages.
  void show(Page here, ObservableValue<Optional<CampaignRow>> campaign, Moves moves, Tools tools) {
    Texts texts = tools.texts();
    more.setText(texts.get(getClass(), "detail.more"));
    for (Page page : Page.values()) {
      Button button = new Button(texts.get(getClass(), "page." + page.name()));
      button.setId("page-" + page.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().addAll("flat", "page");
      button.pseudoClassStateChanged(HERE, page == here);
      button.setOnAction(_ -> go(page, campaign, tools.navigator()));
      pages.getChildren().add(button);
    }
    CampaignWords words = new CampaignWords(texts);
    campaign.addListener((_, _, now) -> now.ifPresent(row -> show(here, row, moves, words)));
    campaign.getValue().ifPresent(row -> show(here, row, moves, words));
  }

  private static void go(
      Page page, ObservableValue<Optional<CampaignRow>> campaign, Navigator navigator) {
    campaign.getValue().ifPresent(row -> navigator.go(page.of(row.id())));
  }

  /// Marks it while changes of the campaign have not reached the server.
  Subscription mark(UUID campaign, Tools tools) {
    RowKey shown = new RowKey(Entity.CAMPAIGN, campaign);
    return SyncMark.follow(waits, tools, () -> Optional.of(shown));
  }

  void focus() {
    primary.requestFocus();
  }

  /// Its outlook says above all else whether it may start, with a button of its own.
  private static boolean asksElsewhere(Page here, CampaignRow row) {
    return here == Page.OUTLOOK
        && (row.status() == CampaignStatus.DRAFT || row.status() == CampaignStatus.PAUSED);
  }

  private void show(Page here, CampaignRow row, Moves moves, CampaignWords words) {
    primary.setVisible(!asksElsewhere(here, row));

    name.setText(row.name());
    name.setTooltip(new Tooltip(row.name()));
    Badges.wear(status, words.status(row.status()), Badges.manner(row.status()));
    stopped.setText(words.stopped(row));
    List<CampaignMove> offered = moves.offered(row.status());
    CampaignMove first = offered.getFirst();
    primary.setText(moves.name(first));
    primary.setOnAction(_ -> moves.make(row, first));
    more.getItems()
        .setAll(offered.stream().skip(1).map(move -> MoveItems.item(moves, row, move)).toList());
  }

  private static Label label(String id, String style) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    return label;
  }
}
