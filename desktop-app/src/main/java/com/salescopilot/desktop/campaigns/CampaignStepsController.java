package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.EditorToolbar;
import com.salescopilot.desktop.editor.FieldChoice;
import com.salescopilot.desktop.editor.LetterField;
import com.salescopilot.desktop.editor.LetterPreviewCard;
import com.salescopilot.desktop.editor.RichEditor;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.ReadPlace;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.ThreadMode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.template.MergeField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Binds the steps of a campaign: their list, the form of one of them, and its preview.
final class CampaignStepsController implements Screen<Route.CampaignSteps> {
  private final StepsViewModel model;
  private final StepMoves stepMoves;
  private final HeadViewModel head;
  private final Moves moves;
  private final Tools tools;
  private final Texts texts;
  private final RichEditor content;
  private Optional<UUID> campaign = Optional.empty();
  private int caret;

  @FXML private CampaignBar bar;
  @FXML private FailureBar failure;
  @FXML private HBox body;
  @FXML private VBox steps;
  @FXML private ScrollPane scroll;
  @FXML private ListView<StepRow> list;
  @FXML private Label heading;
  @FXML private Label state;
  @FXML private VBox timing;
  @FXML private FormField delayField;
  @FXML private TextField delay;
  @FXML private ComboBox<DelayUnit> unit;
  @FXML private ComboBox<ThreadMode> thread;
  @FXML private FormField weightField;
  @FXML private TextField weight;
  @FXML private FormField subjectField;
  @FXML private TextField subject;
  @FXML private MenuButton insert;
  @FXML private MenuButton template;
  @FXML private FormField contentField;
  @FXML private VBox letter;
  @FXML private Button discard;
  @FXML private Button save;
  @FXML private Button up;
  @FXML private Button down;
  @FXML private Button addVariant;
  @FXML private Button remove;
  @FXML private LetterPreviewCard preview;
  @FXML private EmptyState none;
  @FXML private EmptyState gone;

  CampaignStepsController(
      StepsViewModel model, StepMoves stepMoves, HeadViewModel head, Moves moves, Tools tools) {
    this.model = model;
    this.stepMoves = stepMoves;
    this.head = head;
    this.moves = moves;
    this.tools = tools;
    this.texts = tools.texts();
    this.content = new RichEditor(texts.bundle(RichEditor.class));
  }

  @FXML
  void initialize() {
    bar.show(CampaignBar.Page.STEPS, head.campaign(), moves, tools);
    StepForm form = model.form();
    delay.textProperty().bindBidirectional(form.field(StepText.DELAY));
    weight.textProperty().bindBidirectional(form.field(StepText.WEIGHT));
    subject.textProperty().bindBidirectional(form.field(StepText.SUBJECT));
    Choice.bind(unit, DelayUnit.class, form.field(StepText.UNIT), this::word);
    Choice.bind(thread, ThreadMode.class, form.field(StepText.THREAD), this::word);
    delayField.errorProperty().bind(form.error(StepText.DELAY));
    weightField.errorProperty().bind(form.error(StepText.WEIGHT));
    subjectField.errorProperty().bind(form.error(StepText.SUBJECT));
    contentField.errorProperty().bind(form.error(StepText.CONTENT));
    subject.caretPositionProperty().addListener((_, _, now) -> remember(now.intValue()));
    writeLetter();
    preview.follow(model.preview(), texts);
    new StepList(list, model, texts).follow(this::move, this::remove);
    model.selected().addListener((_, _, now) -> show(now));
    model.around().addListener((_, _, now) -> show(now));
    steps.managedProperty().bind(steps.visibleProperty());
    new ReadPlace(texts, failure, gone, body).follow(model.load());
    bar.visibleProperty().bind(gone.visibleProperty().not());
  }

  @Override
  public Subscription onShow(Route.CampaignSteps route) {
    campaign = Optional.of(route.id());
    Subscription shown =
        Subscriptions.of(
            head.open(route.id()),
            model.open(route.id(), route.step()),
            bar.mark(route.id(), tools));
    list.requestFocus();
    return shown;
  }

  private <E extends Enum<E>> String word(E value) {
    return texts.get(getClass(), "steps." + value.name());
  }

