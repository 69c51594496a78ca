package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.LetterPreviewCard;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.ReadPlace;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.preflight.Finding;
import com.salescopilot.model.schedule.Certainty;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Binds what stands against a campaign, and what would leave of it.
final class CampaignOutlookController implements Screen<Route.CampaignOutlook> {
  private final OutlookViewModel model;
  private final HeadViewModel head;
  private final Moves moves;
  private final Tools tools;
  private final Texts texts;
  private final WhyWords why;
  private final CampaignWords words;

  @FXML private CampaignBar bar;
  @FXML private FailureBar failure;
  @FXML private HBox verdict;
  @FXML private Label verdictText;
  @FXML private Button start;
  @FXML private TabPane tabs;
  @FXML private Tab findingsTab;
  @FXML private Tab mailsTab;
  @FXML private ListView<Finding> findings;
  @FXML private EmptyState noFindings;
  @FXML private ToggleButton answers;
  @FXML private Label estimate;
  @FXML private Label summary;
  @FXML private DayBars days;
  @FXML private TableView<Departures.Departure> mails;
  @FXML private EmptyState noMails;
  @FXML private LetterPreviewCard preview;
  @FXML private VBox content;
  @FXML private EmptyState gone;

  CampaignOutlookController(OutlookViewModel model, HeadViewModel head, Moves moves, Tools tools) {
    this.model = model;
    this.head = head;
    this.moves = moves;
    this.tools = tools;
    this.texts = tools.texts();
    this.why = new WhyWords(texts);
    this.words = new CampaignWords(texts);
  }

  @FXML
  void initialize() {
    bar.show(CampaignBar.Page.OUTLOOK, head.campaign(), moves, tools);
    findings.setItems(model.findings());
    findings.setCellFactory(_ -> new FindingCell(model, tools));
    noFindings.visibleProperty().bind(Bindings.isEmpty(model.findings()));
    findings.visibleProperty().bind(Bindings.isNotEmpty(model.findings()));
    answers.selectedProperty().bindBidirectional(model.answers());
    new OutlookColumns(texts, why).build(mails);
    mails.setItems(model.mails());
    mails.fixedCellSizeProperty().bind(tools.looks().rowHeightProperty());
    mails.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    noMails.visibleProperty().bind(Bindings.isEmpty(model.mails()));
    mails.visibleProperty().bind(Bindings.isNotEmpty(model.mails()));
    preview.visibleProperty().bind(Bindings.isNotEmpty(model.mails()));
    preview.managedProperty().bind(preview.visibleProperty());
    preview.follow(model.preview(), texts);
    mails
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> Optional.ofNullable(now).ifPresent(model::read));
    findingsTab.textProperty().bind(title("outlook.findings", model.findings()));
    mailsTab.textProperty().bind(title("outlook.mails", model.mails()));
    verdict.managedProperty().bind(verdict.visibleProperty());
    model.departures().addListener((_, _, now) -> now.ifPresent(this::show));
    model.review().addListener(_ -> judge());
    head.campaign().addListener(_ -> judge());
    new ReadPlace(texts, failure, gone, content).follow(model.load());
    judge();
  }

  private StringBinding title(String key, ObservableList<?> rows) {
    return Bindings.createStringBinding(() -> texts.get(getClass(), key, rows.size()), rows);
  }

  @Override
  public Subscription onShow(Route.CampaignOutlook route) {
    Subscription shown =
        Subscriptions.of(
            head.open(route.id()), model.open(route.id()), bar.mark(route.id(), tools));
    tabs.requestFocus();
    return shown;
  }

  private void show(Departures now) {
    boolean known = now.certainty() == Certainty.KNOWN;
    Badges.wear(estimate, why.certainty(now.certainty(), now.asOf()), known ? "good" : "warn");
    days.show(now.perDay(), texts);
    List<String> parts =
        Stream.concat(
                now.held().entrySet().stream()
                    .map(
                        held ->
                            texts.get(
                                getClass(),
                                "outlook.held",
                                held.getValue(),
                                texts.get(getClass(), "bind." + held.getKey().name()))),
                now.ends().entrySet().stream()
                    .map(
                        end ->
                            texts.get(
                                getClass(),
                                "outlook.end",
                                words.status(end.getKey()),
                                end.getValue())))
            .collect(Collectors.toList());
    now.mails().stream()
        .findFirst()
        .ifPresent(
            first ->
                parts.addFirst(
                    texts.get(
                        getClass(),
                        "outlook.span",
                        now.mails().size(),
                        why.time(first.at()),
                        why.time(now.mails().getLast().at()))));
    summary.setText(String.join(" · ", parts));
    if (mails.getSelectionModel().isEmpty() && !now.mails().isEmpty()) {
      mails.getSelectionModel().selectFirst();
    }
  }

  /// What the button does, and whether it can.
  private void judge() {
    Optional<Review> review = model.review().get();
    Optional<CampaignRow> row = head.campaign().get();
    boolean asks =
        row.map(CampaignRow::status)
            .filter(s -> s == CampaignStatus.DRAFT || s == CampaignStatus.PAUSED)
            .isPresent();
    verdict.setVisible(asks && review.isPresent());
    if (!asks || review.isEmpty()) {
      return;
    }
    long waiting = review.get().waiting();
    boolean blocked = review.get().isBlocked();
    boolean draft = row.get().status() == CampaignStatus.DRAFT;
    verdictText.setText(
        blocked
            ? texts.get(getClass(), "outlook.blocked", review.get().count(Finding.Severity.BLOCKER))
            : texts.get(getClass(), "outlook.open", waiting));
    start.setText(texts.get(getClass(), draft ? "outlook.start" : "outlook.resume", waiting));
    start.setDisable(blocked);
    verdict.getStyleClass().setAll("banner", blocked ? "mild" : "calm");
    start.setOnAction(
        _ ->
            moves.make(
                row.get(),
                draft ? CampaignMove.START : CampaignMove.RESUME,
                waiting > 0 ? Waiting.ACCEPTED : Waiting.REFUSED));
  }

  @FXML
  void retry() {
    model.refresh();
  }

  @FXML
  void back() {
    tools.navigator().go(new Route.Campaigns());
  }
}
