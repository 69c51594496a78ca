package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.ProspectCommand;
import com.salescopilot.model.sync.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One prospect: who they are, and what has happened.
final class ProspectDetailViewModel {
  private final SqliteStore store;
  private final Role role;
  private final Edits edits;
  private final Letters letters;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Optional<ProspectRow>> prospect =
      new ReadOnlyObjectWrapper<>(this, "prospect", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProspectRow>> twin =
      new ReadOnlyObjectWrapper<>(this, "twin", Optional.empty());
  private final ObservableList<Happening> happenings = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<KnownCompany>> company =
      new ReadOnlyObjectWrapper<>(this, "company", Optional.empty());
  private final ReadOnlyLongWrapper openTasks = new ReadOnlyLongWrapper(this, "openTasks");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  ProspectDetailViewModel(
      Desk desk, Edits edits, Letters letters, Async async, Toasts toasts, Texts texts) {
    this.store = desk.store();
    this.role = desk.account().role();
    this.edits = edits;
    this.letters = letters;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  /// Empty if there is no such prospect here.
  ReadOnlyObjectProperty<Optional<ProspectRow>> prospect() {
    return prospect.getReadOnlyProperty();
  }

  /// Somebody else with the same address, if there is.
  ReadOnlyObjectProperty<Optional<ProspectRow>> twin() {
    return twin.getReadOnlyProperty();
  }

  ObservableList<Happening> happenings() {
    return happenings;
  }

  /// What is known of where they work; empty where nothing is.
  ReadOnlyObjectProperty<Optional<KnownCompany>> company() {
    return company.getReadOnlyProperty();
  }

  /// Whether the company's name is offered: only where nobody wrote one.
  boolean offersCompany() {
    return company.get().flatMap(KnownCompany::name).isPresent()
        && prospect.get().filter(row -> row.text("company").isBlank()).isPresent();
  }

  /// Takes the company's name; it can be taken back.
  void takeCompany() {
    Optional<String> name = company.get().flatMap(KnownCompany::name);
    prospect
        .get()
        .filter(_ -> offersCompany())
        .ifPresent(
            row ->
                async.run(
                    () -> edits.patch(row.doc(), Map.of("company", name.orElseThrow())),
                    done ->
                        toasts.done(
                            texts.get(getClass(), "known.taken", name.orElseThrow()), undo(done)),
                    this::refused));
  }

  /// How much there is to be done about them.
  ReadOnlyLongProperty openTasks() {
    return openTasks.getReadOnlyProperty();
  }

  /// Why the last change was refused; empty if it was not.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Follows a prospect.
  Subscription start(UUID id) {
    read(id);
    return Subscriptions.of(
        store.changes().on(Entity.PROSPECT, () -> async.onScreen(() -> read(id))),
        store.changes().on(Entity.PROSPECT_ALIAS, () -> async.onScreen(() -> read(id))),
        store.changes().on(Entity.COMPANY_DATA, () -> async.onScreen(() -> read(id))),
        store.changes().on(Entity.TASK, () -> async.onScreen(() -> read(id))),
        store.changes().on(Entity.EMAIL, () -> async.onScreen(() -> read(id))));
  }

  /// Gives a field another value.
  void change(String field, String value) {
    prospect
        .get()
        .filter(row -> !row.text(field).equals(value.strip()))
        .ifPresent(
            row ->
                async.run(
                    () -> edits.patch(row.doc(), Map.of(field, value.strip())),
                    _ -> problem.set(""),
                    e -> problem.set(Refusal.words(texts, e))));
  }

  /// Deletes the prospect; it can be taken back.
  void delete(Runnable onDeleted) {
    prospect
        .get()
        .ifPresent(
            row ->
                async.run(
                    () -> edits.delete(row.doc()),
                    done -> {
                      toasts.done(
                          texts.get(getClass(), "prospects.deleted", row.name()), undo(done));
                      onDeleted.run();
                    },
                    this::refused));
  }

  /// Whether this person may erase somebody's data.
  boolean mayErase() {
    return role == Role.ADMIN;
  }

  /// Erases the prospect's data; nothing takes that back.
  void erase(Runnable onErased) {
    prospect
        .get()
        .ifPresent(
            row ->
                async.run(
                    () -> edits.submit(new ProspectCommand.Erase(row.doc().id())),
                    _ -> {
                      toasts.doneForGood(texts.get(getClass(), "prospect.erased"));
                      onErased.run();
                    },
                    this::refused));
  }

  /// Makes one of this prospect and the other with its address; this one stays.
  void merge() {
    prospect
        .get()
        .ifPresent(
            row ->
                twin.get()
                    .ifPresent(
                        other ->
                            async.run(
                                () -> Merging.into(edits, other.doc().id(), row.doc().id()),
                                _ ->
                                    toasts.doneForGood(
                                        texts.get(
                                            getClass(),
                                            "prospects.merged",
                                            other.name(),
                                            row.name())),
                                this::refused)));
  }

  private Toasts.Action undo(Edits.Done done) {
    return new Toasts.Action(
        texts.get(getClass(), "common.undo"),
        () ->
            done.undo()
                .ifPresent(
                    change -> async.run(() -> edits.takeBack(change), _ -> {}, this::refused)));
  }

  private record Read(
      Optional<ProspectRow> prospect,
      List<Doc> twins,
      List<Happening> happenings,
      long openTasks,
      Optional<KnownCompany> company) {}

  /// Others with the same address: the server has not merged them, or one was given it offline.
  private List<Doc> twins(Optional<Doc> row) {
    return row.flatMap(doc -> doc.text("email")).map(store::prospectsWithEmail).stream()
        .flatMap(List::stream)
        .filter(other -> !other.id().equals(row.orElseThrow().id()))
        .toList();
  }

  private void read(UUID id) {
    async.latest(
        this,
        () -> {
          UUID now = store.survivor(id); // it may have been merged since somebody went there
          Optional<Doc> row = store.row(new RowKey(Entity.PROSPECT, now));
          boolean waits = store.waiting(Entity.PROSPECT).contains(now);
          List<Doc> mails = new ArrayList<>(store.related(Relation.MAILS_OF_PROSPECT, now));
          store
              .mergedInto(now)
              .forEach(old -> mails.addAll(store.related(Relation.MAILS_OF_PROSPECT, old)));
          return new Read(
              row.map(doc -> new ProspectRow(doc, waits)),
              twins(row),
              Happening.of(mails, store.waiting(Entity.EMAIL)),
              store.related(Relation.TASKS_OF_PROSPECT, now).stream()
                  .filter(task -> task.get("doneAt").isEmpty())
                  .count(),
              row.flatMap(letters::company).map(KnownCompany::new));
        },
        read -> {
          prospect.set(read.prospect());
          company.set(read.company());
          twin.set(read.twins().stream().findFirst().map(doc -> new ProspectRow(doc, false)));
          happenings.setAll(read.happenings());
          openTasks.set(read.openTasks());
        },
        this::refused);
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }
}
