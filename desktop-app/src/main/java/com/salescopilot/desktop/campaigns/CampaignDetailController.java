package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.NumberCard;
import com.salescopilot.desktop.ui.ReadPlace;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// Binds one campaign.
final class CampaignDetailController implements Screen<Route.CampaignDetail> {
  private final CampaignDetailViewModel model;
  private final Moves moves;
  private final EnrolmentAsks asks;
  private final WhyViewModel why;
  private final Navigator navigator;
  private final Looks looks;
  private final Texts texts;
  private final CampaignWords words;
  private final Tools tools;

  @FXML private VBox content;
  @FXML private CampaignBar bar;
  @FXML private Label description;
  @FXML private FailureBar failure;
  @FXML private Label guard;
  @FXML private NumberCard enrolledCard;
  @FXML private NumberCard sentCard;
  @FXML private NumberCard openedCard;
  @FXML private NumberCard repliedCard;
  @FXML private Tab enrolmentsTab;
  @FXML private Tab mailsTab;
  @FXML private TableView<EnrolmentRow> enrolments;
  @FXML private EmptyState noEnrolments;
  @FXML private TableView<Doc> mails;
  @FXML private EmptyState noMails;
  @FXML private TableView<VariantRow> variants;
  @FXML private EmptyState noVariants;
  @FXML private WhyPane whyPane;
  @FXML private EmptyState gone;

  CampaignDetailController(
      CampaignDetailViewModel model,
      WhyViewModel why,
      Moves moves,
      EnrolmentAsks asks,
      Tools tools) {
    this.why = why;
    this.model = model;
    this.tools = tools;
    this.moves = moves;
    this.asks = asks;
    this.navigator = tools.navigator();
    this.looks = tools.looks();
    this.texts = tools.texts();
    this.words = new CampaignWords(texts);
  }

  @FXML
  void initialize() {
    DetailColumns columns = new DetailColumns(texts, words);
    columns.enrolments(enrolments, why::next, row -> row.prospectId().ifPresent(this::write));
    ask(enrolments, WhyViewModel.Asked.Next::new);
    ask(mails, WhyViewModel.Asked.Mail::new);
    whyPane.follow(why, asks, tools);
    why.known().addListener(_ -> enrolments.refresh());
    columns.mails(mails, mail -> model.untold(mail.id()));
    enrolments.setRowFactory(_ -> new EnrolmentTableRow(asks));
    show(enrolments, noEnrolments, new SortedList<>(model.enrolments()));
    show(mails, noMails, new SortedList<>(model.mails()));
    columns.variants(variants);
    show(variants, noVariants, new SortedList<>(model.variants()));
    enrolmentsTab.textProperty().bind(title("detail.enrolments", enrolments));
    mailsTab.textProperty().bind(title("detail.mails", mails));
    guard.textProperty().bind(model.guard().map(words::guard));
    guard.managedProperty().bind(guard.textProperty().isNotEmpty());
    description.managedProperty().bind(description.textProperty().isNotEmpty());
    bar.show(CampaignBar.Page.OVERVIEW, model.campaign(), moves, tools);
    model.campaign().addListener((_, _, now) -> now.ifPresent(this::show));
    new ReadPlace(texts, failure, gone, content).follow(model.load());
  }

  /// Asks for what is chosen in a table.
  private <R> void ask(TableView<R> table, Function<R, WhyViewModel.Asked> asked) {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> why.ask(Optional.ofNullable(now).map(asked)));
  }

  private void write(UUID prospect) {
    model
        .campaign()
        .get()
        .ifPresent(campaign -> navigator.go(Route.Compose.of(campaign.id(), prospect)));
  }

  @Override
  public Subscription onShow(Route.CampaignDetail route) {
    Subscription open = model.open(route.id());
    bar.focus();
    return Subscriptions.of(open, why.open(route.id()), bar.mark(route.id(), tools));
  }

  @FXML
  void retry() {
    model.refresh();
  }

  @FXML
  void audience() {
    model.campaign().get().ifPresent(row -> navigator.go(new Route.CampaignAudience(row.id())));
  }

  @FXML
  void steps() {
    model.campaign().get().ifPresent(row -> navigator.go(Route.CampaignSteps.of(row.id())));
  }

  @FXML
  void back() {
    navigator.go(new Route.Campaigns());
  }

  private <R> void show(TableView<R> table, EmptyState none, SortedList<R> rows) {
    rows.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(rows);
    table.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    none.visibleProperty().bind(Bindings.isEmpty(rows));
    table.visibleProperty().bind(Bindings.isNotEmpty(rows));
  }

  private StringBinding title(String key, TableView<?> table) {
    return Bindings.createStringBinding(
        () -> texts.get(getClass(), key, table.getItems().size()), table.getItems());
  }

  private void show(CampaignRow row) {
    description.setText(row.doc().text("description").orElse(""));
    enrolledCard.show(words.enrolled(row), "", "");
    sentCard.show(
        words.sent(row),
        row.mails().pending() > 0
            ? texts.get(getClass(), "numbers.pending", row.mails().pending())
            : "",
        "");
    openedCard.show(words.number(row.mails().opened()), words.openedInFull(row), "");
    repliedCard.show(words.number(row.mails().replied()), words.repliedInFull(row), "");
  }
}
