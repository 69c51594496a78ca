package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.KeptField;
import com.salescopilot.desktop.ui.ReadPlace;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.schedule.Holidays;
import com.salescopilot.model.schedule.Rules;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Binds when a campaign sends.
final class CampaignTimesController implements Screen<Route.CampaignTimes> {
  private final TimesViewModel model;
  private final HeadViewModel head;
  private final Moves moves;
  private final Tools tools;
  private final Texts texts;
  private final TimesWords words;
  private final Map<DayOfWeek, ToggleButton> days = new LinkedHashMap<>();

  @FXML private CampaignBar bar;
  @FXML private FailureBar failure;
  @FXML private VBox content;
  @FXML private FormField startField;
  @FXML private DatePicker start;
  @FXML private FormField endField;
  @FXML private DatePicker end;
  @FXML private FormField mailboxField;
  @FXML private ComboBox<String> mailbox;
  @FXML private FlowPane dayButtons;
  @FXML private FormField fromField;
  @FXML private TextField from;
  @FXML private FormField toField;
  @FXML private TextField to;
  @FXML private FormField zoneField;
  @FXML private ComboBox<String> zone;
  @FXML private FormField capField;
  @FXML private TextField cap;
  @FXML private FormField gapField;
  @FXML private TextField gap;
  @FXML private FormField rampField;
  @FXML private ComboBox<String> ramp;
  @FXML private FormField holidaysField;
  @FXML private TextField holidays;
  @FXML private Label countries;
  @FXML private VBox applies;
  @FXML private EmptyState gone;

  CampaignTimesController(TimesViewModel model, HeadViewModel head, Moves moves, Tools tools) {
    this.model = model;
    this.head = head;
    this.moves = moves;
    this.tools = tools;
    this.texts = tools.texts();
    this.words = new TimesWords(texts);
  }

  @FXML
  void initialize() {
    bar.show(CampaignBar.Page.TIMES, head.campaign(), moves, tools);
    text(from, fromField, "from");
    text(to, toField, "to");
    text(cap, capField, "dailyCap");
    text(gap, gapField, "gapSeconds");
    text(holidays, holidaysField, "holidays");
    date(start, startField, TimesEdits.START);
    date(end, endField, TimesEdits.END);
    days();
    zone.getItems()
        .setAll(
            ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/")).sorted().toList());
    text(zone.getEditor(), zoneField, "zone");
    zone.setOnAction(
        _ -> Optional.ofNullable(zone.getValue()).ifPresent(id -> model.keep("zone", id)));
    Named.choices(ramp, model, "ramp", this::ramps);
    Named.choices(mailbox, model, TimesEdits.MAILBOX, this::mailboxes);
    rampField.errorProperty().bind(model.error("ramp"));
    mailboxField.errorProperty().bind(model.error(TimesEdits.MAILBOX));
    countries.setText(words.countries(Holidays.known()));
    model.rules().addListener((_, _, now) -> show(now));
    show(model.rules().get());
    new ReadPlace(texts, failure, gone, content).follow(model.load());
  }

  @Override
  public Subscription onShow(Route.CampaignTimes route) {
    Subscription shown =
        Subscriptions.of(
            head.open(route.id()), model.open(route.id()), bar.mark(route.id(), tools));
    start.requestFocus();
    return shown;
  }

  private Map<String, String> ramps() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", texts.get(getClass(), "times.rampUsual"));
    choices.put("true", texts.get(getClass(), "times.rampOn"));
    choices.put("false", texts.get(getClass(), "times.rampOff"));
    return choices;
  }

  private Map<String, String> mailboxes() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", texts.get(getClass(), "times.usualMailbox"));
    model.mailboxes().get().forEach((id, address) -> choices.put(id.toString(), address));
    String now = model.value(TimesEdits.MAILBOX).get();
    choices.putIfAbsent(now, texts.get(getClass(), "times.otherMailbox"));
    return choices;
  }

  private void text(TextField input, FormField field, String name) {
    field.errorProperty().bind(model.error(name));
    KeptField kept = new KeptField(input, text -> model.keep(name, text));
    model.value(name).addListener((_, _, now) -> kept.show(now));
    kept.show(model.value(name).get());
  }

  private void date(DatePicker picker, FormField field, String name) {
    field.errorProperty().bind(model.error(name));
    model
        .value(name)
        .addListener((_, _, now) -> picker.setValue(now.isEmpty() ? null : LocalDate.parse(now)));
    picker
        .valueProperty()
        .addListener((_, _, now) -> model.keep(name, now == null ? "" : now.toString()));
  }

  private void days() {
    for (DayOfWeek day : DayOfWeek.values()) {
      ToggleButton button = new ToggleButton(words.name(day));
      button.setId("day-" + TimesWords.code(day));
      button.setOnAction(_ -> model.keep("days", chosen()));
      days.put(day, button);
      dayButtons.getChildren().add(button);
    }
    model.rules().addListener((_, _, now) -> mark(now));
    mark(model.rules().get());
  }

  private void mark(Rules rules) {
    days.forEach((day, button) -> button.setSelected(rules.days().contains(day)));
  }

  private String chosen() {
    String now =
        days.entrySet().stream()
            .filter(day -> day.getValue().isSelected())
            .map(day -> TimesWords.code(day.getKey()))
            .collect(Collectors.joining(", "));
    if (now.isEmpty()) {
      mark(model.rules().get()); // at least one day stays
    }
    return now.isEmpty() ? model.value("days").get() : now;
  }

  private void show(Rules rules) {
    applies
        .getChildren()
        .setAll(words.sentences(rules).stream().map(CampaignTimesController::line).toList());
    from.setPromptText(rules.from().toString());
    to.setPromptText(rules.to().toString());
    cap.setPromptText(String.valueOf(rules.dailyCap()));
    gap.setPromptText(String.valueOf(rules.gapSeconds()));
    zone.setPromptText(TimesWords.zone(rules.zone()));
  }

  private static Label line(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
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
