package com.salescopilot.server.dispatch;

import static java.util.Objects.requireNonNull;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.LetterSource;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.rest.Companies;
import com.salescopilot.server.stream.RowTables;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Makes steps out to the people who are to get them, each out of their own values and nobody
/// else's.
final class StepLetters {
  private final Outlook outlook;
  private final Map<UUID, Sender> senders;
  private final FieldCatalogue fields;
  private final Map<UUID, Doc> people;
  private final Map<UUID, Doc> companies;
  private final Map<UUID, LetterSource> sources = new HashMap<>();

  private StepLetters(
      Outlook outlook,
      Map<UUID, Sender> senders,
      FieldCatalogue fields,
      Map<UUID, Doc> people,
      Map<UUID, Doc> companies) {
    this.outlook = outlook;
    this.senders = senders;
    this.fields = fields;
    this.people = people;
    this.companies = companies;
  }

  /// Letters to these people.
  ///
  /// @param senders of each campaign
  /// @param fields that the workspace knows
  static StepLetters to(
      Tx tx,
      Scope scope,
      RowTables tables,
      Outlook outlook,
      Map<UUID, Sender> senders,
      FieldCatalogue fields,
      Collection<UUID> prospects) {
    Map<UUID, Doc> people = new HashMap<>();
    if (!prospects.isEmpty()) {
      tables
          .find(tx, scope, Entity.PROSPECT, prospects.stream().distinct().toList())
          .forEach(row -> people.put(row.id(), row));
    }
    List<Doc> texts = outlook.steps().values().stream().flatMap(List::stream).toList();
    return new StepLetters(
        outlook,
        senders,
        fields,
        people,
        Companies.named(tx, scope, tables, texts, people.values()));
  }

  /// Somebody of these.
  Optional<Doc> person(UUID prospect) {
    return Optional.ofNullable(people.get(prospect));
  }

  /// A step made out to one of them; empty if there is no such step, or nobody it is from or to.
  ///
  /// @param wayOut of this reader
  Optional<Letter> of(UUID campaign, UUID enrolment, UUID prospect, int position, String wayOut) {
    Optional<Doc> step = outlook.variant(campaign, enrolment, position);
    Doc person = people.get(prospect);
    if (step.isEmpty() || person == null || !senders.containsKey(campaign)) {
      return Optional.empty();
    }
    return Optional.of(
        sources
            .computeIfAbsent(step.get().id(), _ -> LetterSource.of(step.get(), fields))
            .to(reader(campaign, person, wayOut), new PickSeed(prospect, step.get().id())));
  }

  /// What fields stand for in a letter to somebody.
  ///
  /// @param wayOut of this reader
  FieldValues reader(UUID campaign, Doc person, String wayOut) {
    Optional<Doc> company = Optional.ofNullable(companies.get(person.id()));
    Map<String, String> values =
        new HashMap<>(
            Letter.values(person, requireNonNull(senders.get(campaign)), company).byName());
    values.put("unsubscribeUrl", wayOut);
    return new FieldValues(values);
  }
}
