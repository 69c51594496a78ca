package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.Rules;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.StoredState;
import com.salescopilot.model.template.FieldCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads what plans hang on from the rows of this machine, as the server does from its own.
final class Outlooks {
  private static final Duration RAMP_DAYS = Duration.ofDays(31);

  private final Desk desk;
  private final Letters letters;
  private final WorkspaceRules rules;

  Outlooks(Desk desk, Letters letters) {
    this.desk = desk;
    this.letters = letters;
    this.rules = new WorkspaceRules(desk);
  }

  /// Somebody's place in a campaign.
  private record Place(UUID campaign, UUID prospect) {}

  /// All that one campaign hangs on; empty if it is not here.
  Optional<Outlook> read(UUID campaign) {
    SqliteStore store = desk.store();
    return store.row(new RowKey(Entity.CAMPAIGN, campaign)).map(row -> read(store, row));
  }

  private Outlook read(SqliteStore store, Doc asked) {
    Instant now = desk.clock().instant();
    List<Doc> mails = store.mailsOfPlans(now.minus(RAMP_DAYS));
    Policy policy = rules.sending();
    Mailboxes mailboxes =
        new Mailboxes(mails, DerivedId.defaultMailbox(workspace()), Rules.of(List.of(policy)));
    Map<Place, List<Doc>> byPlace =
        mails.stream()
            .filter(mail -> mail.uuid("campaignId").isPresent())
            .filter(mail -> mail.uuid("prospectId").isPresent())
            .filter(mail -> mail.get("stepPosition").isPresent())
            .collect(
                Collectors.groupingBy(
                    mail ->
                        new Place(
                            mail.uuid("campaignId").orElseThrow(),
                            mail.uuid("prospectId").orElseThrow())));
    Set<String> suppressed = Suppressed.all(store);
    List<Doc> steps = store.related(Relation.STEPS_OF_CAMPAIGN, asked.id());
    Fitness fitness = new Fitness(steps, new FieldCatalogue(store.customKeys()), sender());
    List<State.Campaign> campaigns = new ArrayList<>();
    List<State.Enrolment> enrolments = new ArrayList<>();
    Map<UUID, Doc> people = new HashMap<>();
    Map<UUID, Doc> companies = new HashMap<>();
    for (Doc campaign : running(store, asked)) {
      boolean isAsked = campaign.id().equals(asked.id());
      UUID mailbox = mailboxes.of(campaign);
      campaigns.add(
          StoredState.campaign(
              campaign,
              isAsked ? steps : store.related(Relation.STEPS_OF_CAMPAIGN, campaign.id()),
              Optional.of(mailbox)));
      List<Doc> going = going(store, campaign.id());
      Map<UUID, Doc> theirs = people(store, going);
      if (isAsked) {
        people.putAll(theirs);
        companies.putAll(companies(theirs.values()));
      }
      for (Doc enrolment : going) {
        Optional<Doc> person =
            enrolment.uuid("prospectId").flatMap(who -> Optional.ofNullable(theirs.get(who)));
        Optional<HeldCode> gate =
            person
                .filter(who -> Suppressed.is(who, suppressed))
                .map(_ -> HeldCode.SUPPRESSED)
                .or(
                    () ->
                        isAsked
                            ? fitness.gate(
                                enrolment, person, person.flatMap(who -> company(companies, who)))
                            : Optional.empty());
        OptionalInt lacking =
            isAsked && gate.isEmpty()
                ? fitness.lacking(enrolment, person, person.flatMap(who -> company(companies, who)))
                : OptionalInt.empty();
        enrolments.add(
            StoredState.enrolment(
                    enrolment, person, byPlace.getOrDefault(place(enrolment), List.of()), gate)
                .lacking(lacking));
      }
    }
    State state =
        new State(mailboxes.all(campaigns), campaigns, enrolments, letters(mails, mailboxes));
    return new Outlook(state, asked, steps, people, companies, policy, rules.companyStop(), now);
  }

  /// What is known of where some people work, by their ids.
  Map<UUID, Doc> companies(Collection<Doc> people) {
    Map<UUID, Doc> found = new HashMap<>();
    people.forEach(person -> letters.company(person).ifPresent(row -> found.put(person.id(), row)));
    return found;
  }

  private static Optional<Doc> company(Map<UUID, Doc> companies, Doc person) {
    return Optional.ofNullable(companies.get(person.id()));
  }

  private static Place place(Doc enrolment) {
    return new Place(
        enrolment.uuid("campaignId").orElseThrow(), enrolment.uuid("prospectId").orElseThrow());
  }

  private WorkspaceId workspace() {
    return desk.account().workspace();
  }

  /// Who is known to write here.
  Sender sender() {
    return letters.sender();
  }

  private static List<Doc> running(SqliteStore store, Doc asked) {
    List<Doc> found = new ArrayList<>(List.of(asked));
    long[] keys = store.keys(Entity.CAMPAIGN, ListQuery.of(""));
    for (Doc campaign : store.rows(Entity.CAMPAIGN, keys).values()) {
      boolean runs = campaign.text("status").equals(Optional.of(CampaignStatus.ACTIVE.name()));
      if (runs && !campaign.id().equals(asked.id())) {
        found.add(campaign);
      }
    }
    return found;
  }

  private static List<Doc> going(SqliteStore store, UUID campaign) {
    return store.related(Relation.ENROLMENTS_OF_CAMPAIGN, campaign).stream()
        .filter(
            row ->
                row.text("status")
                    .map(EnrolmentStatus::valueOf)
                    .filter(status -> !status.isFinal())
                    .isPresent())
        .filter(row -> row.uuid("prospectId").isPresent())
        .toList();
  }

  /// The prospects of some enrolments, in one reading.
  static Map<UUID, Doc> people(SqliteStore store, Collection<Doc> enrolments) {
    return store.<Map<UUID, Doc>>read(
        tx -> {
          Map<UUID, Doc> found = new HashMap<>();
          for (Doc enrolment : enrolments) {
            enrolment
                .uuid("prospectId")
                .flatMap(who -> tx.visible(new RowKey(Entity.PROSPECT, who)))
                .ifPresent(person -> found.put(person.id(), person));
          }
          return found;
        });
  }

  private static List<State.Letter> letters(List<Doc> mails, Mailboxes mailboxes) {
    return mails.stream()
        .filter(mail -> mail.get("stepPosition").isEmpty())
        .filter(mail -> mail.text("status").equals(Optional.of(EmailStatus.PENDING_SEND.name())))
        .map(
            mail ->
                StoredState.letter(
                    mail,
                    Optional.of(mailboxes.of(mail)),
                    mail.text("hold").map(HeldCode::valueOf)))
        .toList();
  }
}
