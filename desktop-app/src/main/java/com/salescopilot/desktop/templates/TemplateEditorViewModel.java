package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.editor.LetterPreview;
import com.salescopilot.desktop.editor.LetterReader;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Search;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.Turns;
import com.salescopilot.model.client.RefusedException;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A template being written, new or published. What stands in the form is on disk, and seen by
/// nobody else until it is published.
final class TemplateEditorViewModel {
  private static final int READERS = 3;

  private final Desk desk;
  private final TemplateEdits edits;
  private final Async async;
  private final Turns turns;
  private final Toasts toasts;
  private final Texts texts;
  private final LetterPreview preview;
  private final Map<String, StringProperty> fields = new LinkedHashMap<>();
  private final Map<String, StringProperty> errors = new HashMap<>();
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private final ReadOnlyObjectWrapper<List<String>> offered =
      new ReadOnlyObjectWrapper<>(this, "offered", List.of());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
  private final ObservableList<RevisionRow> revisions = FXCollections.observableArrayList();
  private Optional<UUID> id = Optional.empty();
  private Optional<Doc> row = Optional.empty();
  private Optional<LetterReader> reader = Optional.empty();
  private TemplateText was = TemplateText.BLANK;
  private boolean filling;
  private long written;

  TemplateEditorViewModel(Desk desk, TemplateEdits edits, Async async, Toasts toasts, Texts texts) {
    this.desk = desk;
    this.edits = edits;
    this.async = async;
    this.turns = new Turns(async);
    this.toasts = toasts;
    this.texts = texts;
    this.preview = new LetterPreview(texts);
    for (String field : TemplateText.FIELDS) {
      fields.put(field, new SimpleStringProperty(this, field, ""));
      errors.put(field, new SimpleStringProperty(this, field + "Error", ""));
    }
  }

  private record Opened(
      Optional<Doc> row, Optional<BegunTemplate> begun, List<Doc> people, LetterReader reader) {}

  StringProperty field(String name) {
    return of(fields, name);
  }

  /// Why a field cannot stay as it is; empty if it can.
  StringProperty error(String name) {
    return of(errors, name);
  }