  private void writeLetter() {
    content.setId("content");
    EditorToolbar toolbar = new EditorToolbar(texts.bundle(RichEditor.class));
    toolbar.setEditor(content);
    VBox.setVgrow(content, Priority.ALWAYS);
    letter.getChildren().addAll(toolbar, content);
    new LetterField(content, model.form().field(StepText.CONTENT)).bind();
  }

  private void show(StepsReading.Found around) {
    FieldTitles titles = new FieldTitles(texts);
    List<String> names =
        Stream.concat(
                FieldTitles.offered(around.reader().catalogue()).stream(),
                Stream.of("unsubscribeUrl"))
            .distinct()
            .toList();
    content.setFields(
        names.stream()
            .map(name -> new FieldChoice(name, titles.of(name), Optional.empty()))
            .toList());
    insert.getItems().setAll(names.stream().map(name -> field(name, titles.of(name))).toList());
    template.getItems().setAll(around.templates().stream().map(this::template).toList());
    template.setDisable(around.templates().isEmpty());
    show(model.selected().get());
  }

  private MenuItem field(String name, String title) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(_ -> insert(MergeField.named(name).source()));
    return item;
  }

  private MenuItem template(Doc row) {
    MenuItem item = new MenuItem(row.text("title").orElse(""));
    item.setOnAction(_ -> model.take(row));
    return item;
  }

  /// A field of the window forgets where one was writing when the focus leaves it.
  private void remember(int now) {
    if (subject.isFocused()) {
      caret = now;
    }
  }

  private void insert(String source) {
    int at = Math.min(caret, subject.getLength());
    subject.insertText(at, source);
    subject.requestFocus();
    subject.selectRange(at + source.length(), at + source.length());
  }

  private void show(Optional<StepRow> selected) {
    none.setVisible(selected.isEmpty());
    scroll.setVisible(selected.isPresent());
    steps.setVisible(selected.isPresent());
    selected.ifPresent(this::show);
  }

  private void show(StepRow row) {
    int reached = model.around().get().reached();
    boolean variants = model.rows().stream().filter(each -> at(each, row)).count() > 1;
    heading.setText(StepList.name(row, variants, texts));
    state.setText(texts.get(getClass(), row.isNew() ? "steps.private" : "steps.unpublished"));
    state.setVisible(row.isChanged());
    state.setManaged(row.isChanged());
    discard.setDisable(!row.isChanged());
    save.setDisable(!row.isChanged());
    timing.setVisible(row.leads());
    timing.setManaged(row.leads());
    weightField.setVisible(variants);
    weightField.setManaged(variants);
    addVariant.setDisable(
        model.rows().stream().filter(each -> at(each, row)).count() == StepRow.VARIANTS.size());
    Hint.off(up, stepMoves.obstacle(row, -1, model.rows(), reached));
    Hint.off(down, stepMoves.obstacle(row, 1, model.rows(), reached));
    Hint.off(remove, stepMoves.obstacle(row, reached));
  }

  private static boolean at(StepRow each, StepRow row) {
    return each.position() == row.position();
  }

  @FXML
  void add() {
    model.add();
    subject.requestFocus();
  }

  @FXML
  void addVariant() {
    model.addVariant();
    subject.requestFocus();
  }

  @FXML
  void save() {
    Map<String, Node> controls =
        Map.of(
            StepText.DELAY, delay,
            StepText.WEIGHT, weight,
            StepText.SUBJECT, subject,
            StepText.CONTENT, content);
    model.save(wrong -> Optional.ofNullable(controls.get(wrong)).ifPresent(Node::requestFocus));
  }

  @FXML
  void discard() {
    model.discard();
  }

  @FXML
  void remove() {
    model
        .selected()
        .get()
        .filter(row -> stepMoves.obstacle(row, model.around().get().reached()).isEmpty())
        .ifPresent(row -> campaign.ifPresent(id -> stepMoves.remove(id, row, model.rows())));
  }

  @FXML
  void up() {
    move(-1);
  }

  @FXML
  void down() {
    move(1);
  }

  private void move(int by) {
    int reached = model.around().get().reached();
    model
        .selected()
        .get()
        .filter(row -> stepMoves.obstacle(row, by, model.rows(), reached).isEmpty())
        .ifPresent(row -> campaign.ifPresent(id -> stepMoves.move(id, row, by)));
  }

  @FXML
  void retry() {
    model.read();
  }

  @FXML
  void back() {
    Navigator navigator = tools.navigator();
    navigator.go(new Route.Campaigns());
  }
}
