package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.LetterPreview;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.Turns;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The steps of a campaign being written. What is written is on disk and seen by nobody else until
/// it is saved: a campaign may run meanwhile.
final class StepsViewModel {
  private final StepsReading reading;
  private final StepEdits edits;
  private final Async async;
  private final Turns turns;
  private final Toasts toasts;
  private final Texts texts;
  private final StepForm form;
  private final StepPreview preview;
  private final StepPublishing publishing;
  private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<StepRow>> selected =
      new SimpleObjectProperty<>(this, "selected", Optional.empty());
  private final ReadOnlyObjectWrapper<StepsReading.Found> around =
      new ReadOnlyObjectWrapper<>(this, "around", StepsReading.Found.NOTHING);
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private Optional<UUID> campaign = Optional.empty();
  private Optional<UUID> wanted = Optional.empty();
  private long written;

  StepsViewModel(StepsReading reading, StepEdits edits, Async async, Toasts toasts, Texts texts) {
    this.reading = reading;
    this.edits = edits;
    this.async = async;
    this.turns = new Turns(async);
    this.toasts = toasts;
    this.texts = texts;
    this.form = new StepForm(texts, this::written);
    this.preview = new StepPreview(texts);
    this.publishing = new StepPublishing(edits, async, turns, toasts, texts);
  }

  StepForm form() {
    return form;
  }

  LetterPreview preview() {
    return preview.letter();
  }

  /// Whose steps these are.
  Optional<UUID> campaign() {
    return campaign;
  }

  /// How many wordings the step of one of them has.
  int wordings(StepRow row) {
    return (int) rows.stream().filter(each -> each.position() == row.position()).count();
  }

  /// All wordings by position and variant.
  ObservableList<StepRow> rows() {
    return rows;
  }

  /// The one that is written on.
  ReadOnlyObjectProperty<Optional<StepRow>> selected() {
    return selected;
  }

  /// What lies around the steps: readers, templates, fields, how far somebody is.
  ReadOnlyObjectProperty<StepsReading.Found> around() {
    return around.getReadOnlyProperty();
  }

  /// Empty says that the campaign is not here.
  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// Shows the steps of a campaign until the subscription is closed.
  ///
  /// @param step the one to begin with
  Subscription open(UUID shown, Optional<UUID> step) {
    wanted = step;
    if (!campaign.equals(Optional.of(shown))) {
      rows.clear();
      select(Optional.empty());
      load.set(new Load.Reading());
    }
    campaign = Optional.of(shown);
    written++;
    read();
    Subscriptions open = new Subscriptions();
    for (Entity kind :
        List.of(Entity.CAMPAIGN, Entity.CAMPAIGN_STEP, Entity.CAMPAIGN_PROSPECT, Entity.TEMPLATE)) {
      open.add(edits.store().changes().on(kind, () -> async.onScreen(this::read)));
    }
    return open;
  }

  void read() {
    campaign.ifPresent(
        id -> {
          long before = written;
          turns.then(
              () -> reading.read(id),
              found -> {
                if (!campaign.equals(Optional.of(id))) {
                  return;
                }
                if (written == before) {
                  show(found);
                } else {
                  read(); // what was read is older than what stands in the form
                }
              },
              e -> load.set(new Load.Failed(Refusal.words(texts, e))));
        });
  }

  private void show(StepsReading.Found found) {
    around.set(found);
    if (!rows.equals(found.rows())) {
      rows.setAll(found.rows());
    }
    select(
        found(wanted)
            .or(() -> found(selected.get().map(StepRow::id)))
            .or(() -> rows.stream().findFirst()));
    wanted = Optional.empty();
    load.set(found.campaign().isPresent() ? new Load.Ready() : new Load.Empty(false));
  }

  /// Writes on another wording from now on.
  void select(UUID id) {
    select(found(Optional.of(id)));
  }

  private Optional<StepRow> found(Optional<UUID> id) {
    return rows.stream().filter(row -> id.equals(Optional.of(row.id()))).findFirst();
  }

  private void select(Optional<StepRow> row) {
    selected.set(row);
    row.ifPresent(
        step -> {
          if (!form.text().equals(step.now())) {
            form.show(step.now());
          }
          form.check(around.get().reader());
        });
    showPreview();
  }

  private void showPreview() {
    preview.show(form.text(), selected.get(), rows, around.get());
  }

  private void written() {
    selected
        .get()
        .ifPresent(
            row -> {
              keep(row.with(form.text()));
              form.check(around.get().reader());
              showPreview();
            });
  }

  private void keep(StepRow row) {
    written++;
    put(row);
    selected.set(Optional.of(row));
    UUID id = campaign.orElseThrow();
    turns.keep("step " + row.id(), () -> row.keep(edits.store(), id), this::refused);
  }

  private void put(StepRow row) {
    List<StepRow> all = new ArrayList<>(rows);
    all.removeIf(each -> each.id().equals(row.id()));
    all.add(row);
    all.sort(StepRow.ORDER);
    rows.setAll(all);
  }

  /// Begins one more step.
  void add() {
    int last = rows.stream().mapToInt(StepRow::position).max().orElse(0);
    begin(last + 1, StepRow.FIRST, StepText.fresh(last + 1, texts.get(getClass(), "steps.wayOut")));
  }

  /// Begins one more wording of this step, with the same words.
  void addVariant() {
    selected
        .get()
        .ifPresent(
            row ->
                StepRow.VARIANTS.stream()
                    .filter(letter -> rows.stream().noneMatch(each -> isAt(each, row, letter)))
                    .findFirst()
                    .ifPresent(letter -> begin(row.position(), letter, row.now())));
  }

  private static boolean isAt(StepRow each, StepRow row, String letter) {
    return each.position() == row.position() && each.variant().equals(letter);
  }

  private void begin(int position, String variant, StepText text) {
    StepRow row = StepRow.begun(edits.newId(), position, variant, text);
    keep(row);
    select(row.id());
  }

  /// Takes the words of a template; which one they came from is remembered.
  void take(Doc template) {
    StepText before = form.text();
    Optional<UUID> at = selected.get().map(StepRow::id);
    form.write(
        before
            .with(StepText.SUBJECT, template.text("subject").orElse(""))
            .with(StepText.CONTENT, template.text("content").orElse(""))
            .with(StepText.TEMPLATE, template.id().toString())
            .with(StepText.REVISION, String.valueOf(template.whole("revision"))));
    toasts.done(
        text("steps.taken", template.text("title").orElse("")),
        publishing.undo(
            () -> {
              if (selected.get().map(StepRow::id).equals(at)) {
                form.write(before);
              }
            }));
  }

  /// Publishes what stands in the form.
  ///
  /// @param onWrong is told the first field that cannot stay
  void save(Consumer<String> onWrong) {
    selected
        .get()
        .ifPresent(
            row ->
                form.judge(around.get().reader(), row.position())
                    .ifPresentOrElse(
                        onWrong,
                        () ->
                            publishing.save(
                                campaign.orElseThrow(), row.with(form.text()), this::read)));
  }

  /// Goes back to what is published; what was never published is gone. Both come back by undo.
  void discard() {
    selected.get().ifPresent(row -> publishing.discard(campaign.orElseThrow(), row, this::read));
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private String text(String key, Object... values) {
    return texts.get(StepsViewModel.class, key, values);
  }
}
