package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One campaign: how it stands, who is in it, and its mails.
final class CampaignDetailViewModel {
  private final CampaignEdits edits;
  private final Async async;
  private final Texts texts;
  private final MailWords words;
  private final ReadOnlyObjectWrapper<Optional<CampaignRow>> campaign =
      new ReadOnlyObjectWrapper<>(this, "campaign", Optional.empty());
  private final ObservableList<EnrolmentRow> enrolments = FXCollections.observableArrayList();
  private final ObservableList<Doc> mails = FXCollections.observableArrayList();
  private final ObservableList<VariantRow> variants = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<GuardNumbers> guard =
      new ReadOnlyObjectWrapper<>(this, "guard", GuardNumbers.NONE);
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private Optional<UUID> id = Optional.empty();
  private Set<UUID> untold = Set.of();

  CampaignDetailViewModel(CampaignEdits edits, Async async, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.texts = texts;
    this.words = new MailWords(texts);
  }

  private record Found(
      Optional<CampaignRow> campaign,
      List<EnrolmentRow> enrolments,
      List<Doc> mails,
      List<VariantRow> variants,
      GuardNumbers guard,
      Set<UUID> untold) {}

  ReadOnlyObjectProperty<Optional<CampaignRow>> campaign() {
    return campaign.getReadOnlyProperty();
  }

  /// What its guard goes by.
  ReadOnlyObjectProperty<GuardNumbers> guard() {
    return guard.getReadOnlyProperty();
  }

  ObservableList<EnrolmentRow> enrolments() {
    return enrolments;
  }

  /// Its mails, the last one first.
  ObservableList<Doc> mails() {
    return mails;
  }

  /// What each wording of each step brought.
  ObservableList<VariantRow> variants() {
    return variants;
  }

  /// Whether changes of a mail have not reached the server.
  boolean untold(UUID mail) {
    return untold.contains(mail);
  }

  /// Empty says that there is no such campaign here.
  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// Shows a campaign until the subscription is closed.
  Subscription open(UUID shown) {
    if (!id.equals(Optional.of(shown))) {
      show(
          new Found(
              Optional.empty(), List.of(), List.of(), List.of(), GuardNumbers.NONE, Set.of()));
      load.set(new Load.Reading());
    }
    id = Optional.of(shown);
    refresh();
    Subscriptions all = new Subscriptions();
    for (Entity kind :
        List.of(
            Entity.CAMPAIGN,
            Entity.CAMPAIGN_STEP,
            Entity.CAMPAIGN_PROSPECT,
            Entity.EMAIL,
            Entity.SUPPRESSION,
            Entity.PROSPECT)) {
      all.add(edits.store().changes().on(kind, () -> async.onScreen(this::refresh)));
    }
    return all;
  }

  void refresh() {
    id.ifPresent(
        wanted ->
            async.latest(
                this,
                () -> find(wanted),
                found -> {
                  show(found);
                  load.set(found.campaign().isPresent() ? new Load.Ready() : new Load.Empty(false));
                },
                e -> load.set(new Load.Failed(Refusal.words(texts, e)))));
  }

  private void show(Found found) {
    campaign.set(found.campaign());
    guard.set(found.guard());
    if (!enrolments.equals(found.enrolments())) {
      enrolments.setAll(found.enrolments());
    }
    if (!variants.equals(found.variants())) {
      variants.setAll(found.variants());
    }
    boolean told = untold.equals(found.untold());
    untold = found.untold();
    if (!mails.equals(found.mails()) || !told) {
      mails.setAll(found.mails());
    }
  }

  private Found find(UUID wanted) {
    SqliteStore store = edits.store();
    List<Doc> sent = store.related(Relation.MAILS_OF_CAMPAIGN, wanted);
    Map<UUID, List<Doc>> byProspect =
        sent.stream()
            .filter(mail -> mail.uuid("prospectId").isPresent())
            .collect(Collectors.groupingBy(mail -> mail.uuid("prospectId").orElseThrow()));
    List<Doc> enrolled = store.related(Relation.ENROLMENTS_OF_CAMPAIGN, wanted);
    Map<UUID, Doc> people = Outlooks.people(store, enrolled);
    List<EnrolmentRow> rows = new ArrayList<>();
    for (Doc enrolment : enrolled) {
      Optional<UUID> prospect = enrolment.uuid("prospectId");
      List<Doc> theirs =
          prospect.map(who -> byProspect.getOrDefault(who, List.of())).orElse(List.of());
      rows.add(
          new EnrolmentRow(
              enrolment,
              prospect.flatMap(who -> Optional.ofNullable(people.get(who))),
              words.last(theirs)));
    }
    rows.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
    List<Doc> steps = store.related(Relation.STEPS_OF_CAMPAIGN, wanted);
    Optional<CampaignRow> row = edits.find(wanted);
    return new Found(
        row,
        rows,
        sent,
        VariantRow.all(steps, sent),
        row.map(found -> guard(found.doc(), sent)).orElse(GuardNumbers.NONE),
        store.waiting(Entity.EMAIL));
  }

  private GuardNumbers guard(Doc campaign, List<Doc> mails) {
    Instant since = GuardNumbers.since(campaign, edits.now());
    return GuardNumbers.of(since, mails, Suppressed.complainers(edits.store(), since));
  }
}
