package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The templates that a search finds, and what is done to them.
final class TemplatesViewModel {
  private final TemplateEdits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final ObservableList<TemplateRow> rows = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private final ReadOnlyStringWrapper begun = new ReadOnlyStringWrapper(this, "begun", "");

  TemplatesViewModel(TemplateEdits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  private record Found(List<TemplateRow> rows, Optional<BegunTemplate> begun) {}

  StringProperty query() {
    return query;
  }

  ObservableList<TemplateRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// What a new template that was begun is called; empty if none was.
  ReadOnlyStringProperty begun() {
    return begun.getReadOnlyProperty();
  }

  /// Follows the search and the store.
  Subscription start() {
    refresh();
    return Subscriptions.of(
        Subscriptions.onChange(query, this::refresh),
        edits.store().changes().on(Entity.TEMPLATE, () -> async.onScreen(this::refresh)),
        edits.store().changes().on(Entity.TEMPLATE_FAVORITE, () -> async.onScreen(this::refresh)),
        edits.store().changes().on(Entity.EMAIL, () -> async.onScreen(this::refresh)));
  }

  void refresh() {
    String search = query.get();
    async.latest(
        this,
        () -> new Found(edits.list(search), BegunTemplate.find(edits.store(), Optional.empty())),
        found -> show(found, !search.isBlank()),
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  void toggleFavourite(TemplateRow row) {
    async.run(() -> edits.toggleFavourite(row), _ -> {}, this::refused);
  }

  /// Deletes a template; it can be taken back.
  void delete(TemplateRow row) {
    done(() -> edits.delete(row.doc()), text("templates.deleted", row.title()));
  }

  /// Begins a new template with the text of another one. What was begun before stays if there is
  /// any, because it is nowhere else.
  ///
  /// @param onBegun goes to where it is written on
  void begin(TemplateText text, Runnable onBegun) {
    async.run(
        () -> {
          boolean free = BegunTemplate.find(edits.store(), Optional.empty()).isEmpty();
          if (free) {
            new BegunTemplate(text, TemplateText.BLANK).keep(edits.store(), Optional.empty());
          }
          return free;
        },
        free -> {
          if (!free) {
            toasts.problem(text("templates.otherBegun"));
          }
          onBegun.run();
        },
        this::refused);
  }

  /// Begins a new template with the text of another one.
  void copy(TemplateRow row, Runnable onBegun) {
    TemplateText text = TemplateText.of(row.doc());
    begin(text.with("title", text("templates.copyOf", row.title())), onBegun);
  }

  /// Forgets the new template that was begun; it can be taken back.
  void discardBegun() {
    async.run(
        () -> {
          Optional<BegunTemplate> old = BegunTemplate.find(edits.store(), Optional.empty());
          BegunTemplate.forget(edits.store(), Optional.empty());
          return old;
        },
        old -> {
          refresh();
          old.ifPresent(
              kept -> toasts.done(text("templates.discarded"), again(() -> keepAgain(kept))));
        },
        this::refused);
  }

  private void keepAgain(BegunTemplate kept) {
    async.run(
        () -> {
          kept.keep(edits.store(), Optional.empty());
          return kept;
        },
        _ -> refresh(),
        this::refused);
  }

  private void done(Supplier<Edits.Done> work, String words) {
    async.run(
        work,
        done ->
            toasts.done(
                words,
                again(
                    () ->
                        done.undo()
                            .ifPresent(
                                undo ->
                                    async.run(
                                        () -> edits.takeBack(undo), _ -> {}, this::refused)))),
        this::refused);
  }

  private Toasts.Action again(Runnable undo) {
    return new Toasts.Action(text("common.undo"), undo);
  }

  private void show(Found found, boolean searched) {
    if (!rows.equals(found.rows())) {
      rows.setAll(found.rows());
    }
    begun.set(found.begun().map(this::title).orElse(""));
    load.set(found.rows().isEmpty() ? new Load.Empty(searched) : new Load.Ready());
  }

  private String title(BegunTemplate draft) {
    String title = draft.now().get("title").strip();
    return title.isEmpty() ? text("templates.untitled") : title;
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private String text(String key, Object... values) {
    return texts.get(TemplatesViewModel.class, key, values);
  }
}
