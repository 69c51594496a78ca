package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.KeptLetter;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.Turns;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A letter that is being written. Nothing of it is ever unsaved for longer than a moment.
final class ComposeViewModel {
  private final Desk desk;
  private final Edits edits;
  private final Letters letters;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final IntSupplier undoSeconds;
  private final Turns turns;
  private final Leaving leaving;
  private final Shelf shelf;
  private final ScoreViewModel score;
  private final Previews previews;
  private final ObservableList<Recipient> people = FXCollections.observableArrayList();
  private final StringProperty subject = new SimpleStringProperty(this, "subject", "");
  private final ObjectProperty<Document> letter =
      new SimpleObjectProperty<>(this, "letter", Document.EMPTY);
  private final BooleanProperty plainText = new SimpleBooleanProperty(this, "plainText");
  private final ReadOnlyObjectWrapper<Preview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", new Preview.Nobody());
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /// Of the letter that is on the screen.
  private Drafts drafts;

  /// With which the letter on the screen was begun.
  private Optional<UUID> template = Optional.empty();

  private int shown;
  private int opening;

  ComposeViewModel(
      Desk desk,
      Edits edits,
      Letters letters,
      Async async,
      Toasts toasts,
      Texts texts,
      IntSupplier undoSeconds) {
    this.desk = desk;
    this.edits = edits;
    this.letters = letters;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
    this.undoSeconds = undoSeconds;
    this.turns = new Turns(async);
    this.drafts = new Drafts(desk, edits, letters, Optional.empty(), Optional.empty());
    this.leaving = new Leaving(desk, edits, async, toasts, texts);
    this.shelf = new Shelf(desk.store(), letters, async, texts, this::refused);
    this.previews = new Previews(desk, letters, texts);
    WorkspaceRules rules = new WorkspaceRules(desk);
    this.score =
        new ScoreViewModel(letters, rules, new ServerNarrator(desk, rules), async, this::refused);
  }

  ScoreViewModel score() {
    return score;
  }

  Shelf shelf() {
    return shelf;
  }

  /// Suggestions for this letter, and for whom it is shown just now.
  ///
  /// @param change makes the letter another one, in a step that can be taken back
  SuggestionViewModel suggestions(Consumer<Document> change) {
    SuggestionViewModel suggestions =
        new SuggestionViewModel(
            ServerEngine.of(desk, letters),
            Feedback.inTurns(desk, async)
                .andThen(
                    told ->
                        told.taken().ifPresent(hunk -> drafts.origin().took(told.maker(), hunk))),
            subject::get,
            letter::get,
            this::reader,
            change,
            async,
            this::refused);
    letter.addListener(_ -> suggestions.letterChanged());
    return suggestions;
  }

  private Optional<Doc> reader() {
    List<Recipient.Known> readers = readers();
    return readers.isEmpty()
        ? Optional.empty()
        : Optional.of(readers.get(Math.floorMod(shown, readers.size())).prospect());
  }

  ObservableList<Recipient> people() {
    return people;
  }

  StringProperty subject() {
    return subject;
  }

  ObjectProperty<Document> letter() {
    return letter;
  }

  BooleanProperty plainText() {
    return plainText;
  }

  ReadOnlyObjectProperty<Preview> preview() {
    return preview.getReadOnlyProperty();
  }

  /// Whether what is written is kept.
  ReadOnlyStringProperty state() {
    return state.getReadOnlyProperty();
  }

  /// Why it cannot be sent; empty while nobody tried.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Begins a letter, or goes on with one. Until that is on the screen, what is typed belongs to
  /// the letter before.
  void open(Route.Compose route, Runnable onOpen) {
    save();
    Written before = written();
    List<Recipient> to = List.copyOf(people);
    int now = ++opening;
    turns.then(
        () -> read(route),
        opened -> {
          if (now != opening) {
            return; // another was opened meanwhile
          }
          if (!written().equals(before) || !people.equals(to)) {
            open(route, onOpen); // it may be the same letter
            return;
          }
          show(opened);
          onOpen.run();
        },
        this::refused);
  }

  private Opened read(Route.Compose route) {
    Optional<Doc> draft = route.draft().flatMap(id -> row(Entity.EMAIL_DRAFT, id));
    Optional<Recipient> to =
        draft
            .flatMap(begun -> begun.uuid("prospectId"))
            .or(route::to)
            .flatMap(this::prospect)
            .<Recipient>map(Recipient.Known::new)
            .or(() -> route.address().map(this::owner));
    return new Opened(new Drafts(desk, edits, letters, draft, route.campaign()), draft, to);
  }

  private void show(Opened opened) {
    drafts = opened.drafts();
    Written written = opened.draft().map(Written::of).orElse(Written.NOTHING);
    template = written.template();
    subject.set(written.subject());
    plainText.set(written.plainText());
    letter.set(written.letter());
    problem.set("");
    state.set("");
    people.setAll(opened.to().stream().toList()); // at once: between two there would be nobody
    look(0);
  }

