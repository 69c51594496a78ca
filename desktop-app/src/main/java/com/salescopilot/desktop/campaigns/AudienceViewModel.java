package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.PagedRows;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Prospects among whom an audience is marked: by a search, one by one, or as an import brought
/// them.
final class AudienceViewModel {
  private final CampaignEdits edits;
  private final Async async;
  private final Texts texts;
  private final Runnable onMarked;
  private final Consumer<RuntimeException> refused;
  private final PagedRows<Doc> rows;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper(this, "found");
  private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper(this, "marked");
  private final ReadOnlyObjectWrapper<List<ImportedFile>> files =
      new ReadOnlyObjectWrapper<>(this, "files", List.of());
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private final Set<UUID> marks = new LinkedHashSet<>();
  private final Set<LeaveOut> leaving = EnumSet.copyOf(LeaveOut.USUAL);
  private final ReadOnlyIntegerWrapper leftOut = new ReadOnlyIntegerWrapper(this, "leftOut");
  private final Object reading = new Object();

  /// @param onMarked is told when a person marks or unmarks somebody
  /// @param refused says what could not be read
  AudienceViewModel(
      CampaignEdits edits,
      Async async,
      Texts texts,
      Runnable onMarked,
      Consumer<RuntimeException> refused) {
    this.edits = edits;
    this.async = async;
    this.texts = texts;
    this.onMarked = onMarked;
    this.refused = refused;
    this.rows = new PagedRows<>(keys -> edits.store().rows(Entity.PROSPECT, keys), async);
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

  ReadOnlyIntegerProperty marked() {
    return marked.getReadOnlyProperty();
  }

  /// The files that were imported here, the last one first.
  ReadOnlyObjectProperty<List<ImportedFile>> files() {
    return files.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  boolean isMarked(UUID prospect) {
    return marks.contains(prospect);
  }

  List<UUID> marks() {
    return List.copyOf(marks);
  }

  /// Follows the search and the store until the subscription is closed.
  Subscription follow() {
    refresh();
    readFiles();
    return Subscriptions.of(
        Subscriptions.onChange(query, this::refresh),
        edits.store().changes().on(Entity.PROSPECT, () -> async.onScreen(this::refresh)),
        edits.store().changes().on(Entity.PROSPECT_IMPORT, () -> async.onScreen(this::readFiles)));
  }

  private void readFiles() {
    async.latest(reading, () -> ImportedFile.all(edits.store()), files::set, refused);
  }

  /// Takes a prospect in or out.
  void toggle(UUID prospect) {
    if (!marks.remove(prospect)) {
      marks.add(prospect);
    }
    changed();
  }

  /// Takes in everybody whom the search finds now.
  void markFound() {
    long[] keys = rows.keys();
    mark(() -> edits.store().ids(Entity.PROSPECT, keys));
  }

  /// Takes in everybody whom an import made or changed.
  void mark(ImportedFile file) {
    mark(file::prospects);
  }

  private record Taken(List<UUID> stay, int leftOut) {}

  private void mark(Supplier<? extends Collection<UUID>> found) {
    Set<LeaveOut> rules = Set.copyOf(leaving);
    async.run(
        () -> {
          Collection<UUID> all = found.get();
          List<UUID> stay = LeaveOut.from(all, rules, edits.store());
          return new Taken(stay, all.size() - stay.size());
        },
        taken -> {
          marks.addAll(taken.stay());
          leftOut.set(taken.leftOut());
          changed();
        },
        refused);
  }

  /// Whether some are left out when many are marked at once.
  boolean leavesOut(LeaveOut some) {
    return leaving.contains(some);
  }

  /// Leaves some out from now on, or does not any more.
  void toggle(LeaveOut some) {
    if (!leaving.remove(some)) {
      leaving.add(some);
    }
  }

  /// How many were left out when many were marked last.
  ReadOnlyIntegerProperty leftOut() {
    return leftOut.getReadOnlyProperty();
  }

  void unmarkAll() {
    leftOut.set(0);
    marks.clear();
    changed();
  }

  /// Shows other marks without telling that somebody made them.
  void show(Collection<UUID> prospects) {
    leftOut.set(0);
    marks.clear();
    marks.addAll(prospects);
    marked.set(marks.size());
  }

  private void changed() {
    marked.set(marks.size());
    onMarked.run();
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
}
