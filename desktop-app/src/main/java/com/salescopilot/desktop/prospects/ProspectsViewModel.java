package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.PagedRows;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.csv.ProspectExport;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The prospects that a search finds, and what is done to them.
final class ProspectsViewModel {
  private final Edits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final SqliteStore store;
  private final PagedRows<ProspectRow> rows;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ObjectProperty<Order> order =
      new SimpleObjectProperty<>(this, "order", new Order("", ListQuery.Sorting.WORDS));
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private final ReadOnlyObjectWrapper<Optional<ProspectRow>> merging =
      new ReadOnlyObjectWrapper<>(this, "merging", Optional.empty());
  private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper(this, "found");

  ProspectsViewModel(Desk desk, Edits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
    this.store = desk.store();
    this.rows = new PagedRows<>(this::fetch, async);
  }

  /// The column that the list is sorted by.
  record Order(String field, ListQuery.Sorting sorting) {}

  StringProperty query() {
    return query;
  }

  ObjectProperty<Order> order() {
    return order;
  }

  PagedRows<ProspectRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  ReadOnlyIntegerProperty found() {
    return found.getReadOnlyProperty();
  }

  /// Follows the search and the store.
  Subscription start() {
    refresh();
    return Subscriptions.of(
        Subscriptions.onChange(query, this::refresh),
        Subscriptions.onChange(order, this::refresh),
        store.changes().on(Entity.PROSPECT, () -> async.onScreen(this::refresh)));
  }

  /// Gives a field of a prospect another value.
  void change(ProspectRow row, String field, String value) {
    if (!row.text(field).equals(value.strip())) {
      async.run(
          () -> edits.patch(row.doc(), Map.of(field, value.strip())), _ -> {}, e -> refused(e));
    }
  }

  /// Makes a prospect; `onMade` is told of its id.
  void add(Map<String, String> fields, Consumer<UUID> onMade, Consumer<String> onRefused) {
    async.run(
        () -> edits.create(Entity.PROSPECT, fields),
        done -> {
          toasts.done(text("prospects.added", fields.getOrDefault("email", "")), undo(done));
          onMade.accept(done.row().id());
        },
        e -> onRefused.accept(Refusal.words(texts, e)));
  }

  /// Deletes a prospect; it can be taken back.
  void delete(ProspectRow row) {
    async.run(
        () -> edits.delete(row.doc()),
        done -> toasts.done(text("prospects.deleted", row.name()), undo(done)),
        this::refused);
  }

  /// Keeps those that the search finds, in their order, in a file.
  void export(Surroundings surroundings) {
    ListQuery wanted = list();
    surroundings
        .saveAs(text("prospects.exportFile") + ".csv")
        .ifPresent(
            path ->
                async.run(
                    () -> write(path, wanted),
                    count -> toasts.done(text("prospects.exported", count, path.getFileName())),
                    e ->
                        toasts.problem(
                            e instanceof UncheckedIOException
                                ? text("prospects.unwritten")
                                : Refusal.words(texts, e))));
  }

  private int write(Path path, ListQuery wanted) {
    long[] keys = store.keys(Entity.PROSPECT, wanted);
    Map<Long, Doc> docs = store.rows(Entity.PROSPECT, keys);
    List<Doc> inOrder = Arrays.stream(keys).mapToObj(docs::get).filter(Objects::nonNull).toList();
    try {
      Files.writeString(path, ProspectExport.of(inOrder), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inOrder.size();
  }

  /// Who becomes another that is chosen next.
  ReadOnlyObjectProperty<Optional<ProspectRow>> merging() {
    return merging.getReadOnlyProperty();
  }

  void startMerging(ProspectRow goes) {
    merging.set(Optional.of(goes));
  }

  void stopMerging() {
    merging.set(Optional.empty());
  }

  /// Makes one of the two; this one stays.
  void merge(ProspectRow stays) {
    merging
        .get()
        .filter(goes -> !goes.doc().id().equals(stays.doc().id()))
        .ifPresent(
            goes ->
                async.run(
                    () -> Merging.into(edits, goes.doc().id(), stays.doc().id()),
                    _ -> {
                      stopMerging();
                      toasts.doneForGood(text("prospects.merged", goes.name(), stays.name()));
                    },
                    this::refused));
  }

  private Toasts.Action undo(Edits.Done done) {
    return new Toasts.Action(
        text("common.undo"),
        () ->
            done.undo()
                .ifPresent(
                    change -> async.run(() -> edits.takeBack(change), _ -> {}, this::refused)));
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private void refresh() {
    ListQuery list = list();
    boolean searched = !query.get().isBlank();
    async.latest(
        this,
        () -> rows.read(store.keys(Entity.PROSPECT, list)),
        now -> {
          rows.show(now);
          found.set(now.size());
          load.set(now.size() == 0 ? new Load.Empty(searched) : new Load.Ready());
        },
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  private ListQuery list() {
    ListQuery all = ListQuery.of(query.get());
    Order by = order.get();
    return switch (by.sorting()) {
      case WORDS -> all;
      case NEWEST -> all.newest();
      case UP, DOWN -> all.by(by.field(), by.sorting());
    };
  }

  private Map<Long, ProspectRow> fetch(long[] keys) {
    Map<Long, Doc> docs = store.rows(Entity.PROSPECT, keys);
    Set<UUID> waiting = store.waiting(Entity.PROSPECT);
    Map<Long, ProspectRow> found = new HashMap<>();
    docs.forEach((key, doc) -> found.put(key, new ProspectRow(doc, waiting.contains(doc.id()))));
    return found;
  }

  private String text(String key, Object... values) {
    return texts.get(ProspectsViewModel.class, key, values);
  }
}
