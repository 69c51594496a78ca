package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.PagedRows;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.Turns;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A campaign being put together: what it is called, and who is in it.
final class NewCampaignViewModel {
  private final CampaignEdits edits;
  private final Async async;
  private final Turns turns;
  private final Toasts toasts;
  private final Texts texts;
  private final PagedRows<Doc> rows;
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty description = new SimpleStringProperty(this, "description", "");
  private final StringProperty nameError = new SimpleStringProperty(this, "nameError", "");
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper(this, "found");
  private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper(this, "marked");
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private final Set<UUID> marks = new LinkedHashSet<>();
  private Optional<UUID> id = Optional.empty();
  private boolean filling;
  private long written;

  NewCampaignViewModel(CampaignEdits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.turns = new Turns(async);
    this.toasts = toasts;
    this.texts = texts;
    this.rows = new PagedRows<>(keys -> edits.store().rows(Entity.PROSPECT, keys), async);
  }

  private record Begun(Optional<BegunCampaign> text, Set<UUID> audience) {}

  StringProperty name() {
    return name;
  }

  StringProperty description() {
    return description;
  }

  StringProperty nameError() {
    return nameError;
  }

  StringProperty query() {
    return query;
  }

  PagedRows<Doc> rows() {
    return rows;
  }

  /// How many prospects the search finds.
  ReadOnlyIntegerProperty found() {
    return found.getReadOnlyProperty();
  }

  /// How many prospects will be enrolled.
  ReadOnlyIntegerProperty marked() {
    return marked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  boolean isMarked(UUID prospect) {
    return marks.contains(prospect);
  }

  /// Goes on with what was begun, and follows the search.
  Subscription start() {
    read();
    refresh();
    return Subscriptions.of(
        Subscriptions.onChange(name, this::written),
        Subscriptions.onChange(description, this::written),
        Subscriptions.onChange(query, this::refresh),
        edits.store().changes().on(Entity.PROSPECT, () -> async.onScreen(this::refresh)));
  }

  private void read() {
    long before = written;
    turns.then(
        () -> new Begun(BegunCampaign.find(edits.store()), BegunCampaign.audience(edits.store())),
        begun -> {
          if (written == before) {
            show(begun);
          } else {
            read(); // what was read is older than what stands in the form
          }
        },
        this::refused);
  }

  /// Takes a prospect in or out.
  void toggle(UUID prospect) {
    if (!marks.remove(prospect)) {
      marks.add(prospect);
    }
    marksChanged();
  }

  /// Takes in everybody whom the search finds now.
  void markFound() {
    long[] keys = rows.keys();
    async.run(
        () -> edits.store().ids(Entity.PROSPECT, keys),
        ids -> {
          marks.addAll(ids);
          marksChanged();
        },
        this::refused);
  }

  void unmarkAll() {
    marks.clear();
    marksChanged();
  }

  /// Makes the campaign and enrols its audience.
  ///
  /// @param onMade is told its id
  /// @param onWrong is called if the name cannot stay
  void create(Consumer<UUID> onMade, Runnable onWrong) {
    if (name.get().isBlank()) {
      nameError.set(text("new.noName"));
      onWrong.run();
      return;
    }
    UUID chosen = id();
    Map<String, String> fields = Map.of("name", name.get(), "description", description.get());
    List<UUID> audience = List.copyOf(marks);
    turns.then(
        () -> {
          int enrolled = edits.create(chosen, fields, audience);
          BegunCampaign.forget(edits.store());
          return enrolled;
        },
        enrolled -> {
          toasts.doneForGood(
              text("new.created", fields.getOrDefault("name", "").strip(), enrolled));
          show(new Begun(Optional.empty(), Set.of()));
          onMade.accept(chosen);
        },
        this::refused);
  }

  /// Forgets what was begun; it can be taken back.
  void discard(Runnable onDone) {
    BegunCampaign text = new BegunCampaign(id(), name.get(), description.get());
    Begun old = new Begun(Optional.of(text), Set.copyOf(marks));
    turns.then(
        () -> {
          BegunCampaign.forget(edits.store());
          return old;
        },
        kept -> {
          show(new Begun(Optional.empty(), Set.of()));
          toasts.done(
              text("new.discarded"),
              new Toasts.Action(text("common.undo"), () -> bringBack(text, kept)));
          onDone.run();
        },
        this::refused);
  }

  private void bringBack(BegunCampaign text, Begun kept) {
    turns.then(
        () -> {
          text.keep(edits.store());
          BegunCampaign.keepAudience(edits.store(), kept.audience());
          return kept;
        },
        this::show,
        this::refused);
  }

  private void show(Begun begun) {
    filling = true;
    id = begun.text().map(BegunCampaign::id);
    name.set(begun.text().map(BegunCampaign::name).orElse(""));
    description.set(begun.text().map(BegunCampaign::description).orElse(""));
    nameError.set("");
    filling = false;
    marks.clear();
    marks.addAll(begun.audience());
    marked.set(marks.size());
  }

  private void written() {
    if (!filling) {
      written++;
      nameError.set("");
      keepText();
    }
  }

  private void keepText() {
    BegunCampaign text = new BegunCampaign(id(), name.get(), description.get());
    turns.keep("text", () -> text.keep(edits.store()), this::refused);
  }

  private void marksChanged() {
    written++;
    marked.set(marks.size());
    List<UUID> now = List.copyOf(marks);
    keepText();
    turns.keep("audience", () -> BegunCampaign.keepAudience(edits.store(), now), this::refused);
  }

  private UUID id() {
    UUID chosen = id.orElseGet(edits::newId);
    id = Optional.of(chosen);
    return chosen;
  }

  void refresh() {
    String search = query.get();
    async.latest(
        this,
        () -> rows.read(edits.store().keys(Entity.PROSPECT, ListQuery.of(search))),
        now -> {
          rows.show(now);
          found.set(now.size());
          load.set(now.size() == 0 ? new Load.Empty(!search.isBlank()) : new Load.Ready());
        },
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private String text(String key, Object... values) {
    return texts.get(NewCampaignViewModel.class, key, values);
  }
}