  LetterPreview preview() {
    return preview;
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// The merge fields that can be put in.
  ReadOnlyObjectProperty<List<String>> offered() {
    return offered.getReadOnlyProperty();
  }

  /// What each revision brought, the newest first; none where none was used.
  ObservableList<RevisionRow> revisions() {
    return revisions;
  }

  /// Whether something stands here that is not published.
  ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  /// Shows a template until the subscription is closed.
  ///
  /// @param template which one; empty for a new one
  Subscription open(Optional<UUID> template) {
    if (!template.equals(id)) {
      fill(TemplateText.BLANK);
    }
    id = template;
    written++;
    load.set(new Load.Reading());
    read();
    Subscriptions open = new Subscriptions();
    fields.values().forEach(each -> open.add(Subscriptions.onChange(each, this::written)));
    open.add(on(Entity.PROSPECT));
    open.add(on(Entity.TEMPLATE));
    count();
    return open.add(desk.store().changes().on(Entity.EMAIL, () -> async.onScreen(this::count)));
  }

  /// Reads it (again).
  void read() {
    Optional<UUID> wanted = id;
    long before = written;
    turns.then(
        () -> opened(wanted),
        opened -> {
          if (written == before) {
            show(opened);
          } else {
            read(); // what was read is older than what stands in the form
          }
        },
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  /// Publishes what stands here.
  ///
  /// @param onDone goes elsewhere
  /// @param onWrong is told the first field that cannot stay
  void save(Runnable onDone, Consumer<String> onWrong) {
    check();
    if (text().get("title").isBlank()) {
      error("title").set(text("editor.noTitle"));
    }
    Optional<String> wrong =
        TemplateText.FIELDS.stream().filter(name -> !error(name).get().isEmpty()).findFirst();
    if (wrong.isPresent()) {
      onWrong.accept(wrong.get());
      return;
    }
    TemplateText now = text();
    Optional<UUID> published = id;
    turns.then(
        () -> publish(now, published),
        done -> {
          done.ifPresent(each -> said(now, each));
          onDone.run();
        },
        e -> refused(e, onWrong));
  }

  /// Goes back to what is published, or to nothing.
  void discard(Runnable onDone) {
    Optional<UUID> wanted = id;
    BegunTemplate kept = new BegunTemplate(text(), was);
    turns.then(
        () -> {
          BegunTemplate.forget(desk.store(), wanted);
          return opened(wanted);
        },
        opened -> {
          show(opened);
          toasts.done(
              text("editor.discarded"),
              new Toasts.Action(
                  text("common.undo"),
                  () ->
                      turns.then(
                          () -> {
                            kept.keep(desk.store(), wanted);
                            return opened(wanted);
                          },
                          this::shownIfHere,
                          this::refused)));
          onDone.run();
        },
        this::refused);
  }

  private Subscription on(Entity kind) {
    return desk.store().changes().on(kind, () -> async.onScreen(this::read));
  }

  /// Counts (again) what became of the mails.
  private void count() {
    Optional<UUID> wanted = id;
    async.latest(
        this,
        () -> wanted.map(edits::revisions).orElse(List.of()),
        revisions::setAll,
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  private Opened opened(Optional<UUID> wanted) {
    SqliteStore store = desk.store();
    Letters letters = new Letters(desk);
    return new Opened(
        wanted.flatMap(each -> store.row(new RowKey(Entity.TEMPLATE, each))),
        BegunTemplate.find(store, wanted),
        store.page(Entity.PROSPECT, Search.of(""), READERS, 0).items(),
        LetterReader.of(letters.sender(), store.customKeys(), texts).knowing(letters::company));
  }

  private void shownIfHere(Opened opened) {
    if (opened.row().map(Doc::id).equals(id)) {
      show(opened);
    }
  }

  private void show(Opened opened) {
    row = opened.row();
    count();
    reader = Optional.of(opened.reader());
    offered.set(FieldTitles.offered(opened.reader().catalogue()));
    TemplateText published = row.map(TemplateText::of).orElse(TemplateText.BLANK);
    TemplateText shown = opened.begun().map(BegunTemplate::now).orElse(published);
    was = opened.begun().map(BegunTemplate::was).orElse(published);
    fill(shown);
    changed.set(!shown.equals(was));
    preview.show(opened.people(), opened.reader()::made);
    check();
    load.set(id.isPresent() && row.isEmpty() ? new Load.Empty(false) : new Load.Ready());
  }

  private void fill(TemplateText shown) {
    if (!shown.equals(text())) {
      filling = true;
      fields.forEach((name, field) -> field.set(shown.get(name)));
      filling = false;
    }
  }

  private void written() {
    if (filling) {
      return;
    }
    written++;
    check();
    TemplateText now = text();
    Optional<UUID> template = id;
    BegunTemplate begun = new BegunTemplate(now, was);
    changed.set(!now.equals(was));
    turns.keep(
        template.toString(),
        () -> {
          if (now.equals(begun.was())) {
            BegunTemplate.forget(desk.store(), template);
          } else {
            begun.keep(desk.store(), template);
          }
        },
        this::refused);
  }

  private void check() {
    TemplateText now = text();
    preview.show(now.letter());
    Map<String, String> problems = reader.map(each -> each.problems(now.letter())).orElse(Map.of());
    errors.forEach((name, error) -> error.set(problems.getOrDefault(name, "")));
  }

  private Optional<Edits.Done> publish(TemplateText now, Optional<UUID> template) {
    Optional<Edits.Done> done =
        template.isEmpty()
            ? Optional.of(edits.create(now))
            : row.filter(_ -> !now.changedSince(was).isEmpty())
                .map(seen -> edits.patch(before(seen), now.changedSince(was)));
    BegunTemplate.forget(desk.store(), template);
    return done;
  }

  /// The row as it was when the writing began: against that an edit is merged.
  private Doc before(Doc seen) {
    Doc before = seen;
    for (String field : TemplateText.FIELDS) {
      String value = was.get(field);
      before = value.isBlank() ? before.without(field) : before.with(field, value);
    }
    return before;
  }

  private void said(TemplateText now, Edits.Done done) {
    String words = text(id.isEmpty() ? "editor.created" : "editor.saved", now.get("title").strip());
    toasts.done(
        words,
        new Toasts.Action(
            text("common.undo"),
            () ->
                done.undo()
                    .ifPresent(
                        undo -> async.run(() -> edits.takeBack(undo), _ -> {}, this::refused))));
  }

  private void refused(RuntimeException e, Consumer<String> onWrong) {
    if (e instanceof RefusedException refusal && errors.containsKey(refusal.reason().field())) {
      String field = refusal.reason().field();
      error(field).set(refusal.reason().detail());
      onWrong.accept(field);
    } else {
      refused(e);
    }
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private TemplateText text() {
    Map<String, String> values = new HashMap<>();
    fields.forEach((name, field) -> values.put(name, field.get()));
    return new TemplateText(values);
  }

  private static StringProperty of(Map<String, StringProperty> all, String name) {
    StringProperty found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("a template has no field " + name);
    }
    return found;
  }

  private String text(String key, Object... values) {
    return texts.get(TemplateEditorViewModel.class, key, values);
  }
}