  private record Opened(Drafts drafts, Optional<Doc> draft, Optional<Recipient> to) {}

  /// Takes up an address that was typed.
  void add(String typed) {
    String address = typed.strip();
    async.run(() -> owner(address), this::add, this::refused);
  }

  private Recipient owner(String address) {
    return desk.store().prospectsWithEmail(address).stream()
        .findFirst()
        .<Recipient>map(Recipient.Known::new)
        .orElseGet(() -> Recipient.typed(address));
  }

  /// Takes up somebody.
  void add(Recipient recipient) {
    if (people.stream().noneMatch(other -> other.label().equals(recipient.label()))) {
      people.add(recipient);
    }
  }

  /// Makes a prospect of an address that has none.
  void create(Recipient.Unknown unknown) {
    String domain = unknown.address().substring(unknown.address().indexOf('@') + 1);
    async.run(
        () ->
            edits.create(
                Entity.PROSPECT,
                Map.of("email", unknown.address(), "company", Companies.guess(domain))),
        done -> {
          int place = people.indexOf(unknown);
          Optional<Doc> made = prospect(done.row().id());
          if (place >= 0 && made.isPresent()) {
            people.set(place, new Recipient.Known(made.get()));
          }
        },
        this::refused);
  }

  /// Keeps what is written, and shows anew what is read.
  void save() {
    Written written = written();
    List<UUID> to = known();
    Drafts now = drafts;
    turns.keep(
        "letter",
        () -> now.save(written, to),
        kept -> state.set(kept ? texts.get(getClass(), "compose.kept") : ""),
        this::refused);
    look(shown);
  }

  /// Shows what the next, or the one before, would read.
  void step(int by) {
    look(shown + by);
  }

  private void look(int wanted) {
    List<Recipient.Known> readers = readers();
    Written written = written();
    if (readers.isEmpty()) {
      preview.set(new Preview.Nobody());
      score.judge(written, Optional.empty(), drafts.campaign());
      return;
    }
    shown = Math.floorMod(wanted, readers.size());
    score.judge(written, Optional.of(readers.get(shown).prospect()), drafts.campaign());
    Recipient.Known reader = readers.get(shown);
    int place = shown + 1;
    async.latest(
        preview,
        () -> previews.of(written, reader, place, readers.size()),
        preview::set,
        this::refused);
  }

  /// Sends it to everybody, or says why not.
  void send(Runnable onSent) {
    List<UUID> to = known();
    if (to.size() < people.size()) {
      problem.set(texts.get(getClass(), "compose.unknown"));
      return;
    }
    if (to.isEmpty()) {
      problem.set(texts.get(getClass(), "compose.nobody"));
      return;
    }
    Written written = written();
    if (written.subject().isBlank() || written.letter().isEmpty()) {
      problem.set(texts.get(getClass(), "compose.unwritten"));
      return;
    }
    problem.set("");
    int undo = undoSeconds.getAsInt();
    Drafts now = drafts;
    turns.then(
        () -> now.send(written, to, undo),
        back -> {
          if (!back.isEmpty()) {
            leaving.say(back, undo);
            onSent.run();
          }
        },
        e -> problem.set(Refusal.words(texts, e)));
  }

  /// Throws the letter away; it can be taken back.
  void discard(Runnable onDiscarded) {
    turns.then(
        drafts::discard,
        back -> {
          if (!back.isEmpty()) {
            toasts.done(texts.get(getClass(), "compose.discarded"), bringBack(back));
          }
          onDiscarded.run();
        },
        this::refused);
  }

  private Toasts.Action bringBack(List<Change> back) {
    return new Toasts.Action(
        texts.get(getClass(), "common.undo"),
        () ->
            async.run(
                () -> back.stream().map(edits::submit).toList(),
                _ -> toasts.done(texts.get(getClass(), "compose.broughtBack")),
                this::refused));
  }

  /// Whether something is written that has not been sent.
  boolean isBegun() {
    return !written().isEmpty() || !people.isEmpty();
  }

  /// Takes a template's text; its fields stay fields.
  void take(Doc template) {
    this.template = Optional.of(template.id());
    letter.set(KeptLetter.read(template.text("content").orElse("")));
    template.text("subject").ifPresent(subject::set);
    save();
  }

  private Written written() {
    return new Written(subject.get(), letter.get(), plainText.get(), template);
  }

  private List<Recipient.Known> readers() {
    return people.stream()
        .filter(Recipient.Known.class::isInstance)
        .map(Recipient.Known.class::cast)
        .toList();
  }

  private List<UUID> known() {
    return readers().stream().map(reader -> reader.prospect().id()).toList();
  }

  private Optional<Doc> prospect(UUID id) {
    return row(Entity.PROSPECT, id);
  }

  private Optional<Doc> row(Entity entity, UUID id) {
    return desk.store().row(new RowKey(entity, id));
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }
}
