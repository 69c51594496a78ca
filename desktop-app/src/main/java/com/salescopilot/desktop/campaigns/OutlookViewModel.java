package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.LetterPreview;
import com.salescopilot.desktop.editor.LetterReader;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.preflight.Finding;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.PickSeed;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What stands against a campaign, and what would leave of it, mail after mail. All of it is
/// computed here, with or without a network; what leaves is told by the server where it can.
final class OutlookViewModel {
  private final Supplier<SqliteStore> store;
  private final Outlooks outlooks;
  private final ServerPlans server;
  private final Async async;
  private final Texts texts;
  private final ZoneId zone;
  private final LetterPreview preview;
  private final BooleanProperty answers = new SimpleBooleanProperty(this, "answers");
  private final ReadOnlyObjectWrapper<Optional<Review>> review =
      new ReadOnlyObjectWrapper<>(this, "review", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Departures>> departures =
      new ReadOnlyObjectWrapper<>(this, "departures", Optional.empty());
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableList<Departures.Departure> mails = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private Optional<UUID> campaign = Optional.empty();
  private LetterReader reader;

  /// @param store where rows are, as another account may work here later
  /// @param zone whose days and hours are shown
  OutlookViewModel(
      Supplier<SqliteStore> store,
      Outlooks outlooks,
      ServerPlans server,
      Async async,
      Texts texts,
      ZoneId zone) {
    this.store = store;
    this.outlooks = outlooks;
    this.server = server;
    this.async = async;
    this.texts = texts;
    this.zone = zone;
    this.preview = new LetterPreview(texts);
    this.reader = LetterReader.of(new Sender("", "", ""), List.of(), texts);
  }

  private record Found(
      Optional<Review> review, Optional<Departures> departures, LetterReader reader) {}

  /// Whether people answer by chance; otherwise nobody does.
  BooleanProperty answers() {
    return answers;
  }

  ReadOnlyObjectProperty<Optional<Review>> review() {
    return review.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Departures>> departures() {
    return departures.getReadOnlyProperty();
  }

  /// What was found, the gravest first.
  ObservableList<Finding> findings() {
    return findings;
  }

  /// In the order of leaving.
  ObservableList<Departures.Departure> mails() {
    return mails;
  }

  /// One of the mails, as it would leave.
  LetterPreview preview() {
    return preview;
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// Follows a campaign until the subscription is closed.
  Subscription open(UUID shown) {
    if (!campaign.equals(Optional.of(shown))) {
      review.set(Optional.empty());
      departures.set(Optional.empty());
      findings.clear();
      mails.clear();
      load.set(new Load.Reading());
    }
    campaign = Optional.of(shown);
    refresh();
    Subscriptions all = Subscriptions.of(Subscriptions.onChange(answers, this::refresh));
    for (Entity kind :
        List.of(
            Entity.CAMPAIGN,
            Entity.CAMPAIGN_STEP,
            Entity.CAMPAIGN_PROSPECT,
            Entity.PROSPECT,
            Entity.SUPPRESSION,
            Entity.EMAIL)) {
      all.add(store.get().changes().on(kind, () -> async.onScreen(this::refresh)));
    }
    return all;
  }

  void refresh() {
    Departures.Answers wanted =
        answers.get() ? Departures.Answers.BY_CHANCE : Departures.Answers.NOBODY;
    campaign.ifPresent(
        id ->
            async.latest(
                this,
                () -> find(id, wanted),
                found -> {
                  show(found);
                  found.review().ifPresent(seen -> ask(seen.outlook(), wanted));
                },
                e -> load.set(new Load.Failed(Refusal.words(texts, e)))));
  }

  /// Puts what the server says in place of the estimate, if it says something.
  private void ask(Outlook outlook, Departures.Answers wanted) {
    Optional<Departures> estimate = departures.get();
    async.latest(
        server,
        () -> server.departures(outlook, wanted),
        said ->
            said.filter(_ -> departures.get().equals(estimate))
                .ifPresent(known -> show(Departures.known(outlook, known, zone))),
        _ -> {}); // the estimate stays
  }

  private void show(Departures now) {
    mails.setAll(now.mails());
    departures.set(Optional.of(now));
  }

  private Found find(UUID id, Departures.Answers wanted) {
    List<String> keys = store.get().customKeys();
    Optional<Outlook> outlook = outlooks.read(id);
    return new Found(
        outlook.map(found -> Review.of(found, outlooks.sender(), new FieldCatalogue(keys))),
        outlook.map(found -> Departures.estimated(found, wanted, zone)),
        LetterReader.of(outlooks.sender(), keys, texts));
  }

  private void show(Found found) {
    reader = found.reader();
    review.set(found.review());
    findings.setAll(found.review().map(Review::findings).orElse(List.of()));
    mails.setAll(found.departures().map(Departures::mails).orElse(List.of()));
    departures.set(found.departures());
    load.set(found.review().isPresent() ? new Load.Ready() : new Load.Empty(false));
  }

  /// Shows one of the mails as its reader will get it.
  void read(Departures.Departure mail) {
    StepText text = mail.wording().map(StepText::of).orElse(new StepText(Map.of()));
    LetterReader now = reader;
    UUID step = mail.wording().map(Doc::id).orElse(new UUID(0, 0));
    preview.show(text.with(StepText.SUBJECT, mail.subject()).letter());
    preview.show(
        mail.person().map(List::of).orElse(List.of()),
        (letter, person) ->
            now.made(
                letter,
                person,
                person.map(who -> new PickSeed(who.id(), step)).orElse(PickSeed.NONE),
                person
                    .map(who -> Fitness.values(who, now.sender(), mail.company()))
                    .orElse(Map.of())));
  }
}
